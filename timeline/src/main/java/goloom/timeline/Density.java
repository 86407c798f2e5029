package goloom.timeline;

import goloom.timeline.Scene.Bar;
import goloom.timeline.Scene.Shape;
import goloom.trace.GoState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// One lane with more bars than can be told apart: for each of [#COLUMNS] columns, how much of the
/// time, or of the goroutines, runs, could run, is in a call, or waits. Heights have four levels,
/// and equal neighbours are one bar.
final class Density {
    static final int COLUMNS = 480;
    private static final int LEVELS = 4;
    private static final double RUN_STRIP = 0.36; // of the height of a group: those that run
    private static final double REST_STRIP = 0.44; // from here up: those that could
    private static final double NOTHING = 0.004;

    private final double[] run = new double[COLUMNS + 1];
    private final double[] ready = new double[COLUMNS + 1];
    private final double[] call = new double[COLUMNS + 1];
    private final double[] alive = new double[COLUMNS + 1];
    // Whole columns are added as differences, so that a long span costs no more than a short one.
    private final double[] runStep = new double[COLUMNS + 1];
    private final double[] readyStep = new double[COLUMNS + 1];
    private final double[] callStep = new double[COLUMNS + 1];
    private final double[] aliveStep = new double[COLUMNS + 1];
    private final double[] most = new double[COLUMNS]; // the largest share of one goroutine
    private final byte[] hueOfMost = new byte[COLUMNS];

    /// Something goes on from `from` to `to`, places on the axis.
    void add(GoState state, int hue, double from, double to) {
        switch (state) {
            case RUNNING -> add(run, runStep, from, to);
            case RUNNABLE -> add(ready, readyStep, from, to);
            case SYSCALL -> add(call, callStep, from, to);
            case WAITING, NOT_EXIST -> {}
        }
        add(alive, aliveStep, from, to);
        if (state == GoState.RUNNING || state == GoState.SYSCALL) {
            claim(hue, from * COLUMNS, to * COLUMNS);
        }
    }

    private void claim(int hue, double from, double to) {
        for (int c = (int) from; c < Math.min(COLUMNS, Math.ceil(to)); c++) {
            double share = Math.min(to, c + 1) - Math.max(from, c);
            if (share > most[c]) {
                most[c] = share;
                hueOfMost[c] = (byte) hue;
            }
        }
    }

    private static void add(double[] part, double[] step, double from, double to) {
        double a = from * COLUMNS;
        double b = to * COLUMNS;
        int ca = (int) a;
        int cb = (int) b;
        if (ca == cb) {
            part[ca] += b - a;
            return;
        }
        part[ca] += ca + 1 - a;
        part[cb] += b - cb;
        step[ca + 1]++;
        step[cb]--;
    }

    /// For each column: how much runs, could run, is in calls, is there.
    private double[][] shares() {
        double runs = 0;
        double readies = 0;
        double calls = 0;
        double lives = 0;
        double[][] share = new double[COLUMNS][];
        for (int c = 0; c < COLUMNS; c++) {
            runs += runStep[c];
            readies += readyStep[c];
            calls += callStep[c];
            lives += aliveStep[c];
            share[c] =
                    new double[] {
                        runs + run[c], readies + ready[c], calls + call[c], lives + alive[c]
                    };
        }
        return share;
    }

    /// Of many goroutines: below, how many run, of `procs`; above, how many could, of those that
    /// are there at most.
    List<Bar> crowd(int procs) {
        double[][] share = shares();
        double peak = Arrays.stream(share).mapToDouble(s -> s[3]).max().orElse(1);
        List<Bar> bars = new ArrayList<>();
        int[][] level = new int[COLUMNS + 1][];
        level[COLUMNS] = new int[] {-1, -1, -1};
        for (int c = 0; c < COLUMNS; c++) {
            int r = Column.level((share[c][0] + share[c][2]) / procs, LEVELS, LEVELS);
            int q = Column.level(share[c][1] / Math.max(1, peak), 2 * LEVELS, 2 * LEVELS);
            level[c] = new int[] {r, q, r + q == 0 && share[c][3] > NOTHING ? 1 : 0, hueOfMost[c]};
        }
        int since = 0;
        for (int c = 1; c <= COLUMNS; c++) {
            if (!Arrays.equals(level[c], level[since])) {
                double from = (double) since / COLUMNS;
                addCrowd(bars, level[since], from, (double) c / COLUMNS);
                since = c;
            }
        }
        return bars;
    }

    private static void addCrowd(List<Bar> bars, int[] level, double from, double to) {
        if (level[0] > 0) {
            double high = RUN_STRIP * level[0] / LEVELS;
            bars.add(Bar.part(Shape.RUN, level[3], from, to, 0, high));
        }
        if (level[1] > 0) {
            double high = REST_STRIP + (1 - REST_STRIP) * level[1] / (2 * LEVELS);
            bars.add(Bar.part(Shape.READY, -1, from, to, REST_STRIP, high));
        }
        if (level[2] > 0) {
            bars.add(Bar.full(Shape.WAIT, -1, from, to, List.of()));
        }
    }

    /// The bars, with the hue of the goroutine that has most of each column.
    List<Bar> bars() {
        double[][] share = shares();
        double peak = Math.max(1, Arrays.stream(share).mapToDouble(s -> s[3]).max().orElse(1));
        List<Bar> bars = new ArrayList<>();
        Column before = new Column(0, 0, 0, false, 0);
        int since = 0;
        for (int c = 0; c <= COLUMNS; c++) {
            Column now = c < COLUMNS ? Column.of(share[c], peak, hueOfMost[c]) : null;
            if (!before.equals(now)) {
                before.addBars(bars, (double) since / COLUMNS, (double) c / COLUMNS);
                since = c;
            }
            if (now != null) {
                before = now;
            }
        }
        return bars;
    }

    /// What a column shows: levels of running, runnable and in calls.
    private record Column(int run, int ready, int call, boolean waits, int hue) {
        static Column of(double[] share, double peak, int hue) {
            int r = level(share[0] / peak, LEVELS, LEVELS);
            int q = level(share[1] / peak, LEVELS, LEVELS - r);
            int s = level(share[2] / peak, LEVELS, LEVELS - r - q);
            boolean w = r + q + s == 0 && share[3] > NOTHING;
            return new Column(r, q, s, w, r + s > 0 ? hue : 0);
        }

        private static int level(double share, int levels, int room) {
            return share < NOTHING || room == 0
                    ? 0
                    : Math.clamp(Math.round(share * levels), 1, room);
        }

        void addBars(List<Bar> bars, double from, double to) {
            double l = LEVELS;
            if (run > 0) {
                bars.add(Bar.part(Shape.RUN, hue, from, to, 0, run / l));
            }
            if (call > 0) {
                bars.add(Bar.part(Shape.CALL, hue, from, to, run / l, (run + call) / l));
            }
            if (ready > 0) {
                double low = (run + call) / l;
                bars.add(Bar.part(Shape.READY, -1, from, to, low, low + ready / l));
            }
            if (waits) {
                bars.add(Bar.full(Shape.WAIT, -1, from, to, List.of()));
            }
        }
    }
}
