"""What values look like, and what cells display."""

import pytest

VALUES = [
    ("1 + 1", "2"),
    ("1.5", "1.5"),
    ("true", "true"),
    ('"text"', '"text"'),
    ("'c'", "'c'"),
    ("new int[] {1, 2, 3}", "[1, 2, 3]"),
    ("new String[][] {{\"a\"}, {\"b\", null}}", "[[a], [b, null]]"),
    ("List.of(new int[] {1}, new int[] {2})", "[[1], [2]]"),
    ("new TreeMap<>(Map.of(1, \"a\", 2, \"b\"))", "{1=a, 2=b}"),
    ("Optional.of(5)", "Optional[5]"),
    ("Stream.of(1, 2, 3)", "Stream[1, 2, 3] (used up now)"),
    ("new java.awt.image.BufferedImage(4, 3, 1)", "image 4 x 3"),
]


@pytest.mark.parametrize("code, text", VALUES)
def test_a_value_is_readable(java, code, text):
    assert java.run(code).result == text


def test_records_and_lists_of_records(java):
    java.run("record City(String name, int people) {}")
    assert java.run('new City("Ulm", 5)').result == "City[name=Ulm, people=5]"
    run = java.run('List.of(new City("Ulm", 5), new City("Rome", 77))')
    assert run.result == "name  people\nUlm        5\nRome      77"
    assert "<table>" in run.of("execute_result")[0]["data"]["text/html"]


def test_no_generated_name_is_seen(java):
    java.run("class Plain {}\nenum Color { RED }")
    for code in ("new Plain()", "Plain.class", "Color.RED.getClass()", "new Plain[1].getClass()"):
        assert "JShell" not in java.run(code).result, code
    assert java.run("Runnable lambda = () -> {};\nlambda").result == "Runnable (a lambda)"


def test_a_statement_has_no_result(java):
    for code in ("int a = 5;", "void f() {}", "import java.util.zip.*;", "if (true) {}", "null;"):
        assert java.run(code).result is None or code == "null;", code


def test_display_update_and_clear(java):
    run = java.run(
        """
        String id = display(html("<b>1</b>"));
        updateDisplay(id, "two");
        clearOutputLater();
        display(markdown("*x*"));
        display(math("x^2"));
        display(svg("<svg xmlns='http://www.w3.org/2000/svg'/>"));
        """
    )
    assert run.status == "ok", run.reply["content"]
    shown = run.of("display_data")
    assert shown[0]["data"] == {"text/html": "<b>1</b>", "text/plain": "1"}
    updated = run.of("update_display_data")[0]
    assert updated["transient"] == shown[0]["transient"]
    assert updated["data"] == {"text/plain": "two"}
    assert run.of("clear_output") == [{"wait": True}]
    assert [set(s["data"]) - {"text/plain"} for s in shown[1:]] == [
        {"text/markdown"},
        {"text/latex"},
        {"image/svg+xml"},
    ]


def test_a_library_for_java_kernels_renders(java):
    run = java.run(
        """
        import io.github.spencerpark.jupyter.kernel.display.*;
        import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
        class Chart implements DisplayDataRenderable {
            public void render(RenderContext c) {
                c.renderIfRequested(MIMEType.TEXT_HTML, () -> "<i>chart</i>");
            }
            public String toString() { return "chart"; }
        }
        new Chart()
        """
    )
    assert run.of("execute_result")[0]["data"] == {
        "text/html": "<i>chart</i>",
        "text/plain": "chart",
    }


def test_user_expressions(java):
    run = java.run("int ue = 20;", user_expressions={"good": "ue + 1", "bad": "nonsense"})
    values = run.reply["content"]["user_expressions"]
    assert values["good"]["data"]["text/plain"] == "21"
    assert values["bad"]["status"] == "error"


def test_the_rows_of_a_query_are_a_table(java):
    run = java.run(
        """
        import java.sql.*;
        import javax.sql.rowset.*;
        var meta = new RowSetMetaDataImpl();
        meta.setColumnCount(2);
        meta.setColumnName(1, "ID");
        meta.setColumnType(1, Types.INTEGER);
        meta.setColumnName(2, "NAME");
        meta.setColumnType(2, Types.VARCHAR);
        CachedRowSet rows = RowSetProvider.newFactory().createCachedRowSet();
        rows.setMetaData(meta);
        for (int i : range(2)) {
            rows.moveToInsertRow();
            rows.updateInt(1, i);
            rows.updateString(2, "<row " + i + ">");
            rows.insertRow();
        }
        rows.moveToCurrentRow();
        rows.beforeFirst();
        ResultSet found = rows;
        found
        """
    )
    assert run.status == "ok", run.reply["content"]
    data = run.of("execute_result")[0]["data"]
    assert [line.split() for line in data["text/plain"].splitlines()] == [
        ["ID", "NAME"],
        ["0", "<row", "0>"],
        ["1", "<row", "1>"],
    ]
    assert "&lt;row 1&gt;" in data["text/html"]
