package goloom.kernel.magic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// All magics, by name.
public final class Magics {
    private final Map<String, Magic> byName = new TreeMap<>();

    public Magics() {
        for (Magic m :
                List.of(
                        new GomaxprocsMagic(),
                        new TraceMagic(),
                        new MainMagic(),
                        new GoroutinesMagic(),
                        new KillMagic(),
                        new PreemptMagic(),
                        new WhoMagic(),
                        new ResetMagic(),
                        new EnvMagic(),
                        new CommandMagic(),
                        new TimeMagic(),
                        new TimeitMagic(),
                        new LoadMagic(),
                        new JarsMagic(),
                        new MavenMagic(),
                        new HelpMagic())) {
            byName.put(m.name(), m);
        }
    }

    public List<Magic> all() {
        return List.copyOf(byName.values());
    }

    /// Whether there is a magic of this name.
    public boolean exists(String name) {
        return byName.containsKey(name);
    }

    /// Where code begins in the arguments of a magic; see [Magic#codeAt].
    public int codeAt(String name, String arguments) {
        Magic m = byName.get(name);
        return m == null ? -1 : m.codeAt(arguments);
    }

    /// The magic of this name.
    ///
    /// @throws MagicException if there is none; it names the nearest
    public Magic get(String name) throws MagicException {
        Magic m = byName.get(name);
        if (m != null) {
            return m;
        }
        String near = nearest(name);
        throw new MagicException(
                "%"
                        + name
                        + ": there is no such magic"
                        + (near == null ? "" : "; did you mean %" + near + "?")
                        + " (%help lists them)");
    }

    private @Nullable String nearest(String name) {
        List<String> names = new ArrayList<>(byName.keySet());
        String best =
                names.stream().min(Comparator.comparingInt(n -> Distance.of(n, name))).orElse("");
        return Distance.of(best, name) <= Math.max(1, name.length() / 3) ? best : null;
    }
}
