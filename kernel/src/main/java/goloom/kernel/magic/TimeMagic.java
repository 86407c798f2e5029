package goloom.kernel.magic;

/// `%time CODE`, `%%time`: how long a line, or the cell, takes.
final class TimeMagic implements Magic {
    @Override
    public String name() {
        return "time";
    }

    @Override
    public String usage() {
        return "%time CODE    or    %%time";
    }

    @Override
    public String summary() {
        return "tell how long the code, or the cell, takes";
    }

    @Override
    public int codeAt(String arguments) {
        return 0;
    }

    @Override
    public void run(MagicCall call) throws MagicException {
        call.host().options().time(call, new Timing.Once());
    }
}
