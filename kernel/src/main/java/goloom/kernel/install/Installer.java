package goloom.kernel.install;

import goloom.launcher.Jdk;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `install`: makes the kernel known to Jupyter, and says what it did.
public final class Installer {
    private final PrintStream out;

    private Installer(PrintStream out) {
        this.out = out;
    }

    /// Runs it.
    ///
    /// @throws InstallException with a sentence for the user
    public static void run(List<String> arguments, PrintStream out)
            throws InstallException, IOException, InterruptedException {
        Options options = Options.parse(arguments);
        var paths =
                new JupyterPaths(
                        System.getenv(),
                        System.getProperty("os.name", ""),
                        Path.of(System.getProperty("user.home")));
        var spec = new KernelSpec(paths.kernels(options.place()).resolve(options.name()));
        var installer = new Installer(out);
        if (options.uninstall()) {
            installer.uninstall(spec);
        } else {
            installer.install(options, spec);
        }
    }

    private void install(Options options, KernelSpec spec)
            throws InstallException, IOException, InterruptedException {
        Jdk jdk = jdk(options);
        Path java = jdk.java().toPath().toAbsolutePath();
        spec.copyJar(ownJar());
        Path cache = options.train() ? train(java, spec) : null;
        spec.write(java, options.displayName(), cache);
        out.println("kernelspec: " + spec.directory());
        out.println("java:       " + java + " (" + jdk.version() + ")");
        out.println(
                cache == null
                        ? "cache:      none: kernels start, but slower"
                        : "cache:      " + cache + " (" + (Files.size(cache) >> 20) + " MB)");
    }

    private static Jdk jdk(Options options) throws InstallException {
        Path home = options.javaHome();
        Jdk jdk = home == null ? Jdk.running() : Jdk.at(home.toFile());
        if (jdk == null) {
            throw new InstallException("install: --java-home: there is no Java in " + home);
        }
        if (!jdk.isGood()) {
            throw new InstallException("install: " + Jdk.wanted(jdk, Jdk.find()));
        }
        return jdk;
    }

    private @Nullable Path train(Path java, KernelSpec spec)
            throws IOException, InterruptedException {
        out.println("training the cache for a faster start ...");
        return new AotTraining(java, spec.jar(), spec.cache()).run();
    }

    private static Path ownJar() throws InstallException {
        try {
            Path jar =
                    Path.of(
                            Installer.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI());
            if (Files.isRegularFile(jar)) {
                return jar;
            }
            throw new InstallException("install: run it from goloom-kernel.jar, not from " + jar);
        } catch (URISyntaxException e) {
            throw new InstallException("install: cannot find the jar: " + e.getMessage());
        }
    }

    private void uninstall(KernelSpec spec) throws InstallException, IOException {
        if (!spec.isOurs()) {
            throw new InstallException("install: there is no Goloom kernel in " + spec.directory());
        }
        spec.delete();
        out.println("removed " + spec.directory());
    }
}
