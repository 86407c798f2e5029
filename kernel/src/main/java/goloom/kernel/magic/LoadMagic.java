package goloom.kernel.magic;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// `%load FILE`: the code of a file, or of the code cells of a notebook, runs before the cell.
final class LoadMagic implements Magic {
    @Override
    public String name() {
        return "load";
    }

    @Override
    public String usage() {
        return "%load FILE";
    }

    @Override
    public String summary() {
        return "run the code of a .java or .jsh file, or of the cells of an .ipynb notebook";
    }

    @Override
    public void run(MagicCall call) throws Exception {
        String name = call.arguments().strip();
        if (name.isEmpty()) {
            throw new MagicException("%load: want a file name, such as %load helpers.java");
        }
        Path file = Paths.of(name);
        if (!Files.isRegularFile(file)) {
            throw new MagicException("%load: there is no file \"" + name + "\"");
        }
        call.host().load(name, file);
    }

    @Override
    public List<String> completions(String prefix) {
        return Paths.completions(prefix, ".java", ".jsh", ".jshell", ".ipynb");
    }
}
