package goloom.runtime.internal;

import java.util.Arrays;

/// Orders in which a thief may visit all Ps once: with a step that has no divisor in common with
/// their number. Go: runtime/proc.go, randomOrder.
final class StealOrder {
    private StealOrder() {}

    static int[] coprimes(int n) {
        int[] steps = new int[n];
        int k = 0;
        for (int i = 1; i <= n; i++) {
            if (gcd(i, n) == 1) {
                steps[k++] = i;
            }
        }
        return Arrays.copyOf(steps, k);
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
