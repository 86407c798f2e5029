"""Declaring things again: the rules of docs/redefinition.md, in its order."""

import pytest


@pytest.fixture
def cells(java):
    """Runs cells that must succeed, in a kernel that has forgotten all others; gives the last."""
    java.run("%reset")

    def run(*codes):
        for code in codes:
            last = java.run(code)
            assert last.status == "ok", last.reply["content"]
        return last

    run.front = java
    return run


def notes(run):
    return "\n".join(c["data"]["text/plain"] for c in run.of("display_data"))


def error(run):
    assert run.status == "error"
    return "\n".join(run.reply["content"]["traceback"])


def test_a_cell_can_be_run_again(cells):
    code = "record P(int x) {}\nint twice(P p) { return 2 * p.x(); }\nvar p = new P(4);\nint n = twice(p);\nn"
    assert [cells(code).result for _ in range(3)] == ["8"] * 3


def test_a_variable_can_get_another_type(cells):
    assert cells("int x = 5;", 'String x = "text";', "x.length()").result == "4"


def test_a_method_takes_the_place_of_the_old_one_also_for_its_callers(cells):
    cells("int f() { return 1; }", "int g() { return f() + 1; }")
    assert cells("int f() { return 10; }", "g()").result == "11"


def test_a_method_with_other_parameters_is_another_one(cells):
    assert cells("int f() { return 1; }", "int f(int n) { return n; }", "f() + f(5)").result == "6"


def test_a_changed_signature_says_what_no_longer_compiles(cells):
    cells("int f() { return 1; }", "int g() { return f() + 1; }")
    assert "g(...) no longer compiles" in notes(cells("long f() { return 10L; }"))
    assert "g(...) no longer compiles" in error(cells.front.run("g()"))
    assert cells("long g() { return f() + 1; }", "g()").result == "11"


def test_what_does_not_exist_yet_may_be_named(cells):
    said = notes(cells("int later() { return notYet(2); }"))
    assert "it needs method notYet(int), which does not exist" in said
    assert "notYet(int)" in error(cells.front.run("later()"))
    assert cells("int notYet(int n) { return n * 100; }", "later()").result == "200"


def test_methods_and_types_of_one_cell_may_use_each_other(cells):
    code = """
        boolean even(int n) { return n == 0 || odd(n - 1); }
        boolean odd(int n) { return n != 0 && even(n - 1); }
        class Boss { Worker worker = new Worker(this); }
        class Worker { Boss boss; Worker(Boss b) { boss = b; } }
        var boss = new Boss();
        even(10) && boss.worker.boss == boss"""
    assert cells(code).result == "true"


SHAPES = "double area(Shape s) { return switch (s) { case Circle c -> c.r(); case Square q -> q.s(); }; }"


def test_sealed_types_of_one_cell(cells):
    cells("sealed interface Shape {}\nrecord Circle(double r) implements Shape {}\n"
          "record Square(double s) implements Shape {}")
    assert cells(SHAPES, "area(new Square(3))").result == "3.0"


def test_sealed_types_over_several_cells(cells):
    cells("sealed interface Shape permits Circle, Square {}")
    cells("record Circle(double r) implements Shape {}", "record Square(double s) implements Shape {}")
    assert cells(SHAPES, "area(new Circle(2))").result == "2.0"


def test_a_sealed_type_alone_says_what_to_do(cells):
    assert "permits A, B" in error(cells.front.run("sealed interface Alone {}"))


def test_mistakes_in_a_sealed_type_are_shown_where_they_are(cells):
    said = error(cells.front.run("sealed interface S { int x() { return nope; } }\nrecord A() implements S {}"))
    assert "], line 1:" in said and "permits" not in said


def test_a_class_declared_again_is_a_new_one_and_says_what_is_lost(cells):
    cells("class C { int f() { return 2; } }", "C c = new C();\nvar d = new C();\nint keeps = 7;")
    said = notes(cells("class C { int f() { return 3; } }"))
    assert "c is null now: its type C was declared anew" in said and "d is null now" in said
    assert cells("c == null && d == null && keeps == 7").result == "true"
    assert cells("d = new C();\nd.f()").result == "3"


