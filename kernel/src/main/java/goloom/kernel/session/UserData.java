package goloom.kernel.session;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Where this user's programs keep their data, by the customs of the system.
final class UserData {
    private UserData() {}

    static Path directory() {
        return directory(
                System.getProperty("os.name", ""),
                Path.of(System.getProperty("user.home", ".")),
                System.getenv("XDG_DATA_HOME"),
                System.getenv("APPDATA"));
    }

    static Path directory(
            String system, Path home, @Nullable String xdgDataHome, @Nullable String appData) {
        String os = system.toLowerCase(Locale.ROOT);
        if (os.contains("win") && !os.contains("darwin") && appData != null) {
            return Path.of(appData, "goloom");
        }
        if (os.contains("mac")) {
            return home.resolve("Library/Application Support/goloom");
        }
        boolean set = xdgDataHome != null && !xdgDataHome.isBlank();
        return (set ? Path.of(xdgDataHome) : home.resolve(".local/share")).resolve("goloom");
    }
}
