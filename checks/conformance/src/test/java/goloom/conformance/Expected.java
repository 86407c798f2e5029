package goloom.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One outcome in expect.txt.
///
/// Lines of stdout that bear the same letter (`>a one`, `>a two`) may come in any order; the words
/// of a line with a star (`>* 1 2 3`) too.
final class Expected {
    /// How often real Go has given it; 0: it is possible, but was not seen.
    final int count;

    private final int exit;
    private final List<String> out = new ArrayList<>();
    private final List<Character> groups = new ArrayList<>();
    private final List<String> err = new ArrayList<>();
    private final List<String> goroutines = new ArrayList<>();

    private Expected(int count, int exit) {
        this.count = count;
        this.exit = exit;
    }

    static Expected seen(int count, Result r) {
        Expected e = new Expected(count, r.exit());
        for (String line : r.out()) {
            e.out.add(line);
            e.groups.add(' ');
        }
        e.err.addAll(r.err());
        e.goroutines.addAll(r.goroutines());
        return e;
    }

    Expected withCount(int newCount) {
        Expected e = new Expected(newCount, exit);
        e.out.addAll(out);
        e.groups.addAll(groups);
        e.err.addAll(err);
        e.goroutines.addAll(goroutines);
        return e;
    }

    /// Begins an outcome with its first line, `12 times: exit 0`.
    static Expected begin(String line) {
        String[] words = line.split(" ", -1);
        if (words.length != 4 || !words[1].equals("times:") || !words[2].equals("exit")) {
            throw new IllegalArgumentException("want `12 times: exit 0`, got `" + line + "`");
        }
        return new Expected(Integer.parseInt(words[0]), Integer.parseInt(words[3]));
    }

    static boolean begins(String line) {
        return !line.isEmpty() && Character.isDigit(line.charAt(0));
    }

    void add(String line) {
        if (line.equals(">")) {
            out.add("");
            groups.add(' ');
        } else if (line.startsWith(">")) {
            groups.add(line.charAt(1));
            out.add(line.substring(line.charAt(1) == ' ' ? 2 : 3));
        } else if (line.startsWith("! ")) {
            err.add(line.substring(2));
        } else if (line.startsWith("goroutine ")) {
            goroutines.add(line);
        } else {
            throw new IllegalArgumentException(
                    "want a line that begins with `>`, `!` or `goroutine`, got `" + line + "`");
        }
    }

    boolean matches(Result r) {
        return exit == r.exit()
                && err.equals(r.err())
                && goroutines.equals(r.goroutines())
                && out.size() == r.out().size()
                && outMatches(r.out());
    }

    private boolean outMatches(List<String> got) {
        for (int from = 0; from < out.size(); ) {
            int to = from + 1;
            char group = groups.get(from);
            while (group != ' ' && to < out.size() && groups.get(to) == group) {
                to++;
            }
            List<String> want = new ArrayList<>(out.subList(from, to));
            List<String> have = new ArrayList<>(got.subList(from, to));
            if (group == '*') {
                want.replaceAll(Expected::sortedWords);
                have.replaceAll(Expected::sortedWords);
            }
            want.sort(null);
            have.sort(null);
            if (!want.equals(have)) {
                return false;
            }
            from = to;
        }
        return true;
    }

    private static String sortedWords(String line) {
        return Stream.of(line.strip().split(" ")).sorted().collect(Collectors.joining(" "));
    }

    /// As it stands in expect.txt.
    String text() {
        StringBuilder sb = new StringBuilder();
        sb.append(count).append(" times: exit ").append(exit).append('\n');
        for (int i = 0; i < out.size(); i++) {
            char group = groups.get(i);
            sb.append('>').append(group == ' ' ? "" : group);
            sb.append(out.get(i).isEmpty() ? "" : " " + out.get(i)).append('\n');
        }
        err.forEach(l -> sb.append("! ").append(l).append('\n'));
        goroutines.forEach(l -> sb.append(l).append('\n'));
        return sb.toString();
    }
}
