package goloom.runtime.gotests;

import static goloom.runtime.Go.*;
import static goloom.runtime.gotests.TestContexts.isDone;
import static goloom.runtime.gotests.TestContexts.isOpen;
import static java.time.Duration.*;
import static org.assertj.core.api.Assertions.assertThat;

import goloom.runtime.CancelContext;
import goloom.runtime.Context;
import goloom.runtime.GoBody;
import goloom.runtime.RecvChan;
import goloom.runtime.TestProgram;
import goloom.runtime.WaitGroup;
import goloom.runtime.gotests.TestContexts.Other;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Go: context/x_test.go and context_test.go. TestAllocs has no meaning here.
final class ContextTest {
    private static final Duration SHORT = ofMillis(1);
    private static final Duration VERY_LONG = ofHours(1000);

    private static void run(TestProgram.Main main) {
        TestProgram.virtual().runs(main).ok();
    }

    /// Go: TestBackground, TestTODO.
    @Test
    void roots_never_end_and_say_who_they_are() {
        run(_ -> {
            isOpen(Context.background());
            isOpen(Context.todo());
            assertThat(Context.background()).hasToString("context.Background");
            assertThat(Context.todo()).hasToString("context.TODO");
        });
    }

    /// Go: TestWithCancel.
    @Test
    void cancel_ends_all_below_at_once() {
        run(_ -> {
            CancelContext c1 = Context.withCancel(Context.background());
            assertThat(c1).hasToString("context.Background.WithCancel");
            Other o = new Other(c1);
            List<Context> contexts = List.of(c1, o, Context.withCancel(o));
            contexts.forEach(TestContexts::isOpen);
            c1.cancel();
            contexts.forEach(c -> isDone(c, Context.CANCELED));
        });
    }

    /// Go: TestParentFinishesChild.
    @Test
    void parent_finishes_its_children() {
        run(_ -> {
            CancelContext parent = Context.withCancel(Context.background());
            Context cancelChild = Context.withCancel(parent);
            Context valueChild = Context.withValue(parent, "key", "value");
            Context timerChild = Context.withTimeout(valueChild, VERY_LONG);
            var ended = signal();
            Context.afterFunc(parent, ended::close);
            List<Context> all = List.of(parent, cancelChild, valueChild, timerChild);
            all.forEach(TestContexts::isOpen);
            parent.cancel();
            all.forEach(c -> isDone(c, Context.CANCELED));
            ended.recv();
            isDone(Context.withValue(parent, "key", "value"), Context.CANCELED);
        });
    }

    /// Go: TestChildFinishesFirst.
    @Test
    void child_that_ends_leaves_its_parent_alone() {
        run(_ -> {
            for (Context parent :
                    List.of(Context.background(), Context.withCancel(Context.background()))) {
                CancelContext child = Context.withCancel(parent);
                isOpen(parent);
                isOpen(child);
                child.cancel();
                isDone(child, Context.CANCELED);
                isOpen(parent);
            }
        });
    }

    private static WeakReference<Object> endedChild(Function<Context, Object> make) {
        return new WeakReference<>(make.apply(Context.background()));
    }

    /// Go: TestCancelRemoves. The parent lets go of a child that has ended.
    @Test
    void child_that_ends_is_removed_from_its_parent() {
        run(_ -> {
            CancelContext parent = Context.withCancel(Context.background());
            List<Function<Context, Object>> makes =
                    List.of(
                            _ -> {
                                CancelContext c = Context.withCancel(parent);
                                c.cancel();
                                return c;
                            },
                            _ -> {
                                CancelContext c = Context.withTimeout(parent, VERY_LONG);
                                c.cancel();
                                return c;
                            },
                            _ -> {
                                Context.StopFunc stop = Context.afterFunc(parent, () -> {});
                                stop.stop();
                                return stop;
                            });
            for (Function<Context, Object> make : makes) {
                WeakReference<Object> child = endedChild(make);
                System.gc();
                assertThat(child.refersTo(null)).isTrue();
            }
            isOpen(parent);
        });
    }

    private static void endsByItsDeadline(Context c) {
        RecvChan<?> limit = after(ofSeconds(100));
        assertThat(select(onRecv(c.done()), onRecv(limit))).isZero();
        assertThat(c.err()).isSameAs(Context.DEADLINE_EXCEEDED);
    }

    /// Go: TestDeadline.
    @Test
    void deadline_ends_a_context() {
        run(_ -> {
            Context root = Context.background();
            assertThat(Context.withDeadline(root, now().plus(SHORT)).toString())
                    .startsWith("context.Background.WithDeadline(");
            endsByItsDeadline(Context.withDeadline(root, now().plus(SHORT)));
            endsByItsDeadline(new Other(Context.withDeadline(root, now().plus(SHORT))));
            endsByItsDeadline(
                    Context.withDeadline(
                            new Other(Context.withDeadline(root, now().plus(SHORT))),
                            now().plus(VERY_LONG)));
            endsByItsDeadline(Context.withDeadline(root, now().minus(SHORT)));
            endsByItsDeadline(Context.withDeadline(root, now()));
        });
    }

