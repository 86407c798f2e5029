package goloom.kernel.debug;

import goloom.kernel.protocol.Request;
import goloom.kernel.session.Debugger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/*
 * The Debug Adapter Protocol with Jupyter's additions, for one who looks and never stops anything: variables, and
 * goroutines as threads. There are no breakpoints and no steps, and no answer pretends that there are.
 *
 *   debugInfo, inspectVariables, ...    are answered at any time, also before `initialize`
 *   initialize, attach, disconnect      only change what `debugInfo` says, and for whom answers are made
 *
 * JupyterLab draws a red dot for a breakpoint that was refused, shows the types of variables in place of their
 * values, and asks for threads only when one has stopped; `Panel` makes up for that.
 */
public final class Adapter implements Debugger {
    private static final String JUPYTERLAB = "jupyterlab";
    static final String NO_BREAKPOINTS =
            "breakpoints are not supported: Goloom shows variables and goroutines, it does not stop cells";
    private static final String ANSWERED =
            "debugInfo, initialize, attach, configurationDone, disconnect, inspectVariables, variables,"
                    + " richInspectVariables, threads, stackTrace, scopes, source, dumpCell, modules,"
                    + " setBreakpoints and setExceptionBreakpoints";

    private final Debuggee debuggee;
    private final CellFiles files = new CellFiles();
    private final Variables variables;
    private final Stacks stacks;
    private boolean started;
    private boolean panel; // answers go to JupyterLab

    /// A debugger for a language.
    public Adapter(Debuggee debuggee) {
        this.debuggee = debuggee;
        variables = new Variables(debuggee);
        stacks = new Stacks(debuggee, files);
    }

    @Override
    public Answer answer(Request.Debug request) {
        try {
            String command = request.command();
            return answer(command, new Arguments(command, request.arguments()));
        } catch (Refused e) {
            return Answer.refused(String.valueOf(e.getMessage()));
        }
    }

    private Answer answer(String command, Arguments arguments) throws Refused {
        return switch (command) {
            case "debugInfo" -> Answer.of(info());
            case "initialize" -> initialize(arguments);
            case "attach" -> Answer.of(Map.of()).with("initialized", Map.of());
            case "configurationDone" -> Answer.of(Map.of());
            case "disconnect" -> disconnect();
            case "dumpCell" ->
                    Answer.of(Body.of("sourcePath", files.dump(arguments.string("code"))).map());
            case "setBreakpoints" -> refuseBreakpoints(arguments, "breakpoints");
            case "setExceptionBreakpoints" -> refuseBreakpoints(arguments, "filters");
            case "inspectVariables" -> Answer.of(variables.all(panel));
            case "variables" -> Answer.of(variables.of(arguments, panel));
            case "richInspectVariables" -> Answer.of(variables.rich(arguments));
            case "threads" -> Answer.of(stacks.threads());
            case "stackTrace" -> Answer.of(stacks.trace(arguments));
            case "scopes" -> Answer.of(stacks.scopes(arguments));
            case "source" -> Answer.of(source(arguments));
            case "modules" -> Answer.of(Body.of("modules", List.of()).and("totalModules", 0).map());
            case "" -> throw new Refused("a debug_request needs a command: " + ANSWERED);
            case "evaluate", "setVariable", "setExpression", "copyToGlobals" ->
                    throw new Refused(
                            command
                                    + " is not supported: the debugger runs no code and changes no"
                                    + " variable; a cell can");
            case "continue", "next", "stepIn", "stepOut", "pause", "terminate" ->
                    throw new Refused(
                            command
                                    + " is not supported: Goloom does not stop cells to step through them");
            default -> throw new Refused(command + " is not known; what is answered: " + ANSWERED);
        };
    }

    private Map<String, @Nullable Object> info() {
        return Body.of("isStarted", started)
                .and("hashMethod", CellFiles.METHOD)
                .and("hashSeed", CellFiles.SEED)
                .and("tmpFilePrefix", files.prefix())
                .and("tmpFileSuffix", CellFiles.SUFFIX)
                .and("breakpoints", List.of())
                .and("stoppedThreads", List.of())
                .and("richRendering", true)
                .and("exceptionPaths", List.of())
                .and("copyToGlobals", false)
                .map();
    }

    private Answer initialize(Arguments arguments) {
        started = true;
        panel = JUPYTERLAB.equals(arguments.stringOr("clientID", ""));
        return Answer.of(
                Body.of("supportsConfigurationDoneRequest", true)
                        .and("supportsModulesRequest", false)
                        .and("supportsSetVariable", false)
                        .and("supportsEvaluateForHovers", false)
                        .and("supportsConditionalBreakpoints", false)
                        .and("supportsDelayedStackTraceLoading", true)
                        .and("exceptionBreakpointFilters", List.of())
                        .map());
    }

    private Answer disconnect() {
        started = false;
        panel = false;
        return Answer.of(Map.of());
    }

    /// As many as were asked for, none of them verified. JupyterLab would draw them all the same,
    /// so it is told that there are none.
    private Answer refuseBreakpoints(Arguments arguments, String name) throws Refused {
        List<?> asked = arguments.list(name);
        List<?> none = panel ? List.of() : asked.stream().map(Adapter::refused).toList();
        Answer answer = Answer.of(Body.of("breakpoints", none).map());
        return asked.isEmpty()
                ? answer
                : answer.with(
                        "output", Map.of("category", "important", "output", NO_BREAKPOINTS + "\n"));
    }

    private static Map<String, @Nullable Object> refused(@Nullable Object breakpoint) {
        Object line = breakpoint instanceof Map<?, ?> b ? b.get("line") : null;
        return Body.of("verified", false)
                .and("message", NO_BREAKPOINTS)
                .andIf("line", line instanceof Number ? line : null)
                .map();
    }

    private Map<String, @Nullable Object> source(Arguments arguments) throws Refused {
        String path = arguments.object("source").string("path");
        String text = files.text(path, debuggee.cells().values());
        if (text == null) {
            throw new Refused("source: no cell of this kernel has the name " + path);
        }
        return Body.of("content", text).and("mimeType", "text/x-java").map();
    }
}
