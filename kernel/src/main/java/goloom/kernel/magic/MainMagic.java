package goloom.kernel.magic;

/// `%%main`: the cell is a whole Go program. When its code returns, its goroutines end.
final class MainMagic implements Magic {
    @Override
    public String name() {
        return "main";
    }

    @Override
    public String usage() {
        return "%%main";
    }

    @Override
    public String summary() {
        return "run the cell as a Go program: when it returns, all its goroutines end";
    }

    @Override
    public void run(MagicCall call) throws MagicException {
        if (!call.cell()) {
            throw new MagicException("%main: write %%main in the first line of the cell");
        }
        if (!call.words().isEmpty()) {
            throw new MagicException(
                    "%%main: takes no arguments, got \"" + call.arguments().strip() + "\"");
        }
        call.host().options().program();
    }
}
