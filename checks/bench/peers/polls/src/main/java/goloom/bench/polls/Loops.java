package goloom.bench.polls;

import java.util.HashMap;
import java.util.Map;

/// Hot loops as learners write them: what a poll before each backward jump can slow down. Loaded
/// once as it is and once woven.
public final class Loops {
    private static final int[] NUMBERS = new int[4096];

    private Loops() {}

    /// Each step needs the one before.
    public static long sum() {
        long s = 0;
        for (int i = 0; i < 300_000; i++) {
            s += i * 31L ^ (s >>> 3);
        }
        return s;
    }

    /// The JIT makes vector instructions of it.
    public static long array() {
        int s = 0;
        int[] numbers = NUMBERS;
        for (int r = 0; r < 200; r++) {
            for (int i = 0; i < numbers.length; i++) {
                s += numbers[i];
            }
        }
        return s;
    }

    /// Three nested loops.
    public static long matrix() {
        int n = 64;
        double[][] a = new double[n][n];
        double[][] b = new double[n][n];
        double[][] c = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a[i][j] = i + j;
                b[i][j] = i - j;
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double s = 0;
                for (int k = 0; k < n; k++) {
                    s += a[i][k] * b[k][j];
                }
                c[i][j] = s;
            }
        }
        return (long) c[5][7];
    }

    /// Stores with a stride.
    public static long sieve() {
        int n = 200_000;
        boolean[] composite = new boolean[n + 1];
        int primes = 0;
        for (int i = 2; i <= n; i++) {
            if (!composite[i]) {
                primes++;
                for (long j = (long) i * i; j <= n; j += i) {
                    composite[(int) j] = true;
                }
            }
        }
        return primes;
    }

    /// A while loop whose length nobody can predict.
    public static long collatz() {
        int longest = 0;
        for (int i = 1; i < 3000; i++) {
            long x = i;
            int steps = 0;
            while (x != 1) {
                x = (x & 1) == 0 ? x >> 1 : 3 * x + 1;
                steps++;
            }
            longest = Math.max(longest, steps);
        }
        return longest;
    }

    /// Calls into the library.
    public static long merge() {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int i = 0; i < 5000; i++) {
            counts.merge(i % 512, 1, Integer::sum);
        }
        return counts.size();
    }

    /// Polls at method entry only.
    public static long fib() {
        return fib(24);
    }

    private static long fib(int n) {
        return n < 2 ? n : fib(n - 1) + fib(n - 2);
    }
}
