package goloom.kernel.install;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the user asked of `install`.
///
/// @param place where kernelspecs go
/// @param javaHome the Java to run kernels with; null: the one that runs this
record Options(
        Place place,
        String name,
        String displayName,
        @Nullable Path javaHome,
        boolean uninstall,
        boolean train) {
    static final String USAGE =
            """
            java -jar goloom-kernel.jar install [WHERE] [OPTION]...

            WHERE, by default the active virtual environment or else --user:
              --user               for this user
              --sys-prefix         into the active virtual or conda environment
              --prefix DIR         into DIR/share/jupyter

              --name NAME          the name of the kernelspec (goloom)
              --display-name NAME  the name that people see (Java + goroutines (Goloom))
              --java-home DIR      the JDK that runs kernels (the one that runs this)
              --no-cache           do not train the cache that makes kernels start faster
              --uninstall          remove the kernelspec instead
            """;

    /// Where kernelspecs go.
    sealed interface Place {}

    record User() implements Place {}

    record SysPrefix() implements Place {}

    record Prefix(Path directory) implements Place {}

    record Default() implements Place {}

    /// Reads them.
    ///
    /// @throws InstallException if one is unknown or lacks its value
    static Options parse(List<String> arguments) throws InstallException {
        Place place = new Default();
        String name = "goloom";
        String displayName = "Java + goroutines (Goloom)";
        Path javaHome = null;
        boolean uninstall = false;
        boolean train = true;
        Deque<String> rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            String option = rest.removeFirst();
            switch (option) {
                case "--user" -> place = new User();
                case "--sys-prefix" -> place = new SysPrefix();
                case "--prefix" -> place = new Prefix(Path.of(value(option, rest)));
                case "--name" -> name = checked(value(option, rest));
                case "--display-name" -> displayName = value(option, rest);
                case "--java-home" -> javaHome = Path.of(value(option, rest));
                case "--no-cache" -> train = false;
                case "--uninstall" -> uninstall = true;
                case "--help", "-h" -> throw new InstallException(USAGE);
                default ->
                        throw new InstallException(
                                "install: unknown option \"" + option + "\"\n\n" + USAGE);
            }
        }
        return new Options(place, name, displayName, javaHome, uninstall, train);
    }

    private static String value(String option, Deque<String> rest) throws InstallException {
        if (rest.isEmpty()) {
            throw new InstallException("install: " + option + " wants a value\n\n" + USAGE);
        }
        return rest.removeFirst();
    }

    private static String checked(String name) throws InstallException {
        if (!name.matches("[A-Za-z0-9._-]+")) {
            throw new InstallException(
                    "install: --name wants letters, digits, dots, dashes and underscores, got \""
                            + name
                            + '"');
        }
        return name;
    }
}
