package goloom.launcher;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** A Java of this machine, as its file `release` describes it. */
public final class Jdk {
    /** The kernel needs this version or a newer one. */
    public static final int LEAST = 25;

    private final File home;
    private final int version;
    private final boolean jshell;

    private Jdk(File home, int version, boolean jshell) {
        this.home = home;
        this.version = version;
        this.jshell = jshell;
    }

    /** Its directory. */
    public File home() {
        return home;
    }

    /** 8, 17, 25. */
    public int version() {
        return version;
    }

    /** True if the kernel runs on it. */
    public boolean isGood() {
        return version >= LEAST && jshell;
    }

    /** The program to start it. */
    public File java() {
        File windows = new File(home, "bin/java.exe");
        return windows.isFile() ? windows : new File(home, "bin/java");
    }

    /** The Java that runs this. */
    public static Jdk running() {
        boolean jshell;
        try {
            Class.forName("jdk.jshell.JShell");
            jshell = true;
        } catch (ClassNotFoundException e) {
            jshell = false;
        }
        return new Jdk(
                new File(System.getProperty("java.home")),
                feature(System.getProperty("java.specification.version")),
                jshell);
    }

    /** The Java in a directory, or null if there is none. */
    public static Jdk at(File home) {
        File release = new File(home, "release");
        if (!release.isFile()) {
            return null;
        }
        Properties p = new Properties();
        try (InputStream in = new FileInputStream(release)) {
            p.load(in);
        } catch (IOException e) {
            return null;
        }
        int version = feature(p.getProperty("JAVA_VERSION", "0").replace("\"", ""));
        String modules = p.getProperty("MODULES", "").replace("\"", "") + " ";
        // Some builds do not list their modules.
        boolean jshell = modules.equals(" ") ? hasJmod(home) : modules.contains("jdk.jshell ");
        return new Jdk(home, version, jshell);
    }

    private static boolean hasJmod(File home) {
        return new File(home, "jmods/jdk.jshell.jmod").isFile();
    }

    /** 1.8 is 8, 25.0.3 is 25, 26-ea is 26. */
    static int feature(String version) {
        String v = version.startsWith("1.") ? version.substring(2) : version;
        int end = 0;
        while (end < v.length() && Character.isDigit(v.charAt(end))) {
            end++;
        }
        return end == 0 ? 0 : Integer.parseInt(v.substring(0, end));
    }

    /** The first one on this machine that the kernel runs on, or null. */
    public static Jdk find() {
        for (File home : candidates()) {
            Jdk jdk = at(home);
            if (jdk != null && jdk.isGood()) {
                return jdk;
            }
        }
        return null;
    }

    private static List<File> candidates() {
        List<File> homes = new ArrayList<>();
        for (String variable : new String[] {"GOLOOM_JAVA_HOME", "JAVA_HOME"}) {
            if (System.getenv(variable) != null) {
                homes.add(new File(System.getenv(variable)));
            }
        }
        String path = System.getenv("PATH");
        for (String dir : (path == null ? "" : path).split(File.pathSeparator)) {
            homes.add(homeOf(new File(dir, "java")));
            homes.add(homeOf(new File(dir, "java.exe")));
        }
        String user = System.getProperty("user.home");
        for (String dir :
                new String[] {
                    "/usr/lib/jvm",
                    "/usr/java",
                    "/opt",
                    "/Library/Java/JavaVirtualMachines",
                    user + "/Library/Java/JavaVirtualMachines",
                    user + "/.jdks",
                    user + "/.jdk",
                    user + "/.sdkman/candidates/java",
                    "C:/Program Files/Java",
                    "C:/Program Files/Eclipse Adoptium",
                    "C:/Program Files/Zulu",
                    "C:/Program Files/Microsoft",
                }) {
            File[] children = new File(dir).listFiles();
            for (File child : children == null ? new File[0] : children) {
                homes.add(child);
                homes.add(new File(child, "Contents/Home"));
            }
        }
        return homes;
    }

    /** From a link in the PATH to the directory it leads to. */
    private static File homeOf(File java) {
        try {
            File bin = java.getCanonicalFile().getParentFile();
            return bin.getParentFile() == null ? bin : bin.getParentFile();
        } catch (IOException e) {
            return java;
        }
    }

    /** One sentence: what is missing, and what to do. `found` may be null. */
    public static String wanted(Jdk here, Jdk found) {
        String wanted =
                "Goloom needs a JDK "
                        + LEAST
                        + " or newer with the module jdk.jshell; this is Java "
                        + here.version
                        + (here.jshell || here.version < 9 ? "" : " without jdk.jshell")
                        + " ("
                        + here.home
                        + "): ";
        if (found != null) {
            return wanted + "use " + found.java() + " instead.";
        }
        return wanted + "install one and set GOLOOM_JAVA_HOME to its directory.";
    }
}
