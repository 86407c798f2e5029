package goloom.bench

import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.runBlocking

/**
 * Coroutines and channels of kotlinx.coroutines on Dispatchers.Default. The number of threads is set by
 * system properties.
 */
fun main(args: Array<String>) {
    val scenarios = Scenarios()

    fun add(name: String, ops: Int, repetition: suspend CoroutineScope.() -> Unit) {
        scenarios.add(name, ops) { runBlocking(Dispatchers.Default, repetition) }
    }
    add("ping-pong", 2 * 10_000) { pingPong(10_000) }
    add("buffered-64", 100_000) { buffered(100_000, 64) }
    add("buffered-1024", 100_000) { buffered(100_000, 1024) }
    add("fan-8", 10_000) { fan(10_000, 8) }
    add("select-2", 2 * 10_000) { select2(10_000) }
    add("ring-1000", 1000 * 50) { ring(1000, 50) }
    add("spawn-1e5", 100_000) { spawn(100_000) }
    add("spawn-1e6", 1_000_000) { spawn(1_000_000) }
    add("mutex-4", 4 * 100_000) { mutex(100_000, 4) }
    add("gosched", 2 * 20_000) { takeTurns(20_000) }
    scenarios.addLong("sieve-2000") { runBlocking(Dispatchers.Default) { sieve(17_389, 2000) } }
    scenarios.add("parked-bytes") { _, _ -> runBlocking(Dispatchers.Default) { parkedBytes(1_000_000) } }
    scenarios.add("kill-1e5") { m, _ ->
        m.repeat(1e6) { runBlocking(Dispatchers.Default) { cancelParked(100_000) } }.print("kill-1e5", "ms")
    }
    scenarios.main(args)
}
