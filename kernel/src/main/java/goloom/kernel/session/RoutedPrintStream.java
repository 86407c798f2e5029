package goloom.kernel.session;

import goloom.kernel.protocol.Publication.StreamName;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// `System.out` or `System.err` of a kernel. Text goes straight to the cell of the calling thread:
/// the lock inside `PrintStream`, for which goroutines would queue, is never taken (`printf` and
/// `append` end in the methods below). Closing it does nothing: the next cell can print.
@SuppressWarnings("AnnotateFormatMethod") // The methods of PrintStream have no such annotation.
final class RoutedPrintStream extends PrintStream {
    private final OutputRouter router;
    private final StreamName stream;
    private final Utf8 utf8 = new Utf8();

    RoutedPrintStream(OutputRouter router, StreamName stream) {
        super(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        this.router = router;
        this.stream = stream;
    }

    private void put(String text) {
        router.print(stream, text);
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes) {
        write(bytes, 0, bytes.length);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        put(utf8.decode(bytes, offset, length));
    }

    @Override
    public void writeBytes(byte[] bytes) {
        write(bytes, 0, bytes.length);
    }

    @Override
    public void flush() {
        router.flush(stream);
    }

    @Override
    public void close() {
        flush();
    }

    @Override
    public boolean checkError() {
        flush();
        return false;
    }

    @Override
    public void print(boolean value) {
        put(String.valueOf(value));
    }

    @Override
    public void println(boolean value) {
        put(value + "\n");
    }

    @Override
    public void print(char value) {
        put(String.valueOf(value));
    }

    @Override
    public void println(char value) {
        put(value + "\n");
    }

    @Override
    public void print(int value) {
        put(String.valueOf(value));
    }

    @Override
    public void println(int value) {
        put(value + "\n");
    }

    @Override
    public void print(long value) {
        put(String.valueOf(value));
    }

    @Override
    public void println(long value) {
        put(value + "\n");
    }

    @Override
    public void print(float value) {
        put(String.valueOf(value));
    }

    @Override
    public void println(float value) {
        put(value + "\n");
    }

    @Override
    public void print(double value) {
        put(String.valueOf(value));
    }

    @Override
    public void println(double value) {
        put(value + "\n");
    }

    @Override
    public void print(char[] text) {
        put(new String(text));
    }

    @Override
    public void println(char[] text) {
        put(new String(text) + '\n');
    }

    @Override
    public void print(@Nullable String value) {
        put(String.valueOf(value));
    }

    @Override
    public void println(@Nullable String value) {
        put(value + "\n");
    }

    @Override
    public void print(@Nullable Object value) {
        put(String.valueOf(value));
    }

    @Override
    public void println(@Nullable Object value) {
        put(value + "\n");
    }

    @Override
    public void println() {
        put("\n");
    }

    @Override
    public PrintStream format(String format, @Nullable Object... args) {
        put(String.format(format, args));
        return this;
    }

    @Override
    public PrintStream format(@Nullable Locale locale, String format, @Nullable Object... args) {
        put(String.format(locale, format, args));
        return this;
    }
}
