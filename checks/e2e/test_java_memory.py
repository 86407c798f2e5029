"""Many cells: what a cell leaves behind is what later cells can name, no more."""

HEAP = """{
    for (int i = 0; i < 3; i++) System.gc();
    var heap = java.lang.management.ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    System.out.println(heap);
}"""
CLASSES = "java.lang.management.ManagementFactory.getClassLoadingMXBean().getLoadedClassCount()"
AGAIN = """
int a = 5;
int twice(int x) { return 2 * x; }
record Pair(int x, int y) {}
var pair = new Pair(a, twice(a));
for (int i : range(2)) println(pair.x());
pair"""
MANY = 100


def heap(java):
    return int(java.run(HEAP).text())


def again(java, times):
    for _ in range(times):
        assert java.run(AGAIN).result == "Pair[x=5, y=10]"


def test_the_heap_does_not_grow_with_runs_of_the_same_cell(fresh_java):
    again(fresh_java, 40)  # compilers, pools and caches are full then
    before = heap(fresh_java)
    again(fresh_java, MANY)
    # Measured: 5 KB a run; it was 50 KB when JShell remembered everything.
    assert heap(fresh_java) - before < 2_500_000


def test_a_run_adds_no_more_classes_than_it_has(fresh_java):
    again(fresh_java, 40)
    before = int(fresh_java.run(CLASSES).result)
    again(fresh_java, MANY)
    # One for each statement and declaration.
    assert int(fresh_java.run(CLASSES).result) - before < 10 * MANY


def test_what_can_be_named_is_still_there_after_many_cells(fresh_java):
    fresh_java.run("int kept = 7;\nint twice(int n) { return 2 * n; }\nclass Old { int f() { return twice(kept); } }")
    for i in range(MANY):
        fresh_java.run(f"twice(kept) + {i}")
    assert fresh_java.run("new Old().f()").result == "14"
    assert fresh_java.run("int twice(int n) { return 3 * n; }\nnew Old().f()").result == "21"
    assert fresh_java.run("import java.awt.Point;\nnew Point(kept, 2).x").result == "7"
    names = fresh_java.run("%who").text()
    assert "kept" in names and "$" not in names
