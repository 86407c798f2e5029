package goloom.kernel.java;

import java.util.List;

/// What every cell has imported from the start: what JShell imports, Go, and what shows things.
final class Imports {
    static final List<String> ALL =
            List.of(
                    "import java.io.*;",
                    "import java.math.*;",
                    "import java.net.*;",
                    "import java.nio.file.*;",
                    "import java.util.*;",
                    "import java.util.concurrent.*;",
                    "import java.util.concurrent.atomic.*;",
                    "import java.util.function.*;",
                    "import java.util.regex.*;",
                    "import java.util.stream.*;",
                    "import java.time.Duration;",
                    "import static java.time.Duration.ofNanos;",
                    "import static java.time.Duration.ofMillis;",
                    "import static java.time.Duration.ofSeconds;",
                    "import static java.time.Duration.ofMinutes;",
                    "import static java.time.Duration.ofHours;",
                    "import static java.time.Duration.ofDays;",
                    "import goloom.runtime.*;",
                    "import static goloom.runtime.Go.*;",
                    "import static goloom.kernel.display.Display.*;");

    private Imports() {}
}
