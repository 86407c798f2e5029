package goloom.bench

import java.util.concurrent.atomic.AtomicInteger
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.launch
import kotlinx.coroutines.sync.Mutex
import kotlinx.coroutines.sync.withLock
import kotlinx.coroutines.yield

/** Starts n coroutines that do nothing, and waits for them. */
suspend fun spawn(n: Int) = coroutineScope { repeat(n) { launch {} } }

/** Coroutines that lock and unlock one mutex, n times each. */
suspend fun mutex(n: Int, coroutines: Int) {
    val mutex = Mutex()
    var count = 0
    coroutineScope { repeat(coroutines) { launch { repeat(n) { mutex.withLock { count++ } } } } }
    Check.equal("mutex", count.toLong(), n.toLong() * coroutines)
}

/** Two coroutines that yield to each other, n times each. */
suspend fun takeTurns(n: Int) = coroutineScope { repeat(2) { launch { repeat(n) { yield() } } } }

/** Memory of n coroutines that wait for a channel. */
suspend fun parkedBytes(n: Int) = coroutineScope {
    val memory = Memory(n)
    val stop = Channel<Unit>()
    val ready = AtomicInteger()
    repeat(n) {
        launch {
            ready.incrementAndGet()
            stop.receiveCatching()
        }
    }
    while (ready.get() < n) yield()
    memory.print()
    stop.close()
}

/** What it takes to cancel n coroutines that wait for a channel, until the last has ended: nanoseconds. */
suspend fun cancelParked(n: Int): Long = coroutineScope {
    val never = Channel<Unit>()
    val ready = AtomicInteger()
    val parent = launch {
        repeat(n) {
            launch {
                ready.incrementAndGet()
                never.receive()
            }
        }
    }
    while (ready.get() < n) yield()
    val begin = System.nanoTime()
    parent.cancel()
    parent.join()
    System.nanoTime() - begin
}
