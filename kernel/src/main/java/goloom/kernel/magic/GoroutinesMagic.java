package goloom.kernel.magic;

import goloom.runtime.GoroutineDump;
import java.util.List;

/// `%goroutines`: all goroutines that live on from earlier cells, in Go's form.
final class GoroutinesMagic implements Magic {
    @Override
    public String name() {
        return "goroutines";
    }

    @Override
    public String usage() {
        return "%goroutines";
    }

    @Override
    public String summary() {
        return "list the goroutines that are alive, and what they wait for";
    }

    @Override
    public void run(MagicCall call) {
        List<GoroutineDump> all = call.host().runtime().goroutines();
        if (all.isEmpty()) {
            call.host().print("no goroutines\n");
            return;
        }
        StringBuilder sb = new StringBuilder();
        for (GoroutineDump g : all) {
            sb.append(sb.isEmpty() ? "" : "\n").append(call.host().describe(g)).append('\n');
        }
        call.host().print(sb.toString());
    }
}
