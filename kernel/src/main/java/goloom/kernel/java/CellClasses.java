package goloom.kernel.java;

import goloom.kernel.bytecode.Weaver;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Loads the classes of all cells, and of the jars that cells add. One loader for all of them:
/// JShell puts them into one package, whose members see each other.
///
/// Assertions are on.
final class CellClasses extends URLClassLoader {
    private final Map<String, byte[]> pending = new ConcurrentHashMap<>();

    CellClasses(ClassLoader parent) {
        super("cells", new URL[0], parent);
        setDefaultAssertionStatus(true);
    }

    /// Makes classes known; each is defined when it is first used.
    void add(Map<String, Weaver.Woven> woven) {
        woven.forEach((name, w) -> pending.put(name, w.bytes()));
    }

    void addPath(Path path) {
        try {
            addURL(path.toUri().toURL());
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(path.toString(), e);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] b = pending.remove(name);
        return b != null ? defineClass(name, b, 0, b.length) : super.findClass(name);
    }
}
