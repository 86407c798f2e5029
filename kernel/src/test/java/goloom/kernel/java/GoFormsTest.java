package goloom.kernel.java;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Go typed into a Java cell.
final class GoFormsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "x := 5 ~ var x = 5;",
                "x:=5 ~ var x = 5;",
                "ch := make(chan int) ~ var ch = chan(int.class);",
                "ch := make(chan string, 3) ~ var ch = chan(String.class, 3);",
                "var ch = make(chan int) ~ var ch = chan(int.class);",
                "done := make(chan struct{}) ~ var done = signal();",
                "ch <- 5 ~ ch.send(5);",
                "    ch<-x+1; ~ ch.send(x+1);",
                "v := <-ch ~ var v = ch.recv();",
                "var v = <-ch; ~ var v = ch.recv();",
                "<-done ~ done.recv();",
                "v, ok := <-ch ~ var r = ch.recvOk(); with r.value() and r.ok()",
                "fmt.Println(<-ch) ~ println(ch.recv());",
                "go f() ~ go(() -> f());",
                "go worker(i, ch) // start ~ go(() -> worker(i, ch));",
                "go func() { fmt.Println(1) }() ~ go(() -> { println(1); });",
                "go func() { ~ go(() -> { ... });",
                "defer wg.Done() ~ try (var _ = defer(() -> wg.done())) { ... }",
                "for i := range 5 { ~ for (int i : range(5)) {",
                "for i := range 5 { println(i) } ~ for (int i : range(5)) {",
                "for v := range ch { ~ for (var v : ch) {",
                "for _, x := range list { ~ for (var x : list) {",
                "for i := 0; i < 3; i++ { ~ for (int i : range(3)) {",
                "for i := 1; i < 3; i++ { ~ for (int i = 1; i < 3; i++) {",
                "for i := n; i > 0; i-- { ~ for (int i = n; i > 0; i--) {",
                "for { ~ while (true) {",
                "for x < 3 { ~ while (x < 3) {",
                "if x > 3 { ~ if (x > 3) {",
                "func add(a int, s string) bool { ~ boolean add(int a, String s) {",
                "func produce(ch chan<- int) { ~ void produce(SendChan<Integer> ch) {",
                "func main() { ~ %%main in the first line of the cell",
                "var wg sync.WaitGroup ~ var wg = new WaitGroup();",
                "var mu sync.Mutex ~ var mu = new Mutex();",
                "var n int ~ int n;",
                "var n int = 3 ~ int n = 3;",
                "select { ~ select(onRecv(ch, v -> ...), onDefault(() -> ...));",
                "case v := <-ch: ~ onRecv(ch, v -> ...)",
                "time.Sleep(500 * time.Millisecond) ~ sleep(ofMillis(500));",
                "fmt.Printf(`%d`, x) ~ printf(`%d`, x);",
                "int x = nil; ~ int x = null;",
                "ctx, cancel := context.WithTimeout(context.Background(), time.Second) ~ var ctx = Context.withTimeout(Context.background(), ofSeconds(1)); with ctx.cancel()",
                "runtime.GOMAXPROCS(1) ~ gomaxprocs(1);",
                "runtime.Gosched() ~ gosched();",
                "err := errors.New(`x`) ~ var err = new Exception(`x`);",
                "type P struct { x int; s string } ~ record P(int x, String s) {}",
                "type P struct { ~ record P(...) {}",
                "type Shape interface { ~ interface Shape {",
                "s := []int{1, 2, 3} ~ var s = new int[] {1, 2, 3};",
                "m := map[string]int{} ~ var m = new HashMap<String, Integer>();",
                "m := make(map[string]bool) ~ var m = new HashMap<String, Boolean>();",
            })
    void go_is_told_in_java(String go, String java) {
        assertThat(GoForms.inJava(go)).isEqualTo(java);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int x = ;",
                "var x = undefinedThing;",
                "x = foo(;",
                "import java.utl.*;",
                "go(() -> f(;",
                "go (() -> f(;",
                "for (int i = 0; i < 3; i++ {",
                "if (x > 3 {",
                "String s = 5;",
                "foo bar",
            })
    void java_is_left_alone(String line) {
        assertThat(GoForms.inJava(line)).isNull();
    }
}
