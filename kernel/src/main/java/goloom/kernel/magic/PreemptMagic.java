package goloom.kernel.magic;

import java.util.List;

/// `%preempt on|off`: whether a goroutine that runs for long is made to let others run.
final class PreemptMagic implements Magic {
    @Override
    public String name() {
        return "preempt";
    }

    @Override
    public String usage() {
        return "%preempt on | off";
    }

    @Override
    public String summary() {
        return "asynchronous preemption, as in Go since 1.14, or cooperative only, as before";
    }

    @Override
    public void run(MagicCall call) throws MagicException {
        Settings settings = call.host().settings();
        switch (call.arguments().strip()) {
            case "" -> {
                call.host().print("preempt is " + (settings.preempts() ? "on" : "off") + "\n");
                return;
            }
            case "on" -> settings.preempts(true);
            case "off" -> settings.preempts(false);
            default ->
                    throw new MagicException(
                            "%preempt: want on or off, got \"" + call.arguments().strip() + "\"");
        }
        call.host().runtime().preempts(settings.preempts());
    }

    @Override
    public List<String> completions(String prefix) {
        return List.of("on", "off");
    }
}
