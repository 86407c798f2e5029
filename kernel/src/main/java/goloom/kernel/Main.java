package goloom.kernel;

import goloom.kernel.install.InstallException;
import goloom.kernel.install.Installer;
import goloom.kernel.log.Log;
import goloom.kernel.protocol.ConnectionFile;
import goloom.kernel.session.Interpreter;
import goloom.kernel.session.Kernel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;

/// The kernel's process: `CONNECTION_FILE` runs a kernel, `install` installs one.
public final class Main {
    private static final String USAGE =
            """
            java -jar goloom-kernel.jar CONNECTION_FILE   runs a kernel; Jupyter does this
            java -jar goloom-kernel.jar install           makes the kernel known to Jupyter
            java -jar goloom-kernel.jar install --help    says how
            """;

    private static final long HALT_AFTER_MS = 150;

    private Main() {}

    /// See [Main].
    public static void main(String[] args) throws Exception {
        String command = args.length == 0 ? "help" : args[0];
        switch (command) {
            case "install" -> install(List.of(args).subList(1, args.length));
            case "train" -> {
                Training.run(interpreter());
                System.exit(0);
            }
            case "help", "--help", "-h" -> System.out.println(USAGE);
            default -> run(Path.of(command));
        }
    }

    private static void install(List<String> options) throws IOException, InterruptedException {
        try {
            Installer.run(options, System.out);
        } catch (InstallException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static Interpreter interpreter() {
        return ServiceLoader.load(Interpreter.class).findFirst().orElseThrow();
    }

    private static void run(Path connectionFile) throws Exception {
        Kernel kernel = Kernel.start(ConnectionFile.read(connectionFile), interpreter());
        Parent.watch(kernel::end);
        kernel.awaitEnd();
        exit();
    }

    /// Ends the process, even when a shutdown hook of a cell does not return.
    private static void exit() {
        Thread.ofPlatform()
                .daemon()
                .start(() -> {
                    try {
                        Thread.sleep(HALT_AFTER_MS);
                    } catch (InterruptedException e) {
                        Log.note("exit", e);
                    }
                    Runtime.getRuntime().halt(0);
                });
        System.exit(0);
    }
}
