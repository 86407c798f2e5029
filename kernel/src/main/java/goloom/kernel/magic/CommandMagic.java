package goloom.kernel.magic;

import java.io.IOException;
import java.io.Reader;
import java.util.List;

/// `!COMMAND`: a command of the operating system.
final class CommandMagic implements Magic {
    @Override
    public String name() {
        return "!";
    }

    @Override
    public String usage() {
        return "!COMMAND";
    }

    @Override
    public String summary() {
        return "run a command of the operating system, such as !ls";
    }

    @Override
    public void run(MagicCall call) throws MagicException, IOException, InterruptedException {
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        List<String> shell = windows ? List.of("cmd", "/c") : List.of("sh", "-c");
        var builder = new ProcessBuilder(shell.getFirst(), shell.getLast(), call.arguments());
        var _ = builder.environment(); // with what %env has set
        Process process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close(); // it finds the end of its input, not the kernel's
        call.host().onInterrupt(() -> end(process));
        try (Reader out = process.inputReader()) {
            char[] buffer = new char[8192];
            for (int n; (n = out.read(buffer)) >= 0; ) {
                call.host().print(new String(buffer, 0, n));
            }
        }
        int status = process.waitFor();
        if (status != 0) {
            call.host().printError("exit status " + status + "\n");
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
