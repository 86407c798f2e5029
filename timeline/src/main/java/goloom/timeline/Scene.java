package goloom.timeline;

import java.util.List;

/// A picture as numbers: where everything is, before anything is drawn. Immutable.
///
/// Places across are from 0, the left edge of the lanes, to 1; places down are in pixels, because
/// the picture becomes wider with the page, but not higher.
///
/// @param summary what the picture says, in words
/// @param axis where times are
/// @param sections the lanes, from top to bottom
/// @param arrows who made whom run
/// @param marks single points: a steal, a hand-off, a panic
/// @param flags lines across all lanes: where main returned
/// @param legend which shapes occur
/// @param height in pixels
/// @param forkJoin the graph of forks and joins
/// @param waitFor who waits for whom at the end; no pills if it is not worth a picture
public record Scene(
        Summary summary,
        Axis axis,
        List<Section> sections,
        List<Arrow> arrows,
        List<Mark> marks,
        List<Flag> flags,
        List<Legend> legend,
        int height,
        ForkJoinScene forkJoin,
        WaitForScene waitFor) {
    public Scene {
        sections = List.copyOf(sections);
        arrows = List.copyOf(arrows);
        marks = List.copyOf(marks);
        flags = List.copyOf(flags);
        legend = List.copyOf(legend);
    }

    /// What the lanes of a section are.
    public enum Kind {
        GOROUTINES,
        /// Threads that are no goroutines, all in one.
        OUTSIDE,
        THREADS,
        BUFFERS
    }

    /// Lanes of one kind, with a title above them; "" for none.
    public record Section(Kind kind, String title, List<Lane> lanes) {
        public Section {
            lanes = List.copyOf(lanes);
        }
    }

    /// One row.
    ///
    /// @param hue of its goroutine, an index into the palette; -1: none
    /// @param y its upper edge
    /// @param slots how many slots of a buffer it shows; 0: it is no buffer
    public record Lane(String label, int hue, int y, int height, int slots, List<Bar> bars) {
        public Lane {
            bars = List.copyOf(bars);
        }

        /// The upper edge of its bars.
        public int barTop() {
            return y + (height - barHeight()) / 2;
        }

        /// The height of a full bar.
        public int barHeight() {
            return height - (height >= 18 ? 7 : 3);
        }
    }

    /// How a bar looks: what it means.
    public enum Shape {
        /// A goroutine runs.
        RUN,
        /// It could run, and waits for a P.
        READY,
        /// It waits for something; a thin line.
        WAIT,
        /// It is in a call that blocks its thread.
        CALL,
        /// A thread looks for work.
        SPIN,
        /// A value is in a slot of a buffer.
        HELD,
        /// A goroutine waits to receive at an unbuffered channel; an outline.
        ASKED,
        /// How full a buffer is, or how many of many goroutines do something.
        LEVEL
    }

    /// A stretch of a lane.
    ///
    /// @param hue an index into the palette; -1: none
    /// @param low where it begins within the height of the lane's bars, from 0 at the bottom
    /// @param high where it ends, up to 1
    /// @param texts what stands in it, or over a line: the longest that has room; may be empty
    /// @param tail what stands at its right end, such as the value that ended a wait
    public record Bar(
            Shape shape,
            int hue,
            double from,
            double to,
            double low,
            double high,
            List<String> texts,
            String tail) {
        public Bar {
            texts = List.copyOf(texts);
        }

        static Bar full(Shape shape, int hue, double from, double to, List<String> texts) {
            return new Bar(shape, hue, from, to, 0, 1, texts, "");
        }

        static Bar part(Shape shape, int hue, double from, double to, double low, double high) {
            return new Bar(shape, hue, from, to, low, high, List.of(), "");
        }
    }

    /// From one lane to another, at one moment.
    ///
    /// @param go true for `go`, false for a wake-up
    /// @param from where it begins, down
    /// @param to where its head is
    public record Arrow(boolean go, double at, int from, int to) {}

    /// The kinds of single points.
    public enum Sign {
        STEAL,
        HANDOFF,
        PREEMPTED,
        /// One of many.
        PREEMPTED_OFTEN,
        LOCKED,
        UNLOCKED,
        TIMER,
        /// The network made it runnable.
        NETWORK,
        /// A thread that is no goroutine did something.
        OUTSIDE,
        CLOSED,
        WRONG,
        /// It is still there when the picture ends.
        GOES_ON
    }

    /// A single point on a lane; `y` is the middle of the lane.
    ///
    /// @param until up to where there is room for the words
    public record Mark(Sign sign, double at, double until, int y, List<String> texts) {
        public Mark {
            texts = List.copyOf(texts);
        }
    }

    /// A line across, with a word at its top.
    public record Flag(double at, int top, int bottom, String text, boolean wrong) {}

    /// What is explained below the lanes.
    public enum Legend {
        RUN,
        READY,
        WAIT,
        CALL,
        SPIN,
        GO,
        WAKE,
        STEAL,
        HANDOFF,
        PREEMPTED,
        LOCKED,
        TIMER,
        NETWORK,
        OUTSIDE
    }
}
