package goloom.kernel.magic;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `%timeit [-n LOOPS] [-r RUNS] CODE`, `%%timeit`: how long code takes on average.
final class TimeitMagic implements Magic {
    @Override
    public String name() {
        return "timeit";
    }

    @Override
    public String usage() {
        return "%timeit [-n LOOPS] [-r RUNS] CODE    or    %%timeit";
    }

    @Override
    public String summary() {
        return "run the code, or the cell, many times and tell the mean";
    }

    private static final Pattern OPTIONS = Pattern.compile("(?:-[nr]\\s*\\d+(?:\\s+|$))*");
    private static final Pattern OPTION = Pattern.compile("-([nr])\\s*(\\d+)");

    @Override
    public int codeAt(String arguments) {
        Matcher m = OPTIONS.matcher(arguments);
        return m.lookingAt() ? m.end() : 0;
    }

    @Override
    public void run(MagicCall call) throws MagicException {
        int loops = 0;
        int runs = 7;
        Matcher m = OPTION.matcher(call.arguments().substring(0, codeAt(call.arguments())));
        while (m.find()) {
            int n = number(m.group(2));
            if (m.group(1).equals("n")) {
                loops = n;
            } else {
                runs = n;
            }
        }
        call.host().options().time(call, new Timing.Repeated(loops, runs));
    }

    private static int number(String text) throws MagicException {
        try {
            int n = Integer.parseInt(text);
            if (n > 0) {
                return n;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new MagicException(
                "%timeit: want a number from 1 to " + Integer.MAX_VALUE + ", got \"" + text + "\"");
    }
}
