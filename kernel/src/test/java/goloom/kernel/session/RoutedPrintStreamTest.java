package goloom.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import goloom.kernel.echo.EchoInterpreter;
import goloom.kernel.protocol.Publication;
import goloom.kernel.protocol.Publication.StreamName;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every method of `PrintStream` that writes must reach the cell.
class RoutedPrintStreamTest {
    static Stream<Arguments> writers() {
        return Stream.of(
                writer("true", p -> p.print(true)),
                writer("c", p -> p.print('c')),
                writer("5", p -> p.print(5)),
                writer("5", p -> p.print(5L)),
                writer("0.5", p -> p.print(0.5f)),
                writer("0.5", p -> p.print(0.5)),
                writer("ab", p -> p.print(new char[] {'a', 'b'})),
                writer("null", p -> p.print((String) null)),
                writer("[]", p -> p.print((Object) List.of())),
                writer("\n", PrintStream::println),
                writer("true\n", p -> p.println(true)),
                writer("c\n", p -> p.println('c')),
                writer("5\n", p -> p.println(5)),
                writer("5\n", p -> p.println(5L)),
                writer("0.5\n", p -> p.println(0.5f)),
                writer("0.5\n", p -> p.println(0.5)),
                writer("ab\n", p -> p.println(new char[] {'a', 'b'})),
                writer("s\n", p -> p.println("s")),
                writer("null\n", p -> p.println((Object) null)),
                writer("1 2", p -> p.printf("%d %d", 1, 2)),
                writer("1,5", p -> p.printf(Locale.GERMANY, "%.1f", 1.5)),
                writer("x", p -> p.format("%s", "x")),
                writer("1,5", p -> p.format(Locale.GERMANY, "%.1f", 1.5)),
                writer("abc", p -> p.append('a').append("b").append("xcx", 1, 2)),
                writer("A", p -> p.write('A')),
                writer("bc", p -> p.write(new byte[] {'a', 'b', 'c'}, 1, 2)),
                writer("ab", p -> p.writeBytes(new byte[] {'a', 'b'})),
                writer("still", RoutedPrintStreamTest::closeAndPrint));
    }

    private static Arguments writer(String wanted, Consumer<PrintStream> body) {
        return Arguments.of(wanted, body);
    }

    private static void closeAndPrint(PrintStream p) {
        p.close();
        p.print("still");
    }

    @ParameterizedTest
    @MethodSource("writers")
    void everything_written_reaches_the_cell(String wanted, Consumer<PrintStream> body) {
        var out = new StringBuilder();
        var output =
                new CellOutput(
                        p -> out.append(((Publication.Stream) p).text()),
                        (_, _) -> "",
                        new Flusher(),
                        System::nanoTime,
                        false,
                        new Budget(1000, "test.txt"));
        var router = new OutputRouter(new EchoInterpreter());
        router.latest(output);
        body.accept(new RoutedPrintStream(router, StreamName.STDOUT));
        output.end();
        assertThat(out).hasToString(wanted);
    }
}
