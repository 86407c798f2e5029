package goloom.kernel.echo;

import goloom.kernel.protocol.ErrorReport;
import goloom.kernel.protocol.MimeBundle;
import goloom.kernel.protocol.Payload;
import goloom.kernel.session.Cell;
import goloom.kernel.session.CellOutput;
import goloom.kernel.session.ExecuteOutcome;
import goloom.kernel.session.Host;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One cell: a command a line, with its argument behind it.
final class EchoCell {
    static final List<String> COMMANDS =
            List.of(
                    "print",
                    "raw",
                    "err",
                    "result",
                    "html",
                    "display",
                    "update",
                    "clear",
                    "page",
                    "next",
                    "raise",
                    "throw",
                    "sleep",
                    "spin",
                    "flood",
                    "lines",
                    "threads",
                    "late",
                    "ask",
                    "password",
                    "readline",
                    "close",
                    "budget",
                    "interrupted");

    private final Cell cell;
    private final CellOutput output;
    private final Host host;
    private final List<Payload> payload = new ArrayList<>();
    private @Nullable MimeBundle result;

    EchoCell(Cell cell, CellOutput output, Host host) {
        this.cell = cell;
        this.output = output;
        this.host = host;
    }

    ExecuteOutcome run() throws InterruptedException {
        for (String line : cell.code().lines().toList()) {
            String[] parts = line.split(" ", 2);
            try {
                command(parts[0], parts.length > 1 ? parts[1] : "");
            } catch (IOException e) {
                return failed("IOException", String.valueOf(e.getMessage()));
            } catch (RaisedException e) {
                return failed("Raised", String.valueOf(e.getMessage()));
            }
        }
        return new ExecuteOutcome.Ok(result, payload);
    }

    private static ExecuteOutcome failed(String name, String value) {
        return new ExecuteOutcome.Failed(
                new ErrorReport(name, value, List.of(name + ": " + value)));
    }

    private void command(String name, String text) throws InterruptedException, IOException {
        switch (name) {
            case "print" -> System.out.println(text);
            case "raw" -> System.out.print(text);
            case "err" -> System.err.println(text);
            case "result" -> result = MimeBundle.text(text);
            case "html" -> result = MimeBundle.of("text/html", text);
            case "display" -> output.display(bundle(text));
            case "update" -> output.updateDisplay(bundle(text));
            case "clear" -> output.clear(text.equals("later"));
            case "page" -> payload.add(new Payload.Page(MimeBundle.text(text)));
            case "next" -> payload.add(new Payload.NextInput(text, false));
            case "raise" -> throw new RaisedException(text);
            case "throw" -> throw new IllegalStateException(text);
            case "sleep" -> Thread.sleep(Long.parseLong(text));
            case "spin" -> spin();
            case "flood" -> flood();
            case "lines" -> lines(text);
            case "threads" -> threads(text);
            case "late" -> late(text);
            case "ask" -> System.out.println("got " + output.readLine(text, false));
            case "password" -> System.out.println("got " + output.readLine(text, true));
            case "readline" -> readLine();
            case "close" -> System.out.close();
            case "budget" -> host.outputBudget(Long.parseLong(text));
            case "interrupted" -> Thread.currentThread().interrupt();
            default -> throw new RaisedException("unknown command " + name);
        }
    }

    /// `ID TEXT`, with `-` for no id.
    private static MimeBundle bundle(String idAndText) {
        String[] parts = idAndText.split(" ", 2);
        MimeBundle b = MimeBundle.text(parts[1]).with("text/html", "<b>" + parts[1] + "</b>");
        return parts[0].equals("-") ? b : b.withDisplayId(parts[0]);
    }

    private static void spin() throws InterruptedException {
        while (!Thread.interrupted()) {
            Thread.onSpinWait();
        }
        throw new InterruptedException();
    }

    private static void flood() throws InterruptedException {
        for (long i = 0; !Thread.interrupted(); i++) {
            System.out.println("flood " + i);
        }
        throw new InterruptedException();
    }

    /// `COUNT LENGTH`
    private static void lines(String arguments) {
        String[] parts = arguments.split(" ", 2);
        int length = Integer.parseInt(parts[1]);
        for (int i = 0; i < Integer.parseInt(parts[0]); i++) {
            String number = i + " ";
            System.out.println(number + "x".repeat(Math.max(0, length - number.length() - 1)));
        }
    }

    /// `THREADS LINES`: each line in three pieces.
    private static void threads(String arguments) throws InterruptedException {
        String[] parts = arguments.split(" ", 2);
        var threads = new ArrayList<Thread>();
        for (int t = 0; t < Integer.parseInt(parts[0]); t++) {
            int number = t;
            threads.add(
                    Thread.ofPlatform()
                            .start(() -> {
                                for (int i = 0; i < Integer.parseInt(parts[1]); i++) {
                                    System.out.print("thread " + number);
                                    System.out.print(" line " + i);
                                    System.out.println(" end");
                                }
                            }));
        }
        for (Thread t : threads) {
            t.join();
        }
    }

    /// `MS TEXT`: prints when the cell has long ended.
    private static void late(String arguments) {
        String[] parts = arguments.split(" ", 2);
        Thread.ofPlatform()
                .daemon()
                .start(() -> {
                    try {
                        Thread.sleep(Long.parseLong(parts[0]));
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    System.out.println(parts[1]);
                });
    }

    private static void readLine() throws IOException {
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.out.println("got " + in.readLine());
    }

    private static final class RaisedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RaisedException(String message) {
            super(message);
        }
    }
}
