package goloom.launcher;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The main class of the jar. It is compiled for Java 8, so that a Java that is too old for the
 * kernel says so in a sentence. Everything else is in goloom.kernel.Main.
 */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] args) throws Throwable {
        Jdk here = Jdk.running();
        if (here.version() >= Jdk.LEAST) {
            start(args);
        } else if (args.length > 0 && args[0].equals("install")) {
            System.exit(installWith(Jdk.find(), args));
        } else {
            System.err.println(Jdk.wanted(here, Jdk.find()));
            System.exit(1);
        }
    }

    private static void start(String[] args) throws Throwable {
        try {
            Class.forName("goloom.kernel.Main")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** Installs with another Java of this machine, because this one is too old. */
    private static int installWith(Jdk other, String[] args)
            throws IOException, InterruptedException {
        if (other == null) {
            System.err.println(Jdk.wanted(Jdk.running(), null));
            return 1;
        }
        String jar =
                new File(
                                Launcher.class
                                        .getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()
                                        .getPath())
                        .getPath();
        List<String> command = new ArrayList<>();
        command.addAll(Arrays.asList(other.java().getPath(), "-jar", jar));
        command.addAll(Arrays.asList(args));
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
