package goloom.kernel.java;

import java.util.List;

/// What people do in their first minutes, for the AOT cache: see
/// [goloom.kernel.session.Interpreter#trainingCells].
final class TrainingCells {
    static final List<String> ALL =
            List.of(
                    "1 + 1",
                    "int k = 1;",
                    "k + 1",
                    "System.out.println(\"k is \" + k);",
                    "println(\"k is\", k); printf(\"%d %v\\n\", k, k);",
                    "int twice(int n) { return 2 * n; }",
                    "twice(k)",
                    "record Point(int x, int y) {}",
                    "List.of(new Point(1, 2), new Point(3, 4))",
                    "var squares = IntStream.range(0, 5).map(i -> i * i).toArray();\nsquares",
                    "go(() -> println(\"hello from a goroutine\"));",
                    """
                    var ch = chan(String.class, 2);
                    var wg = new WaitGroup();
                    for (int i : range(3)) {
                        wg.go(() -> {
                            sleep(ofMillis(1));
                            ch.send("worker " + i);
                        });
                    }
                    go(() -> { wg.await(); ch.close(); });
                    for (var s : ch) {
                        println(s);
                    }
                    """,
                    """
                    var done = signal();
                    var mu = new Mutex();
                    int total = 0;
                    go(() -> {
                        for (int i : range(10)) {
                            mu.lock();
                            total += i;
                            mu.unlock();
                        }
                        done.close();
                    });
                    select(onRecv(done), onRecv(after(ofSeconds(5)), t -> println("late")));
                    total
                    """,
                    "int x = ;",
                    "undefined + 1",
                    "int[] a = {1}; a[1]",
                    "throw new IllegalStateException(\"no\");",
                    "%%main\nvar c = chan(int.class);\nc.recv();",
                    "%gomaxprocs",
                    "%goroutines",
                    "Sys",
                    "List.of(1).str");

    private TrainingCells() {}
}