def test_types_that_use_each_other_can_be_declared_again(cells):
    cells("class A { B b; A(B b) { this.b = b; } }\nclass B { A a; int v = 2; }\nvar a = new A(new B());")
    cells("class B { A a; int v = 20; }")
    assert cells("a = new A(new B());\na.b.v").result == "20"


def test_old_objects_keep_their_methods(cells):
    cells('interface Animal { String sound(); }\nclass Dog implements Animal { public String sound() { return "woof"; } }')
    cells("List<Animal> zoo = new ArrayList<>(List.of(new Dog()));")
    cells('class Dog implements Animal { public String sound() { return "WOOF"; } }')
    assert cells("zoo.add(new Dog());\nzoo.stream().map(Animal::sound).toList()").result == "[woof, WOOF]"


def test_an_old_object_where_a_new_type_is_expected_says_why(cells):
    cells("record P(int x) {}\nList<P> all = new ArrayList<>(List.of(new P(1)));", "record P(int x, int y) {}")
    said = error(cells.front.run("P first = all.getFirst();"))
    assert "class P cannot be cast to class P" in said
    assert "from before a type was declared anew" in said
    assert "loader" not in said
    cells("class Cat {}\nclass Cow {}\nObject o = new Cat();")
    assert "declared anew" not in error(cells.front.run("Cow cow = (Cow) o;"))


@pytest.mark.parametrize("code", ["limit = 6;", "limit += 1;", "limit++", "void f() { limit = 6; }", "Runnable r = () -> limit--;"])
def test_final_is_honoured(cells, code):
    cells("final int limit = 5;")
    assert "cannot assign a value to final variable limit" in error(cells.front.run(code))
    assert cells("limit").result == "5"


def test_final_says_nothing_about_other_names(cells):
    cells("final int limit = 5;")
    cells("void f(int limit) { limit = 6; }", "{ int limit = 1; limit++; }", "for (int limit = 0; limit < 3; limit++) {}")
    cells("class Box { int limit; void set() { limit = 1; this.limit = 2; } }", "var box = new Box();\nbox.limit = 9;")
    assert cells("final int limit = 8;", "limit").result == "8"
    assert cells("int limit = 1;", "limit = 2;", "limit").result == "2"


def test_a_failed_initialiser_warns(cells):
    said = error(cells.front.run('int a = 1;\nint boom = Integer.parseInt("z");\nvar next = "text";'))
    assert "boom got no value: it is 0" in said
    assert "next got no value: it is null" in said
    assert "a got no value" not in said


def test_a_compile_error_declares_nothing(cells):
    cells("int x = 5;", "int f() { return 1; }")
    error(cells.front.run('String x = "lost";\nint f() { return 2; }\nint y = ;'))
    assert cells("x + f()").result == "6"
    error(cells.front.run("y"))


def test_a_method_of_the_learner_hides_goloom_s_and_the_cell_says_so_once(cells):
    said = notes(cells("void send(int n) { println(n); }"))
    assert said == "your method send hides Goloom's send in all cells; that one is still there as Go.send(...)"
    assert notes(cells("void send(int n) { println(n + 1); }")) == ""
    assert cells("send(1);").text() == "2\n"
    cells("var ch = chan(int.class, 2);", "ch.send(1);\nGo.send(ch, 2);")
    assert cells("ch.recv() + ch.recv()").result == "3"


def test_goloom_s_functions_work_after_many_declarations(cells):
    for i in range(5):
        cells(f"int v{i} = {i};\nvoid m{i}() {{ println(v{i}); }}\nclass K{i} {{}}")
    code = "var ch = chan(int.class);\ngo(() -> { for (int i : range(5)) ch.send(i); ch.close(); });\n"
    assert cells(code + "int sum = 0;\nfor (int v : ch) sum += v;\nsum").result == "10"


def test_synchronized_methods_are_refused_by_name(cells):
    assert "'synchronized' not permitted" in error(cells.front.run("synchronized int f() { return 1; }"))
