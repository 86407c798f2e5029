package goloom.kernel.magic;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `%jars PATH...`: classes for the cells.
final class JarsMagic implements Magic {
    @Override
    public String name() {
        return "jars";
    }

    @Override
    public String usage() {
        return "%jars FILE, FOLDER or PATTERN ...";
    }

    @Override
    public String summary() {
        return "let cells use the classes of jar files";
    }

    @Override
    public void run(MagicCall call) throws MagicException, IOException {
        if (call.words().isEmpty()) {
            throw new MagicException(
                    "%jars: want a jar file, a folder of jars or a pattern, such as %jars lib/*.jar");
        }
        List<Path> jars = new ArrayList<>();
        for (String word : call.words()) {
            List<Path> found = Paths.find(word);
            if (found.isEmpty()) {
                throw new MagicException("%jars: there is no jar at \"" + word + "\"");
            }
            jars.addAll(found);
        }
        call.host().addJars(jars);
        int n = jars.size();
        call.host().print("added " + n + (n == 1 ? " jar\n" : " jars\n"));
    }

    @Override
    public List<String> completions(String prefix) {
        return Paths.completions(prefix, ".jar");
    }
}
