package goloom.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The outcomes that a program may have.
///
/// The file: lines with `#` say something about the program; then one block for each outcome, the
/// most frequent first.
///
/// @param notes the lines with `#`, without it
record Expectation(List<String> notes, List<Expected> outcomes) {
    private static final double DOMINANT = 0.9;

    static Expectation read(Path file) {
        List<String> notes = new ArrayList<>();
        List<Expected> outcomes = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file)) {
                if (line.startsWith("#")) {
                    notes.add(line.substring(1).strip());
                } else if (Expected.begins(line)) {
                    outcomes.add(Expected.begin(line));
                } else if (!line.isEmpty()) {
                    outcomes.getLast().add(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
        return new Expectation(notes, outcomes);
    }

    void write(Path file) throws IOException {
        StringBuilder sb = new StringBuilder();
        notes.forEach(n -> sb.append("# ").append(n).append('\n'));
        outcomes.forEach(o -> sb.append(o.text()));
        Files.writeString(file, sb);
    }

    boolean allows(Result r) {
        return outcomes.stream().anyMatch(o -> o.matches(r));
    }

    /// True if nearly every run of real Go has given the first outcome, though there are others.
    boolean hasDominant() {
        int all = outcomes.stream().mapToInt(o -> o.count).sum();
        return outcomes.size() > 1 && outcomes.getFirst().count >= DOMINANT * all;
    }

    Expected dominant() {
        return outcomes.getFirst();
    }

    /// The same outcomes with the counts of new runs, and new ones if there are any.
    Expectation recorded(List<Result> runs) {
        List<Expected> known = new ArrayList<>(outcomes);
        for (Result r : runs) {
            if (known.stream().noneMatch(o -> o.matches(r))) {
                known.add(Expected.seen(0, r));
            }
        }
        List<Expected> counted = new ArrayList<>();
        for (Expected o : known) {
            counted.add(o.withCount((int) runs.stream().filter(r -> first(known, r) == o).count()));
        }
        counted.sort((a, b) -> b.count - a.count); // stable: the more general ones stay behind
        return new Expectation(notes, counted);
    }

    private static Expected first(List<Expected> known, Result r) {
        return known.stream().filter(o -> o.matches(r)).findFirst().orElseThrow();
    }

    String text() {
        return outcomes.stream().map(Expected::text).collect(Collectors.joining());
    }
}
