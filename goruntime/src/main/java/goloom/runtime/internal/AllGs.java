package goloom.runtime.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/*
 * The live goroutines that were made on one P, so that they can be listed and ended.
 *
 * Only the owner of the P adds. A goroutine clears its own slot when it ends, on whatever thread: a slot
 * belongs to its goroutine until then, so no lock is needed. When the newest chunk is full, the owner looks
 * for cleared slots in it before it makes another.
 */
final class AllGs {
    private static final int FIRST = 64;
    private static final int LARGEST = 1 << 14;
    private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(Object[].class);

    private static final Object HIDDEN = new Object();

    /// Some slots; an older chunk hangs on `older`.
    static final class Chunk {
        final @Nullable Object[] slots; // G, or HIDDEN
        volatile @Nullable Chunk older;

        Chunk(int n, @Nullable Chunk older) {
            this.slots = new Object[n];
            this.older = older;
        }
    }

    private volatile @Nullable Chunk newest;
    private int next; // the slot of the newest chunk to try next; owner only

    /// Owner only.
    void add(G g) {
        Chunk c = newest;
        if (c == null) {
            c = new Chunk(FIRST, null);
            newest = c;
        }
        @Nullable Object[] slots = c.slots;
        int i = next;
        while (i < slots.length && SLOT.getOpaque(slots, i) != null) {
            i++;
        }
        if (i == slots.length) {
            c = makeRoom(c);
            slots = c.slots;
            i = next;
            while (SLOT.getOpaque(slots, i) != null) {
                i++;
            }
        }
        g.allgsChunk = c;
        g.allgsIndex = i;
        SLOT.setRelease(slots, i, (Object) g);
        next = i + 1;
    }

    /// Starts again at slot 0 if at least a quarter of the chunk is free, else makes a larger
    /// chunk. Empty older chunks are let go.
    private Chunk makeRoom(Chunk c) {
        next = 0;
        int free = 0;
        for (Object g : c.slots) {
            if (g == null) {
                free++;
            }
        }
        if (free >= c.slots.length / 4) {
            return c;
        }
        Chunk larger = new Chunk(Math.min(c.slots.length * 2, LARGEST), c);
        for (Chunk x = larger; x != null; ) {
            Chunk o = x.older;
            if (o != null && isEmpty(o)) {
                x.older = o.older;
            } else {
                x = o;
            }
        }
        newest = larger;
        return larger;
    }

    private static boolean isEmpty(Chunk c) {
        for (Object g : c.slots) {
            if (g != null) {
                return false;
            }
        }
        return true;
    }

    /// By the goroutine that ends.
    static void remove(G g) {
        Chunk c = g.allgsChunk;
        if (c != null) {
            SLOT.setOpaque(c.slots, g.allgsIndex, null);
        }
    }

    // For Leaks: a slot that is taken but does not keep its goroutine alive.

    static void hide(Chunk c, int i) {
        SLOT.setRelease(c.slots, i, HIDDEN);
    }

    static void unhide(Chunk c, int i, G g) {
        SLOT.setRelease(c.slots, i, g);
    }

    static void free(Chunk c, int i) {
        SLOT.setRelease(c.slots, i, null);
    }

    /// Every goroutine that is surely alive during the call; others perhaps.
    void forEach(Consumer<G> action) {
        for (Chunk c = newest; c != null; c = c.older) {
            for (int i = 0; i < c.slots.length; i++) {
                if (SLOT.getAcquire(c.slots, i) instanceof G g) {
                    action.accept(g);
                }
            }
        }
    }
}
