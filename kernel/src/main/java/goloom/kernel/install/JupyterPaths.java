package goloom.kernel.install;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where Jupyter looks for kernelspecs.
final class JupyterPaths {
    private final Map<String, String> environment;
    private final String system;
    private final Path home;

    /// @param system the value of `os.name`
    JupyterPaths(Map<String, String> environment, String system, Path home) {
        this.environment = environment;
        this.system = system.toLowerCase(Locale.ROOT);
        this.home = home;
    }

    /// The directory of all kernelspecs.
    Path kernels(Options.Place place) throws InstallException {
        return switch (place) {
            case Options.User() -> user().resolve("kernels");
            case Options.Prefix(var directory) -> under(directory);
            case Options.SysPrefix() -> {
                Path active = activeEnvironment();
                if (active == null) {
                    throw new InstallException(
                            "install: --sys-prefix wants an active virtual environment:"
                                    + " activate one, or use --user or --prefix DIR");
                }
                yield under(active);
            }
            case Options.Default() -> {
                Path active = activeEnvironment();
                yield active == null ? user().resolve("kernels") : under(active);
            }
        };
    }

    private static Path under(Path prefix) {
        return prefix.resolve("share/jupyter/kernels").toAbsolutePath();
    }

    private @Nullable Path activeEnvironment() {
        for (String variable : new String[] {"VIRTUAL_ENV", "CONDA_PREFIX"}) {
            String value = environment.get(variable);
            if (value != null && !value.isBlank()) {
                return Path.of(value);
            }
        }
        return null;
    }

    private Path user() {
        String set = environment.get("JUPYTER_DATA_DIR");
        if (set != null && !set.isBlank()) {
            return Path.of(set);
        }
        if (system.contains("mac")) {
            return home.resolve("Library/Jupyter");
        }
        String appData = environment.get("APPDATA");
        if (system.startsWith("windows") && appData != null) {
            return Path.of(appData, "jupyter");
        }
        String xdg = environment.get("XDG_DATA_HOME");
        boolean isSet = xdg != null && !xdg.isBlank();
        return (isSet ? Path.of(xdg) : home.resolve(".local/share")).resolve("jupyter");
    }
}
