package goloom.kernel;

import goloom.kernel.log.Log;
import org.jspecify.annotations.Nullable;

/// The process that started this kernel. Without it nobody can reach the kernel any more.
final class Parent {
    private Parent() {}

    /// Runs `gone` when the process ends that Jupyter names in `JPY_PARENT_PID`. A name that means
    /// nothing here, as in a container, is ignored.
    static void watch(Runnable gone) {
        watch(System.getenv("JPY_PARENT_PID"), gone);
    }

    static void watch(@Nullable String pid, Runnable gone) {
        if (pid == null || !pid.matches("[0-9]{1,18}")) {
            return;
        }
        ProcessHandle.of(Long.parseLong(pid))
                .ifPresentOrElse(
                        p -> {
                            var _ = p.onExit().thenRun(gone);
                        },
                        () -> Log.note("JPY_PARENT_PID names no process: " + pid));
    }
}
