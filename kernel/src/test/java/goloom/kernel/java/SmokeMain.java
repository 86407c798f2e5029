package goloom.kernel.java;

import goloom.runtime.*;
import java.nio.file.Path;
import java.util.*;

public class SmokeMain {
    public static void main(String[] a) throws Throwable {
        long t0 = System.nanoTime();
        var js =
                new JavaSession(
                        List.of(Path.of("/work/main/goruntime/target/classes")),
                        List.of(
                                "import java.util.*;",
                                "import goloom.runtime.*;",
                                "import static goloom.runtime.Go.*;",
                                "import java.time.Duration;",
                                "import static java.time.Duration.*;"));
        System.out.println("start " + (System.nanoTime() - t0) / 1000000 + "ms");
        var rt = GoRuntime.builder().procs(1).endsWithMain(false).build();
        String[] cells = {
            "1+1",
            "var ch = chan(int.class);\ngo(() -> {\n  for (int i : range(3)) {\n    ch.send(i);\n  }\n  ch.close();\n});\nfor (var v : ch)\n  println(\"got\", v);",
            "hello(2);\nvoid hello(int n) {\n  for (int i = 0; i < n; i++) println(\"hi\", i);\n}",
            "int x = 5;\nint y = undefinedThing;\nprintln(x)",
            "x",
            "int z = 1;\nprintln(z / (z-1));",
            "class A { int v; A(int v) { this.v = v; } }\nvar a = new A(7);\na.v",
            "var b = new ArrayList<Integer>(List.of(1,2));\nb.add(3);",
            "b.add(4)",
            "int f() { return g() + 1; }\nint g() { return 41; }\nf()",
            "int h() { return notThere(); }",
            "h()",
            "var c2 = chan(int.class);\nc2.recv();"
        };
        int n = 1;
        for (var cell : cells) {
            long t = System.nanoTime();
            var r = js.compile(n, cell);
            long d = (System.nanoTime() - t) / 1000;
            System.out.println("--- [" + n + "] " + d + "us " + cell.replace("\n", "\\n"));
            switch (r) {
                case CompileResult.Rejected rej -> System.out.println(rej.problems());
                case CompileResult.Compiled c -> {
                    System.out.println("notes " + c.notes());
                    Object[] res = {null};
                    var o =
                            rt.run(() -> {
                                for (var s : c.program().steps()) {
                                    Object v;
                                    try {
                                        v = (Object) s.code().invokeExact();
                                    } catch (Exception e) {
                                        throw e;
                                    } catch (Error e) {
                                        throw e;
                                    } catch (Throwable e) {
                                        throw new Error(e);
                                    }
                                    if (s == c.program().result()) res[0] = v;
                                }
                            });
                    System.out.println(
                            o.getClass().getSimpleName() + " result=" + res[0] + "\n" + o.report());
                    if (rt.hasEnded())
                        rt = GoRuntime.builder().procs(1).endsWithMain(false).build();
                }
            }
            n++;
        }
        for (int i = 0; i < 40; i++) {
            long t = System.nanoTime();
            js.compile(n++, "x+" + i);
            if (i % 8 == 7) System.out.println((System.nanoTime() - t) / 1000 + "us");
        }
        System.exit(0);
    }
}
