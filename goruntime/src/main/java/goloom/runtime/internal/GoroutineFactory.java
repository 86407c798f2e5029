package goloom.runtime.internal;

import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// Makes the threads of goroutines: the seam for a JDK that has another way than ours to give a
/// virtual thread a scheduler of its own.
///
/// JDK 25 has a private constructor for it ([VThreads]); the Loom repository also tries a public
/// API. A further way is a class here and a line in [VThreads]; nothing else knows how goroutines
/// are made. What it must keep to is in the head of [VThreads].
@FunctionalInterface
interface GoroutineFactory {
    /// A new virtual thread, not started, that runs `body` and is scheduled by `scheduler`.
    Thread create(Executor scheduler, @Nullable String name, Runnable body);
}
