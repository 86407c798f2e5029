package goloom.kernel.magic;

/// `%help [NAME]`: the magics, and where to start.
final class HelpMagic implements Magic {
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
        int width =
                call.host().magics().all().stream()
                        .mapToInt(m -> m.usage().length())
                        .max()
                        .orElse(0);
        for (Magic m : call.host().magics().all()) {
            sb.append(String.format("    %-" + width + "s  %s%n", m.usage(), m.summary()));
        }
        call.host().print(sb.toString().replace("\r\n", "\n"));
    }
}
