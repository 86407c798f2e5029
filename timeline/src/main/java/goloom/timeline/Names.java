package goloom.timeline;

import java.util.ArrayList;
import java.util.List;

/// Cuts names where there is little room.
final class Names {
    private static final int[] LENGTHS = {24, 18, 14, 11, 8, 6};

    private Names() {}

    /// The name, and shorter forms of it: cut with an ellipsis, and last its first word.
    static List<String> shorter(String name) {
        List<String> forms = new ArrayList<>();
        forms.add(name);
        for (int n : LENGTHS) {
            if (n < name.length()) {
                forms.add(name.substring(0, n - 1).strip() + "…");
            }
        }
        int space = name.indexOf(' ');
        if (space > 0 && space <= 6) {
            forms.add(name.substring(0, space));
        }
        return forms;
    }
}
