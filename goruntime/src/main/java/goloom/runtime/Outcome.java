package goloom.runtime;

import java.util.List;

/// How a program, or one cell of a notebook, ended.
public sealed interface Outcome {
    /// The exit code that Go's process would have.
    int exitCode();

    /// What Go would print to stderr, "" if nothing.
    String report();

    /// The main function returned.
    record Returned() implements Outcome {
        @Override
        public int exitCode() {
            return 0;
        }

        @Override
        public String report() {
            return "";
        }
    }

    /// The program asked to end with this code.
    record Exited(int code) implements Outcome {
        @Override
        public int exitCode() {
            return code;
        }

        @Override
        public String report() {
            return "";
        }
    }

    /// A goroutine panicked and nobody recovered.
    ///
    /// @param headline `panic: boom`, with one more line for each panic that it followed
    record Panicked(String headline, GoroutineDump goroutine, Throwable cause) implements Outcome {
        @Override
        public int exitCode() {
            return 2;
        }

        @Override
        public String report() {
            return headline + "\n\n" + goroutine.text() + "\n";
        }
    }

    /// The program cannot go on: a deadlock, or a misuse that Go does not let a program recover
    /// from.
    ///
    /// @param text what follows `fatal error: `
    record Fatal(String text, boolean deadlock, List<GoroutineDump> goroutines) implements Outcome {
        @Override
        public int exitCode() {
            return 2;
        }

        @Override
        public String report() {
            StringBuilder sb = new StringBuilder("fatal error: ").append(text).append('\n');
            for (GoroutineDump g : goroutines) {
                sb.append('\n').append(g.text()).append('\n');
            }
            return sb.toString();
        }
    }

    /// It was stopped from outside.
    ///
    /// @param stuck goroutines that could not be stopped: they are in native code or in a loop of a
    ///   library
    record Interrupted(List<GoroutineDump> stuck) implements Outcome {
        @Override
        public int exitCode() {
            return 130;
        }

        @Override
        public String report() {
            return "";
        }
    }
}
