"""What Java cells print: whole, in order, under the cell that started the goroutine."""

import time


def test_ten_megabytes_arrive_whole_and_fast(java):
    code = 'for (int i = 0; i < 100_000; i++) System.out.println(i + " " + "x".repeat(92));'
    java.run(code.replace("100_000", "1000"))
    started = time.monotonic()
    run = java.run(code)
    seconds = time.monotonic() - started
    assert [int(line.split()[0]) for line in run.text().splitlines()] == list(range(100_000))
    # The target, 1 s, is measured by checks/bench; a machine that is shared may need longer.
    assert seconds < 15, f"{seconds:.2f} s"


def test_lines_of_eight_threads_arrive_whole(java):
    run = java.run(
        """
        var threads = new ArrayList<Thread>();
        for (int t : range(8)) {
            var thread = new Thread(() -> {
                for (int i = 0; i < 2000; i++) {
                    System.out.print("thread " + t);
                    System.out.print(" line " + i);
                    System.out.println(" end");
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (var thread : threads) thread.join();
        """
    )
    assert run.status == "ok", run.reply["content"]
    wanted = {f"thread {t} line {i} end" for t in range(8) for i in range(2000)}
    lines = run.text().splitlines()
    assert len(lines) == 16_000
    assert set(lines) == wanted


def test_what_a_goroutine_prints_with_one_call_stays_together_and_in_its_order(java):
    run = java.run(
        """
        var wg = new WaitGroup();
        for (int g : range(100)) wg.go(() -> {
            for (int i = 0; i < 100; i++) {
                if (i % 10 == 0) gosched();
                println(g, "line", i);
            }
        });
        wg.await();
        """
    )
    assert run.status == "ok", run.reply["content"]
    lines = run.text().splitlines()
    assert len(lines) == 10_000
    for g in range(100):
        mine = [line for line in lines if line.startswith(f"{g} ")]
        assert mine == [f"{g} line {i}" for i in range(100)]


def test_a_goroutine_prints_under_its_own_cell(java):
    code = 'go(() -> { for (int i : range(5)) { sleep(ofMillis(200)); println("late", i); } });'
    first = java.start(code)
    java.finish(first)
    second = java.start('println("second"); Thread.sleep(1500);')
    seen = {first: "", second: ""}
    while True:
        msg = java.iopub()
        parent = msg["parent_header"].get("msg_id")
        if msg["msg_type"] == "stream":
            seen[parent] += msg["content"]["text"]
        if parent == second and msg["content"].get("execution_state") == "idle":
            break
    assert seen[second] == "second\n"
    assert seen[first] == "".join(f"late {i}\n" for i in range(5))


def test_a_plain_thread_prints_under_its_own_cell(java):
    code = 'new Thread(() -> { try { Thread.sleep(600); } catch (Exception e) {} System.out.println("t"); }).start();'
    first = java.start(code)
    java.finish(first)
    assert java.run('println("other");').text() == "other\n"
    java.await_text(first, "t\n")


def test_a_flood_is_stopped_and_bounded(java):
    sent = java.start('while (true) System.out.println("flood".repeat(100));')
    text = java.await_text(sent, "the rest is not shown")
    java.interrupt()
    run = java.finish(sent)
    assert run.status == "error"
    assert len(text) + len(run.text()) < 18 * 2**20
    assert "not shown" in run.text(), "how much was left out is said at the end"


def test_closing_and_replacing_system_out_does_no_harm(java):
    java.run("System.out.close(); System.err.close(); System.in.close();")
    assert java.run('System.out.println("still");').text() == "still\n"


def test_printf_write_and_append_arrive(java):
    run = java.run(
        'System.out.printf("%d|", 1); System.out.write(\'A\'); System.out.append("b").println();'
        ' System.out.write("é𝄞\\n".getBytes("UTF-8"));'
    )
    assert run.text() == "1|Ab\né𝄞\n"
