package goloom.bench

import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.channels.ReceiveChannel
import kotlinx.coroutines.channels.SendChannel
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.joinAll
import kotlinx.coroutines.launch
import kotlinx.coroutines.selects.select

/** Two coroutines send n values to and fro on rendezvous channels: 2n messages. */
suspend fun pingPong(n: Int) = coroutineScope {
    val ping = Channel<Int>()
    val pong = Channel<Int>()
    launch { for (v in ping) pong.send(v) }
    var sum = 0L
    repeat(n) {
        ping.send(it)
        sum += pong.receive()
    }
    ping.close()
    Check.equal("ping-pong", sum, n * (n - 1L) / 2)
}

/** One coroutine sends n values to another through a buffer. */
suspend fun buffered(n: Int, capacity: Int) = coroutineScope {
    val ch = Channel<Int>(capacity)
    launch {
        repeat(n) { ch.send(it) }
        ch.close()
    }
    var sum = 0L
    for (v in ch) sum += v
    Check.equal("buffered", sum, n * (n - 1L) / 2)
}

/** One coroutine hands n values out to workers, another collects their results: 2n messages, counted as n. */
suspend fun fan(n: Int, workers: Int) = coroutineScope {
    val input = Channel<Int>()
    val output = Channel<Int>()
    val jobs = List(workers) { launch { for (v in input) output.send(v + 1) } }
    launch {
        repeat(n) { input.send(it) }
        input.close()
        jobs.joinAll()
        output.close()
    }
    var sum = 0L
    for (v in output) sum += v
    Check.equal("fan", sum, n * (n + 1L) / 2)
}

/** Receives n values from each of two senders with a select: 2n messages. */
suspend fun select2(n: Int) = coroutineScope {
    val a = Channel<Int>()
    val b = Channel<Int>()
    for (ch in listOf(a, b)) launch { repeat(n) { ch.send(it) } }
    var sum = 0L
    repeat(2 * n) {
        sum += select<Int> {
            a.onReceive { it }
            b.onReceive { it }
        }
    }
    Check.equal("select", sum, n * (n - 1L))
}

/** A token goes so many times around a ring of coroutines, each of which adds one. */
suspend fun ring(size: Int, rounds: Int) = coroutineScope {
    val first = Channel<Int>()
    var last = first
    repeat(size - 1) {
        val input = last
        val output = Channel<Int>()
        launch {
            for (v in input) output.send(v + 1)
            output.close()
        }
        last = output
    }
    var token = 0
    repeat(rounds) {
        first.send(token)
        token = last.receive() + 1
    }
    first.close()
    Check.equal("ring", token.toLong(), size.toLong() * rounds)
}

/** The prime sieve: a coroutine for each prime filters its multiples out. None outlives the repetition. */
suspend fun sieve(last: Int, primes: Int) = coroutineScope {
    var ch = Channel<Int>()
    numbers(ch, last)
    var prime = 0
    repeat(primes) {
        prime = ch.receive()
        val output = Channel<Int>()
        filter(ch, output, prime)
        ch = output
    }
    for (v in ch) Check.equal("a number after the last prime", v.toLong(), 0)
    Check.equal("sieve", prime.toLong(), last.toLong())
}

private fun CoroutineScope.numbers(output: SendChannel<Int>, last: Int) = launch {
    for (i in 2..last) output.send(i)
    output.close()
}

private fun CoroutineScope.filter(input: ReceiveChannel<Int>, output: SendChannel<Int>, prime: Int) = launch {
    for (i in input) if (i % prime != 0) output.send(i)
    output.close()
}
