package goloom.kernel.magic;

import goloom.runtime.GoRuntime;
import java.util.List;

/// `%gomaxprocs [N]`: the number of Ps, how many goroutines run at the same time.
final class GomaxprocsMagic implements Magic {
    @Override
    public String name() {
        return "gomaxprocs";
    }

    @Override
    public String usage() {
        return "%gomaxprocs [N]";
    }

    @Override
    public String summary() {
        return "let N goroutines run at the same time (no number: show it)";
    }

    @Override
    public void run(MagicCall call) throws MagicException {
        List<String> words = call.words();
        Settings settings = call.host().settings();
        if (words.isEmpty()) {
            int cpus = Runtime.getRuntime().availableProcessors();
            call.host()
                    .print(
                            "GOMAXPROCS = "
                                    + settings.procs()
                                    + "; this machine has "
                                    + cpus
                                    + (cpus == 1 ? " CPU\n" : " CPUs\n"));
            return;
        }
        int n = number(call.arguments().strip());
        settings.procs(n);
        call.host().runtime().procs(n);
    }

    private static int number(String text) throws MagicException {
        try {
            int n = Integer.parseInt(text);
            if (n >= 1 && n <= GoRuntime.MOST_PROCS) {
                return n;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new MagicException(
                "%gomaxprocs: want a whole number from 1 to "
                        + GoRuntime.MOST_PROCS
                        + ", got \""
                        + text
                        + "\"");
    }

    @Override
    public List<String> completions(String prefix) {
        return List.of("1", "2", "4", "8");
    }
}
