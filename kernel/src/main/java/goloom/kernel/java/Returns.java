package goloom.kernel.java;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// `return;` in a cell, outside of methods and lambdas, ends the cell. JShell wraps a statement
/// into a method that gives an Object, where a plain return is an error; so it is given something
/// to return.
final class Returns {
    private static final String BEFORE = "class Cell { void run() throws Throwable { ";
    private static final String AFTER = "\n} }";
    static final String VALUE = " goloom.kernel.java.CellEnd.NOW";

    private Returns() {}

    /// The positions in `statement` behind the word `return`, of those that end the cell.
    static List<Integer> find(String statement) {
        List<Integer> found = new ArrayList<>();
        if (!statement.contains("return")) {
            return found;
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavacTask task =
                (JavacTask)
                        compiler.getTask(
                                null,
                                null,
                                _ -> {},
                                List.of("-proc:none"),
                                null,
                                List.of(new Text(statement)));
        try {
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                new Scan(unit, positions, found).scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static final class Text extends SimpleJavaFileObject {
        private final String statement;

        Text(String statement) {
            super(URI.create("string:///Cell.java"), Kind.SOURCE);
            this.statement = statement;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return BEFORE + statement + AFTER;
        }
    }

    private static final class Scan extends TreeScanner<@Nullable Void, @Nullable Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<Integer> found;
        private int depth;

        Scan(CompilationUnitTree unit, SourcePositions positions, List<Integer> found) {
            this.unit = unit;
            this.positions = positions;
            this.found = found;
        }

        @Override
        public @Nullable Void visitReturn(ReturnTree node, @Nullable Void p) {
            if (depth == 0 && node.getExpression() == null) {
                int start = (int) positions.getStartPosition(unit, node) - BEFORE.length();
                found.add(start + "return".length());
            }
            return super.visitReturn(node, p);
        }

        @Override
        public @Nullable Void visitLambdaExpression(LambdaExpressionTree node, @Nullable Void p) {
            return deeper(() -> super.visitLambdaExpression(node, p));
        }

        @Override
        public @Nullable Void visitMethod(MethodTree node, @Nullable Void p) {
            if (node.getName().contentEquals("run") && depth == 0) {
                return super.visitMethod(node, p); // ours
            }
            return deeper(() -> super.visitMethod(node, p));
        }

        @Override
        public @Nullable Void visitClass(ClassTree node, @Nullable Void p) {
            if (node.getSimpleName().contentEquals("Cell") && depth == 0) {
                return super.visitClass(node, p); // ours
            }
            return deeper(() -> super.visitClass(node, p));
        }

        private @Nullable Void deeper(Runnable visit) {
            depth++;
            visit.run();
            depth--;
            return null;
        }
    }
}
