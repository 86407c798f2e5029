package goloom.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The tables of README.md say what is there.
final class ReadmeTest {
    private static final int FEWEST_ROWS = 200;
    private static final Pattern GROUP = Pattern.compile("\\| ([a-z]+) \\| (\\d+) \\| .+ \\|");
    private static final Pattern NAMED_TEST = Pattern.compile("\\b[A-Z]\\w+Test\\b");
    private static final Pattern NAMED_CASE = Pattern.compile("\\b[a-z]+-\\d\\d\\b");

    /// The lines of a section of the README.
    private static List<String> section(String title) throws IOException {
        List<String> lines = Files.readAllLines(Case.BASE.resolve("README.md"));
        int from = lines.indexOf("## " + title) + 1;
        assertThat(from).as("README.md: the section `## %s`", title).isPositive();
        return lines.subList(from, lines.size()).stream()
                .takeWhile(l -> !l.startsWith("## "))
                .toList();
    }

    /// The cells of a table's rows, by the first cell.
    private static Map<String, List<String>> table(String title) throws IOException {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (String line : section(title)) {
            List<String> cells = List.of(line.split(" ?\\| ?", -1));
            if (cells.size() > 2 && !cells.get(1).startsWith("-") && !cells.get(1).isEmpty()) {
                rows.put(cells.get(1), cells.subList(2, cells.size() - 1));
            }
        }
        rows.remove("row");
        rows.remove("case");
        return rows;
    }

    private static List<String> rows() throws IOException {
        List<String> rows = new ArrayList<>();
        for (String line : section("The rows")) {
            Matcher m = GROUP.matcher(line);
            if (m.matches()) {
                for (int i = 1; i <= Integer.parseInt(m.group(2)); i++) {
                    rows.add("%s-%02d".formatted(m.group(1), i));
                }
            }
        }
        return rows;
    }

    private static Set<String> caseIds() {
        try (Stream<Path> dirs = Files.list(Case.BASE.resolve("cases"))) {
            return dirs.map(d -> d.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void every_row_is_a_case_or_has_a_reason_not_to_be() throws IOException {
        Set<String> cases = caseIds();
        Set<String> excused = table("Rows that are no cases").keySet();
        assertThat(rows()).containsAll(excused);
        for (String row : rows()) {
            assertThat(cases.contains(row))
                    .as("%s is a case, or stands under `Rows that are no cases`: not both", row)
                    .isNotEqualTo(excused.contains(row));
        }
    }

    @Test
    void every_case_is_a_row_or_from_a_tutorial() throws IOException {
        Set<String> others = new TreeSet<>(caseIds());
        rows().forEach(others::remove);
        assertThat(others).isNotEmpty().allMatch(id -> id.matches("(c\\d\\d|s\\d\\d\\d)_.*"));
    }

    @Test
    void at_least_two_hundred_rows_are_cases() throws IOException {
        Set<String> cases = caseIds();
        assertThat(rows().stream().filter(cases::contains).count())
                .isGreaterThanOrEqualTo(FEWEST_ROWS);
    }

    @Test
    void every_case_that_differs_is_listed_with_its_reason() throws IOException {
        Map<String, String> listed = new LinkedHashMap<>();
        table("Cases where Java differs").forEach((id, why) -> listed.put(id, why.getFirst()));
        Map<String, String> real = new LinkedHashMap<>();
        for (Case c : Case.all()) {
            if (c.differs()) {
                real.put(
                        c.id(),
                        Expectation.read(c.dir().resolve("differs.txt")).notes().getFirst());
            }
        }
        assertThat(listed).containsAllEntriesOf(real);
        assertThat(listed.keySet()).allMatch(id -> new Case(id, casesDir(id)).differs());
    }

    private static Path casesDir(String id) {
        return Case.BASE.resolve("cases").resolve(id);
    }

    @Test
    void tests_and_cases_that_reasons_name_exist() throws IOException {
        Set<String> cases = caseIds();
        Set<String> excused = table("Rows that are no cases").keySet();
        Set<String> tests = testsOfTheRuntime();
        for (List<String> row : table("Rows that are no cases").values()) {
            String why = row.getLast();
            NAMED_TEST.matcher(why).results().forEach(m -> assertThat(tests).contains(m.group()));
            NAMED_CASE
                    .matcher(why)
                    .results()
                    .filter(m -> !excused.contains(m.group()))
                    .forEach(m -> assertThat(cases).contains(m.group()));
        }
    }

    private static Set<String> testsOfTheRuntime() throws IOException {
        Path tests = Case.BASE.resolve("../../goruntime/src/test/java");
        try (Stream<Path> files = Files.walk(tests)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(f -> f.endsWith("Test.java"))
                    .map(f -> f.substring(0, f.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }
}
