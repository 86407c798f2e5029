package goloom.kernel.java;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;

/// Keeps the heap near what is alive. The serial collector looks at old objects only when the heap
/// has come to its bound, half of the machine's memory; what each compilation leaves behind would
/// pile up to there. So, between two cells, old objects are collected when there are twice as many
/// as the last collection has left, as Go does.
final class OldGeneration {
    private static final int GROWTH = 2;
    private static final long LEAST = 48L << 20; // below it nothing is gained

    private OldGeneration() {}

    /// Collects if it is time to. Takes a tenth of a second for 50 MB that are alive.
    static void tidy() {
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            MemoryUsage left = pool.getCollectionUsage();
            boolean old = pool.getName().contains("Tenured") || pool.getName().contains("Old");
            if (old
                    && pool.getType() == MemoryType.HEAP
                    && left != null
                    && isDue(pool.getUsage().getUsed(), left.getUsed())) {
                System.gc();
            }
        }
    }

    /// @param used bytes in use
    /// @param left bytes that were in use after the last collection; 0: there was none
    static boolean isDue(long used, long left) {
        return used > Math.max(LEAST, GROWTH * left);
    }
}
