package goloom.kernel.java;

import goloom.kernel.install.CellsJar;
import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/// What cells see of the kernel: the JDK, Goloom, and the display interface of other JVM kernels.
/// They do not see the libraries that the kernel is built with; a cell that adds one of them with
/// `%maven` gets the version that it asked for.
final class KernelClasses extends ClassLoader {
    KernelClasses(ClassLoader kernel) {
        super("kernel", kernel);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        Class<?> c = super.loadClass(name, resolve);
        if (c.getModule().isNamed() || CellsJar.isVisible(name.replace('.', '/'))) {
            return c;
        }
        throw new ClassNotFoundException(name);
    }

    @Override
    public @Nullable URL getResource(String name) {
        URL found = super.getResource(name);
        return found == null || isVisible(name, found) ? found : null;
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return Collections.enumeration(
                Collections.list(super.getResources(name)).stream()
                        .filter(url -> isVisible(name, url))
                        .toList());
    }

    private static boolean isVisible(String name, URL url) {
        return url.getProtocol().equals("jrt") || CellsJar.isVisible(name);
    }
}