    /// Go: TestTimeout.
    @Test
    void timeout_ends_a_context() {
        run(_ -> {
            Context root = Context.background();
            assertThat(Context.withTimeout(root, SHORT).toString())
                    .startsWith("context.Background.WithDeadline(");
            endsByItsDeadline(Context.withTimeout(root, SHORT));
            endsByItsDeadline(new Other(Context.withTimeout(root, SHORT)));
            endsByItsDeadline(
                    Context.withTimeout(new Other(Context.withTimeout(root, SHORT)), VERY_LONG));
        });
    }

    /// Go: TestCanceledTimeout.
    @Test
    void timeout_can_be_cancelled_before_it_is_over() {
        run(_ -> {
            Other o = new Other(Context.withTimeout(Context.background(), ofSeconds(1)));
            CancelContext c = Context.withTimeout(o, VERY_LONG);
            c.cancel();
            isDone(c, Context.CANCELED);
        });
    }

    private record Key1(int n) {}

    private enum Key2 {
        K2,
        K3
    }

    private static void values(
            Context c, @Nullable String v1, @Nullable String v2, @Nullable String v3) {
        assertThat(c.value(new Key1(1))).isEqualTo(v1);
        assertThat(c.value(Key2.K2)).isEqualTo(v2);
        assertThat(c.value(Key2.K3)).isEqualTo(v3);
    }

    /// Go: TestValues.
    @Test
    void value_is_that_of_the_nearest_context_that_has_one() {
        run(_ -> {
            Context c0 = Context.background();
            values(c0, null, null, null);
            Context c1 = Context.withValue(c0, new Key1(1), "c1k1");
            values(c1, "c1k1", null, null);
            Context c2 = Context.withValue(c1, Key2.K2, "c2k2");
            values(c2, "c1k1", "c2k2", null);
            Context c3 = Context.withValue(c2, Key2.K3, "c3k3");
            values(c3, "c1k1", "c2k2", "c3k3");
            Context c4 = Context.withValue(c3, new Key1(1), null);
            values(c4, null, "c2k2", "c3k3");
            values(new Other(c0), null, null, null);
            Other o1 = new Other(Context.withValue(c0, new Key1(1), "c1k1"));
            values(o1, "c1k1", null, null);
            values(Context.withValue(o1, Key2.K2, "o2k2"), "c1k1", "o2k2", null);
            Other o3 = new Other(c4);
            values(o3, null, "c2k2", "c3k3");
            values(Context.withValue(o3, Key2.K3, null), null, "c2k2", null);
        });
    }

    /// Go: TestValues, the texts. A key shows its type, a string or an enum itself.
    @Test
    void text_of_a_context_names_its_keys() {
        run(_ -> {
            Context c = Context.withValue(Context.background(), new Key1(1), "c1k1");
            assertThat(c).hasToString("context.Background.WithValue(Key1, c1k1)");
            c = Context.withValue(c, Key2.K2, "c2k2");
            c = Context.withValue(c, "key", null);
            assertThat(c)
                    .hasToString(
                            "context.Background.WithValue(Key1, c1k1).WithValue(K2, c2k2)"
                                    + ".WithValue(key, <nil>)");
        });
    }

    /// Go: TestSimultaneousCancels.
    @Test
    void tree_of_contexts_can_be_cancelled_in_any_order_at_once() {
        TestProgram.procs(4)
                .runs(_ -> {
                    List<CancelContext> all = new ArrayList<>();
                    Deque<CancelContext> open = new ArrayDeque<>();
                    CancelContext root = Context.withCancel(Context.background());
                    all.add(root);
                    open.add(root);
                    while (all.size() < 100) {
                        CancelContext parent = open.removeFirst();
                        for (int _ : range(4)) {
                            CancelContext c = Context.withCancel(parent);
                            all.add(c);
                            open.add(c);
                        }
                    }
                    java.util.Collections.shuffle(all);
                    var wg = new WaitGroup();
                    for (CancelContext c : all) {
                        wg.go(c::cancel);
                    }
                    for (CancelContext c : all) {
                        c.done().recv();
                    }
                    wg.await();
                })
                .ok();
    }

    /// Go: TestInterlockedCancels.
    @Test
    void child_may_be_cancelled_by_who_waits_for_its_parent() {
        run(_ -> {
            CancelContext parent = Context.withCancel(Context.background());
            CancelContext child = Context.withCancel(parent);
            go(() -> {
                parent.done().recv();
                child.cancel();
            });
            parent.cancel();
            child.done().recv();
        });
    }

