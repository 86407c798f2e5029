package goloom.kernel.magic;

/// `%help [NAME]`: the magics, and where to start.
final class HelpMagic implements Magic {
    private static final int WIDTH = 24;

    @Override
    public String name() {
        return "help";
    }

    @Override
    public String usage() {
        return "%help [MAGIC]";
    }

    @Override
    public String summary() {
        return "list the magics, or explain one";
    }

    @Override
    public void run(MagicCall call) throws MagicException {
        if (!call.words().isEmpty()) {
            String name = call.words().getFirst().replaceFirst("^%+", "");
            Magic m = call.host().magics().get(name);
            call.host().print(m.usage() + "\n    " + m.summary() + "\n");
            return;
        }
        StringBuilder sb = new StringBuilder();
        sb.append("Java cells with Go's goroutines:\n\n");
        sb.append("    var ch = chan(int.class);       // make(chan int)\n");
        sb.append("    go(() -> ch.send(42));          // go func() { ch <- 42 }()\n");
        sb.append("    println(ch.recv());             // fmt.Println(<-ch)\n\n");
        sb.append("Results show themselves; to show more, or something else:\n\n");
        sb.append(
                "    var id = display(html(\"<b>42</b>\"));    // or markdown, latex, svg, png, any value\n");
        sb.append("    updateDisplay(id, \"done\");\n\n");
        for (Magic m : call.host().magics().all()) {
            sb.append("    ").append(m.usage());
            // A long usage has a line of its own.
            int used = m.usage().length();
            if (used > WIDTH) {
                sb.append("\n    ");
                used = 0;
            }
            sb.append(" ".repeat(WIDTH + 2 - used)).append(m.summary()).append('\n');
        }
        call.host().print(sb.toString());
    }
}
