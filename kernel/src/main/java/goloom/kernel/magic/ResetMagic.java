package goloom.kernel.magic;

import java.util.List;

/// `%reset`: a session as new. Jars stay.
final class ResetMagic implements Magic {
    @Override
    public String name() {
        return "reset";
    }

    @Override
    public String usage() {
        return "%reset";
    }

    @Override
    public String summary() {
        return "forget all variables, methods and types, and end all goroutines";
    }

    @Override
    public void run(MagicCall call) throws MagicException {
        List<String> words = call.words();
        if (!words.isEmpty() && !words.equals(List.of("-f"))) {
            throw new MagicException(
                    "%reset: takes no arguments, got \"" + call.arguments().strip() + "\"");
        }
        call.host().reset();
    }
}
