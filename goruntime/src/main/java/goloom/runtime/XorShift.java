package goloom.runtime;

/// Marsaglia's xorshift: fast, uniform enough, one per M. Go: runtime/rand.go, cheaprand.
final class XorShift implements SchedulePolicy.Source {
    private long state;

    XorShift(long seed) {
        // SplitMix64's finaliser spreads seeds that lie close together; 0 would stay 0 for ever.
        long z = seed + 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        z ^= z >>> 31;
        state = z == 0 ? 1 : z;
    }

    static XorShift seededByTime(int thread) {
        return new XorShift(System.nanoTime() * 31 + thread);
    }

    @Override
    public int below(SchedulePolicy.Choice choice, int bound) {
        long x = state;
        x ^= x << 13;
        x ^= x >>> 7;
        x ^= x << 17;
        state = x;
        // Lemire's reduction of the upper 32 bits.
        return (int) (((x >>> 32) * bound) >>> 32);
    }
}
