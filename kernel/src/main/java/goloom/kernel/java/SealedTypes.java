package goloom.kernel.java;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/// In a file, a sealed type without `permits` permits its subtypes in that file; in a cell, those
/// in that cell. JShell compiles each type in a file of its own, so the clause is written for it.
final class SealedTypes {
    private static final Pattern SEALED = Pattern.compile("\\bsealed\\b");

    private SealedTypes() {}

    /// The pieces, with the clauses that the learner may leave out.
    static List<Piece> completed(List<Piece> pieces) {
        if (pieces.stream().noneMatch(p -> SEALED.matcher(p.source()).find())) {
            return pieces;
        }
        Map<String, Set<String>> subtypes = new LinkedHashMap<>();
        Map<Piece, ClassTree> sealed = new LinkedHashMap<>();
        Map<Piece, Parser> parsed = new LinkedHashMap<>();
        for (Piece piece : pieces) {
            Parser parser = Parser.members(piece.source());
            parsed.put(piece, parser);
            new Scan(subtypes).scan(parser.unit(), null);
            ClassTree type = type(parser);
            if (type != null
                    && type.getModifiers().getFlags().contains(Modifier.SEALED)
                    && type.getPermitsClause().isEmpty()) {
                sealed.put(piece, type);
            }
        }
        List<Piece> all = new ArrayList<>();
        for (Piece piece : pieces) {
            ClassTree type = sealed.get(piece);
            Parser parser = parsed.get(piece);
            Set<String> permitted =
                    type == null ? null : subtypes.get(type.getSimpleName().toString());
            if (type == null || parser == null || permitted == null) {
                all.add(piece);
            } else {
                String clause = " permits " + String.join(", ", permitted) + " ";
                all.add(piece.with(bodyOf(piece.source(), parser, type), clause));
            }
        }
        return all;
    }

    /// The type that a piece declares, or null.
    private static @Nullable ClassTree type(Parser parser) {
        Tree whole = parser.unit().getTypeDecls().getFirst();
        return whole instanceof ClassTree c
                ? c.getMembers().stream()
                        .filter(ClassTree.class::isInstance)
                        .map(ClassTree.class::cast)
                        .findFirst()
                        .orElse(null)
                : null;
    }

    /// Where the body of a type begins: at the first brace after its header.
    private static int bodyOf(String source, Parser parser, ClassTree type) {
        int header =
                Stream.of(
                                Stream.of(type.getModifiers()),
                                type.getTypeParameters().stream(),
                                Stream.ofNullable(type.getExtendsClause()),
                                type.getImplementsClause().stream())
                        .flatMap(s -> s)
                        .mapToInt(t -> parser.end((Tree) t))
                        .max()
                        .orElse(0);
        return source.indexOf('{', header);
    }

    /// Collects the direct subtypes of every type that is named, as the top of a cell names them.
    private static final class Scan extends TreeScanner<@Nullable Void, @Nullable Void> {
        private final Map<String, Set<String>> subtypes;
        private String outer = "";

        Scan(Map<String, Set<String>> subtypes) {
            this.subtypes = subtypes;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void p) {
            String name = type.getSimpleName().toString();
            boolean top = name.equals("$") && outer.isEmpty();
            if (!name.isEmpty() && !top) {
                Stream.concat(
                                Stream.ofNullable(type.getExtendsClause()),
                                type.getImplementsClause().stream())
                        .map(t -> t.toString().replaceFirst("<.*", ""))
                        .forEach(t ->
                                subtypes.computeIfAbsent(t, _ -> new LinkedHashSet<>())
                                        .add(outer + name));
            }
            String before = outer;
            outer = top ? "" : outer + name + ".";
            super.visitClass(type, p);
            outer = before;
            return null;
        }
    }
}
