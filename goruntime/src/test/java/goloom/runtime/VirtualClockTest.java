package goloom.runtime;

import static goloom.runtime.Go.*;
import static java.time.Duration.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Time that moves only when every goroutine waits. Go: faketime of the playground; the rules are
/// those of testing/synctest, for a whole runtime.
final class VirtualClockTest {
    private static final Instant START = Instant.parse("2009-11-10T23:00:00Z");

    private static TestProgram.Ran run(TestProgram.Main main) {
        return TestProgram.virtual().runs(main);
    }

    @Test
    void time_begins_where_it_does_in_the_playground() {
        run(_ -> assertThat(now()).isEqualTo(START)).ok();
    }

    @Test
    void sleep_of_a_day_takes_no_time() {
        long begin = System.nanoTime();
        run(
                        _ -> {
                            sleep(ofDays(1));
                            assertThat(now()).isEqualTo(START.plus(ofDays(1)));
                        })
                .ok();
        assertThat(ofNanos(System.nanoTime() - begin)).isLessThan(ofDays(1));
    }

    @Test
    void time_stands_still_while_a_goroutine_can_run() {
        run(
                        _ -> {
                            var woken = signal();
                            go(() -> {
                                sleep(ofNanos(1));
                                woken.close();
                            });
                            for (int _ : range(1000)) {
                                gosched();
                                assertThat(now()).isEqualTo(START);
                                assertThat(select(onRecv(woken), onDefault())).isEqualTo(1);
                            }
                            woken.recv();
                            assertThat(now()).isEqualTo(START.plusNanos(1));
                        })
                .ok();
    }

    @Test
    void time_stands_still_while_a_goroutine_waits_by_the_machines_clock() {
        run(
                        _ -> {
                            go(() -> {
                                Thread.sleep(30);
                                assertThat(now()).isEqualTo(START);
                            });
                            sleep(ofHours(1));
                            assertThat(now()).isEqualTo(START.plus(ofHours(1)));
                        })
                .ok();
    }

    @Test
    void time_moves_while_a_goroutine_waits_for_a_socket() {
        run(
                        _ -> {
                            try (var server =
                                    new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                                go(() -> {
                                    try (var socket = server.accept()) {
                                        sleep(ofHours(1)); // the time for the others to read
                                        socket.getOutputStream().write(1);
                                    }
                                });
                                try (var socket =
                                        new Socket(
                                                server.getInetAddress(), server.getLocalPort())) {
                                    var limit = after(ofHours(2));
                                    assertThat(socket.getInputStream().read()).isEqualTo(1);
                                    assertThat(select(onRecv(limit), onDefault())).isEqualTo(1);
                                }
                            }
                        })
                .ok();
    }

    @Test
    void timeout_comes_to_the_nanosecond() {
        run(
                        _ -> {
                            Duration timeout = ofSeconds(5);
                            try (var ctx = Context.withTimeout(Context.background(), timeout)) {
                                sleep(timeout.minusNanos(1));
                                assertThat(ctx.err()).isNull();
                                sleep(ofNanos(1));
                                gosched();
                                ctx.done().recv();
                                assertThat(ctx.err()).isSameAs(Context.DEADLINE_EXCEEDED);
                                assertThat(now()).isEqualTo(START.plus(timeout));
                            }
                        })
                .ok();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void sleepers_wake_in_the_order_of_their_deadlines(int procs) {
        var ran =
                TestProgram.procs(procs)
                        .clock(Clock.virtual())
                        .runs(_ -> {
                            var wg = new WaitGroup();
                            for (int i : range(3)) {
                                wg.go(() -> {
                                    sleep(ofSeconds(3 - i));
                                    print(i, " ");
                                });
                            }
                            wg.await();
                        });
        assertThat(ran.ok().out()).isEqualTo("2 1 0 ");
    }

    @Test
    void without_a_timer_all_asleep_is_a_deadlock() {
        var ran =
                run(_ -> {
                    sleep(ofHours(1));
                    signal().recv();
                });
        assertThat(ran.headline()).isEqualTo("fatal error: all goroutines are asleep - deadlock!");
    }

    @Test
    void time_moves_while_goroutines_wait_for_locks() {
        run(
                        _ -> {
                            var mu = new Mutex();
                            var rw = new RWMutex();
                            var wg = new WaitGroup();
                            mu.lock();
                            rw.lock();
                            wg.go(mu::lock);
                            wg.go(rw::rLock);
                            wg.go(rw::lock);
                            sleep(ofMinutes(1));
                            assertThat(now()).isEqualTo(START.plus(ofMinutes(1)));
                            mu.unlock();
                            rw.unlock();
                            rw.rUnlock();
                            wg.await();
                        })
                .ok();
    }

    @Test
    void ticker_that_nobody_reads_does_not_hide_a_deadlock() {
        var ran =
                run(_ -> {
                    var t = new GoTicker(ofSeconds(1));
                    sleep(ofSeconds(10));
                    signal().recv();
                    t.stop();
                });
        assertThat(ran.headline()).isEqualTo("fatal error: all goroutines are asleep - deadlock!");
    }
}
