package goloom.kernel.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a kernel says about its language.
///
/// @param name as in the kernelspec
/// @param fileExtension with the dot
/// @param banner the first lines of a console
public record LanguageInfo(
        String name,
        String version,
        String mimeType,
        String fileExtension,
        String pygmentsLexer,
        String codemirrorMode,
        String banner,
        List<HelpLink> helpLinks) {

    /// An entry of the help menu.
    public record HelpLink(String text, String url) {}

    Map<String, Object> content() {
        var info = new LinkedHashMap<String, Object>();
        info.put("name", name);
        info.put("version", version);
        info.put("mimetype", mimeType);
        info.put("file_extension", fileExtension);
        info.put("pygments_lexer", pygmentsLexer);
        info.put("codemirror_mode", codemirrorMode);
        info.put("nbconvert_exporter", "script");
        return info;
    }
}
