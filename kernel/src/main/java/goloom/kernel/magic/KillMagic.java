package goloom.kernel.magic;

import goloom.runtime.GoroutineDump;
import java.util.List;

/// `%kill`: ends all goroutines that live on from earlier cells.
final class KillMagic implements Magic {
    @Override
    public String name() {
        return "kill";
    }

    @Override
    public String usage() {
        return "%kill";
    }

    @Override
    public String summary() {
        return "end all goroutines that live on from earlier cells";
    }

    @Override
    public void run(MagicCall call) {
        int before = call.host().runtime().numGoroutine();
        List<GoroutineDump> stuck = call.host().runtime().interrupt(_ -> true);
        call.host().runtime().forgetLeaks();
        int ended = before - stuck.size();
        call.host().print("ended " + ended + (ended == 1 ? " goroutine\n" : " goroutines\n"));
        for (GoroutineDump g : stuck) {
            call.host().print("could not be stopped:\n" + call.host().describe(g) + "\n");
        }
    }
}
