package goloom.kernel.magic;

import java.util.List;

/// `%who`: what the cells have declared.
final class WhoMagic implements Magic {
    @Override
    public String name() {
        return "who";
    }

    @Override
    public String usage() {
        return "%who";
    }

    @Override
    public String summary() {
        return "list the variables, methods and types of the session";
    }

    @Override
    public void run(MagicCall call) throws Exception {
        MagicHost host = call.host();
        List<Variable> variables = host.variables();
        List<String> declarations = host.declarations();
        if (variables.isEmpty() && declarations.isEmpty()) {
            host.print("nothing is declared yet\n");
            return;
        }
        int types = variables.stream().mapToInt(v -> v.type().length()).max().orElse(0);
        int names = variables.stream().mapToInt(v -> v.name().length()).max().orElse(0);
        StringBuilder sb = new StringBuilder();
        for (Variable v : variables) {
            sb.append(v.type()).append(" ".repeat(types - v.type().length() + 1));
            sb.append(v.name()).append(" ".repeat(names - v.name().length()));
            sb.append(" = ").append(v.value()).append('\n');
        }
        declarations.forEach(d -> sb.append(d).append('\n'));
        host.print(sb.toString());
    }
}
