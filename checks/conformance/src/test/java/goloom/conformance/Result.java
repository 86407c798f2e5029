package goloom.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How one run of a program ended: what Go and Java are compared by.
///
/// @param exit the exit code
/// @param out stdout, line by line
/// @param err the message: stderr up to the first empty line, without what differs from run to run
/// @param goroutines the headers of the reported goroutines, main first, then in alphabetical order
record Result(int exit, List<String> out, List<String> err, List<String> goroutines) {
    private static final Pattern HEADER =
            Pattern.compile("goroutine (\\d+)(?: gp=\\S+ m=\\S+(?: mp=\\S+)?)? (\\[[^]]*]:)");
    private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-f]+|0xc[0-9a-f]+");

    /// From what a process has printed.
    static Result of(int exit, String stdout, String stderr) {
        return new Result(exit, lines(stdout), message(stderr), headers(stderr));
    }

    static List<String> lines(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        String t = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        return List.of(t.split("\n", -1));
    }

    private static List<String> message(String stderr) {
        List<String> lines = new ArrayList<>();
        for (String line : lines(stderr)) {
            if (line.isEmpty()) {
                break;
            }
            // Registers and stack bounds: of one machine, in one run.
            if (line.startsWith("[signal ") || line.startsWith("runtime: sp=")) {
                continue;
            }
            lines.add(ADDRESS.matcher(line).replaceAll("0x…"));
        }
        return lines;
    }

    private static List<String> headers(String stderr) {
        List<String> main = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (String line : lines(stderr)) {
            Matcher m = HEADER.matcher(line);
            if (m.matches()) {
                if (m.group(1).equals("1")) {
                    main.add("goroutine 1 " + m.group(2));
                } else {
                    others.add("goroutine N " + m.group(2));
                }
            }
        }
        others.sort(null);
        main.addAll(others);
        return List.copyOf(main);
    }

    /// As it stands in expect.txt.
    String text() {
        StringBuilder sb = new StringBuilder("exit ").append(exit).append('\n');
        out.forEach(l -> sb.append("> ").append(l).append('\n'));
        err.forEach(l -> sb.append("! ").append(l).append('\n'));
        goroutines.forEach(l -> sb.append(l).append('\n'));
        return sb.toString();
    }
}
