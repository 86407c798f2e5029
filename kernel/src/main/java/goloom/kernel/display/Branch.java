package goloom.kernel.display;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Something with parts, in a tree that is opened step by step: an object, an array, or a piece of
/// a long one. No step has more than a hundred parts. Like [Glance] it runs no code of the learner.
///
/// @param from where a piece begins
/// @param to where it ends; [#WHOLE]: it is no piece
public record Branch(Object value, int from, int to) {
    /// In place of an end.
    public static final int WHOLE = -1;

    private static final int MOST = 100;
    private static final int MOST_OF_A_NAME = 40;
    private static final int MOST_OF_A_VALUE = 60;

    /// A part.
    ///
    /// @param type in a word, or null for a piece
    /// @param branch its own parts; null: it has none
    public record Part(String name, @Nullable String type, String value, @Nullable Branch branch) {
        /// A thing under a name.
        public static Part of(String name, String type, @Nullable Object value) {
            return new Part(name, type, Glance.of(value, MOST_OF_A_VALUE), Branch.of(value));
        }
    }

    /// The parts of a value; null: it has none.
    public static @Nullable Branch of(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        try {
            boolean open =
                    Elements.has(value) ? Elements.size(value) > 0 : !Members.of(value).isEmpty();
            return open ? new Branch(value, 0, WHOLE) : null;
        } catch (Guarded.Unreadable e) {
            return null;
        }
    }

    /// Opens it.
    public List<Part> parts() {
        if (!Elements.has(value)) {
            return Members.of(value).stream().map(Branch::part).toList();
        }
        try {
            int size = Elements.size(value);
            int end = to == WHOLE ? size : Math.min(to, size);
            return end - from > MOST ? pieces(end) : elements(end);
        } catch (Guarded.Unreadable e) {
            return List.of(new Part("...", null, "cannot be read now: " + e.getMessage(), null));
        }
    }

    private static Part part(Members.Member m) {
        Class<?> declared = m.declared();
        return Part.of(
                m.name(),
                declared.isPrimitive() || m.value() == null
                        ? Glance.name(declared)
                        : Glance.type(m.value()),
                m.value());
    }

    private List<Part> elements(int end) throws Guarded.Unreadable {
        boolean map = value instanceof Map<?, ?>;
        Class<?> component = value.getClass().getComponentType();
        List<Part> parts = new ArrayList<>();
        for (Elements.Element e : Elements.of(value, from, end)) {
            parts.add(
                    Part.of(
                            map ? Glance.of(e.key(), MOST_OF_A_NAME) : "[" + e.key() + "]",
                            component != null && component.isPrimitive()
                                    ? component.getName()
                                    : Glance.type(e.value()),
                            e.value()));
        }
        return parts;
    }

    /// A hundred pieces at most, of a hundred or ten thousand or a million elements.
    private List<Part> pieces(int end) {
        long step = MOST;
        while ((end - from + step - 1) / step > MOST) {
            step *= MOST;
        }
        List<Part> parts = new ArrayList<>();
        for (long at = from; at < end; at += step) {
            int last = (int) Math.min(at + step, end);
            String name = "[" + at + " ... " + (last - 1) + "]";
            Branch piece = new Branch(value, (int) at, last);
            parts.add(new Part(name, null, last - at + " elements", piece));
        }
        return parts;
    }
}
