package goloom.timeline;

import goloom.trace.Analysis;
import goloom.trace.Trace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// The picture of a trace. Immutable; the same trace always gives the same bytes.
///
/// ```java
/// Timeline.of(trace).writeHtml(Path.of("run.html"));
/// ```
public final class Timeline {
    private static final int MOST_LIVE = 150_000;

    private final Analysis analysis;
    private final Map<Integer, String> source;
    private final Scene scene;

    private Timeline(Analysis analysis, Map<Integer, String> source, Scene scene) {
        this.analysis = analysis;
        this.source = source;
        this.scene = scene;
    }

    /// The picture of this trace.
    public static Timeline of(Trace trace) {
        Analysis a = Analysis.of(trace);
        return new Timeline(a, Map.of(), SceneBuilder.of(a));
    }

    /// The same with the text of the program, by cell number or by index of unit: to show the line
    /// of each event.
    public Timeline source(Map<Integer, String> textOfUnit) {
        return new Timeline(analysis, Map.copyOf(textOfUnit), scene);
    }

    /// The text of the program, by unit.
    public Map<Integer, String> source() {
        return source;
    }

    /// What the trace says, as data.
    public Analysis analysis() {
        return analysis;
    }

    /// The picture as numbers.
    public Scene scene() {
        return scene;
    }

    /// The picture for a page or a notebook: complete without script, alive with it.
    public String html() {
        return html(text());
    }

    private String html(String text) {
        String live =
                "<script type=\"application/json\" class=\"gv-data\">"
                        + liveData()
                        + "</script><script>"
                        + Viewer.text()
                        + "</script>";
        return Html.of(scene, text, live);
    }

    /// What the living picture knows, with as many events as there is room for.
    String liveData() {
        int kept = analysis.trace().size() <= Pack.COARSE ? Pack.COARSE / 2 : Pack.KEPT;
        String data = new Pack(analysis, scene).json(source, kept);
        while (data.length() > MOST_LIVE && kept > 100) {
            kept /= 2;
            data = new Pack(analysis, scene).json(source, kept);
        }
        return data;
    }

    /// The picture without script: for updates while a program still runs.
    public String stillHtml() {
        return Html.of(scene, text(), "");
    }

    /// The lanes as SVG, as wide as the page.
    public String svg() {
        return TimelineSvg.of(scene);
    }

    /// The picture in letters.
    public String text() {
        return TextPicture.of(analysis, scene);
    }

    /// The events as JSON, in columns; SCHEMA.md describes them.
    public String json() {
        return Tables.json(analysis.trace());
    }

    /// The events as CSV, one row for each, with the columns of the JSON form.
    public String csv() {
        return Tables.csv(analysis.trace());
    }

    /// The trace for the Perfetto viewer: its track events, as protocol buffers.
    public byte[] perfetto() {
        return Perfetto.of(analysis);
    }

    /// What a kernel sends to a front end.
    public MimeBundle bundle() {
        String text = text();
        return bundle(html(text), text);
    }

    private MimeBundle bundle(String html, String text) {
        return new MimeBundle(
                Map.of("text/html", html, "text/plain", text),
                Map.of("gv", Map.of("v", 1, "events", analysis.trace().size())));
    }

    /// What a kernel sends while the program still runs.
    public MimeBundle stillBundle() {
        String text = text();
        return bundle(Html.of(scene, text, ""), text);
    }

    /// Writes a page.
    public void writeHtml(Path file) {
        try {
            Files.writeString(file, page());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The picture as a page of its own.
    public String page() {
        return "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Goroutines</title>"
                + "<meta name=\"viewport\" content=\"width=device-width\">"
                + "<style>:root{color-scheme:light dark}body{font:13px/1.45 system-ui,sans-serif;"
                + "margin:16px;max-width:1400px}</style>"
                + html()
                + "</html>\n";
    }
}
