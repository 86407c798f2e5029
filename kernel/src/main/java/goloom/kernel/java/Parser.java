package goloom.kernel.java;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// A piece of a cell as javac's parser sees it, with positions in the piece. What it cannot read is
/// missing from the tree.
///
/// @param before the length of the text that was put before the piece
record Parser(CompilationUnitTree unit, SourcePositions positions, int before) {
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    /// The piece as the statements of a method.
    static Parser statements(String source) {
        return parse("class $ { void $() throws Throwable { ", source, "\n} }");
    }

    /// The piece as a member of a class: a method, a type.
    static Parser members(String source) {
        return parse("class $ { ", source, "\n}");
    }

    private static Parser parse(String before, String source, String after) {
        var options = List.of("-proc:none", "-Xlint:none");
        var file = new Text(before + source + after);
        var task = (JavacTask) COMPILER.getTask(null, null, _ -> {}, options, null, List.of(file));
        try {
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            return new Parser(task.parse().iterator().next(), positions, before.length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where a tree begins in the piece.
    int start(Tree tree) {
        return (int) positions.getStartPosition(unit, tree) - before;
    }

    /// Where it ends.
    int end(Tree tree) {
        return (int) positions.getEndPosition(unit, tree) - before;
    }

    private static final class Text extends SimpleJavaFileObject {
        private final String text;

        Text(String text) {
            super(URI.create("string:///Cell.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public @Nullable CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