    /// Go: TestLayersCancel, TestLayersTimeout.
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void thirty_random_layers_keep_their_values_and_end_together(boolean byTimeout) {
        long seed = System.nanoTime();
        Random r = new Random(seed);
        var ran =
                TestProgram.virtual()
                        .runs(_ -> {
                            Context ctx = Context.background();
                            List<Object> keys = new ArrayList<>();
                            List<CancelContext> cancels = new ArrayList<>();
                            int timers = 0;
                            for (int i = 0; i < 30 || timers == 0 || keys.isEmpty(); i++) {
                                int kind = r.nextInt(3);
                                if (kind == 0) {
                                    Object key = new Object();
                                    ctx = Context.withValue(ctx, key, key);
                                    keys.add(key);
                                    continue;
                                }
                                timers += kind - 1;
                                CancelContext c =
                                        kind == 1
                                                ? Context.withCancel(ctx)
                                                : Context.withTimeout(
                                                        ctx, byTimeout ? SHORT : VERY_LONG);
                                cancels.add(c);
                                ctx = c;
                            }
                            assertThat(ctx.toString()).startsWith("context.Background.");
                            valuesAreThere(ctx, keys);
                            isOpen(ctx);
                            if (byTimeout) {
                                ctx.done().recv();
                            } else {
                                cancels.get(r.nextInt(cancels.size())).cancel();
                                isDone(ctx, Context.CANCELED);
                            }
                            valuesAreThere(ctx, keys);
                        });
        assertThat(ran.headline()).as("seed %d", seed).isEmpty();
    }

    private static void valuesAreThere(Context ctx, List<Object> keys) {
        for (Object key : keys) {
            assertThat(ctx.value(key)).isSameAs(key);
        }
    }

    /// Go: TestWithCancelCanceledParent.
    @Test
    void child_of_a_cancelled_parent_is_done_with_its_cause() {
        run(_ -> {
            Exception why = new Exception("Because!");
            CancelContext parent = Context.withCancelCause(Context.background());
            parent.cancel(why);
            Context c = Context.withCancel(parent);
            isDone(c, Context.CANCELED);
            assertThat(c.cause()).isSameAs(why);
        });
    }

    /// Go: TestWithCancelSimultaneouslyCanceledParent.
    @Test
    void child_made_while_its_parent_is_cancelled_is_done_with_its_cause() {
        TestProgram.procs(4)
                .runs(_ -> {
                    for (int _ : range(200)) {
                        Exception why = new Exception("Because!");
                        CancelContext parent = Context.withCancelCause(Context.background());
                        go(() -> parent.cancel(why));
                        Context c = Context.withCancel(parent);
                        c.done().recv();
                        assertThat(c.err()).isSameAs(Context.CANCELED);
                        assertThat(c.cause()).isSameAs(why);
                    }
                })
                .ok();
    }

    /// Go: TestContextErrDoneRace.
    @Test
    void context_with_an_error_is_done() {
        TestProgram.procs(4)
                .runs(_ -> {
                    for (int _ : range(300)) {
                        CancelContext c = Context.withCancel(Context.background());
                        go(() -> c.cancel());
                        while (c.err() == null) {
                            gosched();
                        }
                        isDone(c, Context.CANCELED);
                    }
                })
                .ok();
    }

    private static String panicOf(GoBody body) {
        return TestProgram.run(_ -> body.run()).headline();
    }

    /// Go: TestWithValueChecksKey.
    @Test
    @SuppressWarnings("NullAway") // nil is what it is about
    void key_of_a_value_may_not_be_nil() {
        assertThat(panicOf(() -> Context.withValue(Context.background(), null, "bar")))
                .isEqualTo("panic: nil key");
    }

    /// Go: TestInvalidDerivedFail.
    @Test
    @SuppressWarnings("NullAway") // nil is what it is about
    void parent_may_not_be_nil() {
        String text = "panic: cannot create context from nil parent";
        assertThat(panicOf(() -> Context.withCancel(null))).isEqualTo(text);
        assertThat(panicOf(() -> Context.withDeadline(null, now()))).isEqualTo(text);
        assertThat(panicOf(() -> Context.withTimeout(null, SHORT))).isEqualTo(text);
        assertThat(panicOf(() -> Context.withValue(null, "foo", "bar"))).isEqualTo(text);
        assertThat(panicOf(() -> Context.withoutCancel(null))).isEqualTo(text);
    }

    /// Go: TestDeadlineExceededSupportsTimeout.
    @Test
    void only_a_deadline_is_a_timeout() {
        assertThat(Context.DEADLINE_EXCEEDED.timeout()).isTrue();
        assertThat(Context.CANCELED.timeout()).isFalse();
    }

    /// Go: TestWithoutCancel.
    @Test
    void without_cancel_keeps_only_the_values() {
        run(_ -> {
            CancelContext parent = Context.withTimeout(Context.background(), SHORT);
            Context c = Context.withoutCancel(Context.withValue(parent, "key", "value"));
            parent.cancel();
            assertThat(c.deadline()).isEmpty();
            assertThat(isNil(c.done())).isTrue();
            assertThat(c.err()).isNull();
            assertThat(c.value("key")).isEqualTo("value");
        });
    }
}
