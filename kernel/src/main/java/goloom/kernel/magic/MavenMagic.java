package goloom.kernel.magic;

import goloom.kernel.maven.Libraries;
import goloom.kernel.maven.Progress;
import goloom.kernel.maven.UnavailableException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.regex.Pattern;

/// `%maven [-o] GROUP:ARTIFACT:VERSION ...`: libraries from Maven repositories.
final class MavenMagic implements Magic {
    private static final Pattern COORDINATES =
            Pattern.compile("[\\w.-]+:[\\w.-]+(?::[\\w.-]+){1,3}");

    @Override
    public String name() {
        return "maven";
    }

    @Override
    public String usage() {
        return "%maven [-o] GROUP:ARTIFACT:VERSION ...";
    }

    @Override
    public String summary() {
        return "let cells use libraries from Maven repositories (-o: without the network)";
    }

    @Override
    public void run(MagicCall call) throws Exception {
        List<String> wanted = new ArrayList<>(call.words());
        boolean offline = wanted.remove("-o");
        if (wanted.isEmpty()) {
            throw new MagicException(
                    "%maven: want group:artifact:version, such as"
                            + " %maven org.apache.commons:commons-math3:3.6.1");
        }
        for (String w : wanted) {
            if (!COORDINATES.matcher(w).matches()) {
                throw new MagicException("%maven: want group:artifact:version, got \"" + w + "\"");
            }
        }
        List<Path> jars = fetch(wanted, offline, call.host());
        call.host().addJars(jars);
        call.host().print("added " + names(jars) + "\n");
    }

    /// On a thread of its own: a download does not always notice that it should end.
    private static List<Path> fetch(List<String> wanted, boolean offline, MagicHost host)
            throws Exception {
        var stopped = new java.util.concurrent.atomic.AtomicBoolean();
        Progress progress =
                new Progress() {
                    @Override
                    public void show(String line) {
                        host.progress(line);
                    }

                    @Override
                    public boolean isStopped() {
                        return stopped.get();
                    }
                };
        var task = new FutureTask<>(() -> Libraries.resolve(wanted, offline, progress));
        Thread t = new Thread(task, "goloom-maven");
        t.setDaemon(true);
        t.start();
        host.onInterrupt(() -> {
            stopped.set(true);
            task.cancel(true);
        });
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnavailableException u) {
                throw new MagicException("%maven: " + u.getMessage());
            }
            throw e;
        } finally {
            host.progress("");
        }
    }

    private static String names(List<Path> jars) {
        int most = 5;
        List<String> names =
                jars.stream().limit(most).map(j -> j.getFileName().toString()).toList();
        int more = jars.size() - names.size();
        return String.join(", ", names) + (more > 0 ? " and " + more + " more" : "");
    }
}
