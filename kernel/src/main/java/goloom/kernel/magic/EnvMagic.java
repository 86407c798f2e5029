package goloom.kernel.magic;

import java.util.List;
import java.util.TreeMap;

/// `%env [NAME[=VALUE]]`: the environment variables of the kernel and of the commands it starts.
final class EnvMagic implements Magic {
    @Override
    public String name() {
        return "env";
    }

    @Override
    public String usage() {
        return "%env [NAME[=VALUE]]";
    }

    @Override
    public String summary() {
        return "show environment variables, or set one";
    }

    @Override
    public void run(MagicCall call) throws MagicException {
        String text = call.arguments().strip();
        int equals = text.indexOf('=');
        if (equals > 0) {
            String name = text.substring(0, equals).strip();
            if (name.contains(" ")) {
                throw new MagicException("%env: want NAME=VALUE, got \"" + text + "\"");
            }
            Environment.set(name, text.substring(equals + 1).strip());
        } else if (text.isEmpty()) {
            StringBuilder sb = new StringBuilder();
            new TreeMap<>(System.getenv())
                    .forEach((k, v) -> sb.append(k).append('=').append(v).append('\n'));
            call.host().print(sb.toString());
        } else {
            String value = System.getenv(text);
            if (value == null) {
                throw new MagicException(
                        "%env: " + text + " is not set; %env " + text + "=VALUE sets it");
            }
            call.host().print(value + "\n");
        }
    }

    @Override
    public List<String> completions(String prefix) {
        return List.copyOf(new TreeMap<>(System.getenv()).keySet());
    }
}
