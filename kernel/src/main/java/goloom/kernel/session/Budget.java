package goloom.kernel.session;

import goloom.kernel.log.Log;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// How much a cell may show, and what becomes of the rest: its beginning goes to a file, then it is
/// only counted. Used by one thread at a time, but for [#isSpent] and [#leaveOut].
final class Budget {
    /// What is shown counts at least so much, so that many small messages are bounded too.
    static final int LEAST_COST = 1024;

    private static final long FILE_LIMIT = 64L << 20;

    private final long limit;
    private final String fileName;
    private final LongAdder leftOut = new LongAdder();
    private final LongAdder linesLeftOut = new LongAdder();
    private long left;
    private long fileLeft = FILE_LIMIT;
    private @Nullable Path file;
    private @Nullable Writer writer;
    private volatile boolean spent; // nothing more is shown or written to the file

    Budget(long characters, String fileName) {
        limit = characters;
        left = characters;
        this.fileName = fileName;
    }

    /// True when text is only counted: then [#leaveOut] may be called by any thread.
    boolean isSpent() {
        return spent;
    }

    void leaveOut(String text) {
        leftOut.add(text.length());
        linesLeftOut.add(text.chars().filter(c -> c == '\n').count());
    }

    /// The part of `text` that may be shown. The rest is put aside.
    String take(String text) {
        if (text.length() <= left) {
            left -= text.length();
            return text;
        }
        boolean first = file == null && fileLeft == FILE_LIMIT;
        int cut = left == 0 ? 0 : text.lastIndexOf('\n', (int) left - 1) + 1;
        left = 0;
        setAside(text.substring(cut));
        return first ? text.substring(0, cut) + reached() : "";
    }

    /// True if something of this size may be shown.
    boolean take(long size) {
        long cost = Math.max(size, LEAST_COST);
        if (cost > left) {
            leftOut.add(size);
            return false;
        }
        left -= cost;
        return true;
    }

    private void setAside(String text) {
        leaveOut(text);
        try {
            Writer out = writer;
            if (out == null) {
                out = open();
                writer = out;
            }
            out.write(text, 0, (int) Math.min(text.length(), fileLeft));
            fileLeft -= text.length();
        } catch (IOException | UncheckedIOException e) {
            Log.note("output file", e);
            fileLeft = 0;
        }
        if (fileLeft <= 0) {
            spent = true;
            close();
        }
    }

    private Writer open() throws IOException {
        Path f = OutputFiles.create(fileName);
        file = f;
        return Files.newBufferedWriter(f);
    }

    private String reached() {
        return "\n[" + size(limit) + " of output: the rest is not shown" + whereabouts() + "]\n";
    }

    /// What to say at the end of the cell, or null if nothing was left out since this was last
    /// asked.
    @Nullable String summary() {
        long n = leftOut.sumThenReset();
        long lines = linesLeftOut.sumThenReset();
        if (n == 0) {
            return null;
        }
        flush();
        return String.format(
                Locale.ROOT, "[%s in %,d lines not shown%s]\n", size(n), lines, whereabouts());
    }

    private String whereabouts() {
        Path f = file;
        if (f == null) {
            return "";
        }
        return (spent ? "; the first " + size(FILE_LIMIT) + " of it: " : "; see ") + f;
    }

    private static String size(long characters) {
        return characters < 1 << 20
                ? String.format(Locale.ROOT, "%,d characters", characters)
                : String.format(Locale.ROOT, "%.1f MB", characters / (double) (1 << 20));
    }

    private void flush() {
        try {
            if (writer != null) {
                writer.flush();
            }
        } catch (IOException e) {
            Log.note("output file", e);
        }
    }

    private void close() {
        try {
            if (writer != null) {
                writer.close();
                writer = null;
            }
        } catch (IOException e) {
            Log.note("output file", e);
        }
    }
}
