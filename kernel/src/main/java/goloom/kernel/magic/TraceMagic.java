package goloom.kernel.magic;

import goloom.kernel.magic.Settings.TraceMode;
import goloom.timeline.Timeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/// `%trace on|off|auto`, `%trace save FILE`, `%%trace`: when the picture is drawn; write the last
/// one.
final class TraceMagic implements Magic {
    @Override
    public String name() {
        return "trace";
    }

    @Override
    public String usage() {
        return "%trace on | off | auto | save FILE    or    %%trace";
    }

    @Override
    public String summary() {
        return "draw the picture always, never, or for cells that start goroutines; save the last one";
    }

    @Override
    public void run(MagicCall call) throws MagicException, IOException {
        if (call.cell()) {
            call.host().options().traced();
            return;
        }
        List<String> words = call.words();
        if (words.isEmpty()) {
            String mode = call.host().settings().trace().name().toLowerCase(Locale.ROOT);
            call.host().print("trace is " + mode + "\n");
            return;
        }
        switch (words.getFirst()) {
            case "on" -> call.host().settings().trace(TraceMode.ON);
            case "off" -> call.host().settings().trace(TraceMode.OFF);
            case "auto" -> call.host().settings().trace(TraceMode.AUTO);
            case "save" -> save(call, words);
            default ->
                    throw new MagicException(
                            "%trace: want on, off, auto or save FILE, got \""
                                    + call.arguments().strip()
                                    + "\"");
        }
    }

    private static void save(MagicCall call, List<String> words)
            throws MagicException, IOException {
        if (words.size() != 2) {
            throw new MagicException(
                    "%trace save: want one file name, such as %trace save run.json");
        }
        Timeline picture = call.host().lastPicture();
        if (picture == null) {
            throw new MagicException("%trace save: no cell has been traced yet");
        }
        String name = words.get(1);
        try {
            write(picture, name, call.host()::named);
        } catch (NoSuchFileException e) {
            throw new MagicException(
                    "%trace save: cannot write \"" + name + "\": there is no such folder");
        }
        call.host().print("saved " + name + "\n");
    }

    private static void write(Timeline timeline, String name, UnaryOperator<String> named)
            throws MagicException, IOException {
        Path file = Path.of(name);
        switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "json" -> Files.writeString(file, named.apply(timeline.json()));
            case "csv" -> Files.writeString(file, named.apply(timeline.csv()));
            case "svg" -> Files.writeString(file, named.apply(timeline.svg()));
            case "txt" -> Files.writeString(file, named.apply(timeline.text()));
            case "html" -> Files.writeString(file, named.apply(timeline.page()));
            case "perfetto-trace" -> Files.write(file, timeline.perfetto());
            default ->
                    throw new MagicException(
                            "%trace save: want a file that ends in .json, .csv, .svg, .txt, .html or"
                                    + " .perfetto-trace, got \""
                                    + name
                                    + "\"");
        }
    }

    @Override
    public List<String> completions(String prefix) {
        return List.of("on", "off", "auto", "save");
    }
}
