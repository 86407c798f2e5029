package goloom.kernel.java;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `return;` in a cell, outside of methods and lambdas, ends the cell. JShell wraps a statement
/// into a method that gives an Object, where a plain return is an error; so it is given something
/// to return.
final class Returns {
    static final String VALUE = " goloom.kernel.java.CellEnd.NOW";

    private Returns() {}

    /// The positions in `statement` behind the word `return`, of those that end the cell.
    static List<Integer> find(String statement) {
        List<Integer> found = new ArrayList<>();
        if (!statement.contains("return")) {
            return found;
        }
        Parser parser = Parser.statements(statement);
        new Scan(parser, found).scan(parser.unit(), null);
        return found;
    }

    private static final class Scan extends TreeScanner<@Nullable Void, @Nullable Void> {
        private final Parser parser;
        private final List<Integer> found;
        private int depth;

        Scan(Parser parser, List<Integer> found) {
            this.parser = parser;
            this.found = found;
        }

        @Override
        public @Nullable Void visitReturn(ReturnTree node, @Nullable Void p) {
            if (depth == 0 && node.getExpression() == null) {
                found.add(parser.start(node) + "return".length());
            }
            return super.visitReturn(node, p);
        }

        @Override
        public @Nullable Void visitLambdaExpression(LambdaExpressionTree node, @Nullable Void p) {
            return deeper(() -> super.visitLambdaExpression(node, p));
        }

        @Override
        public @Nullable Void visitMethod(MethodTree node, @Nullable Void p) {
            if (node.getName().contentEquals("$") && depth == 0) {
                return super.visitMethod(node, p); // ours
            }
            return deeper(() -> super.visitMethod(node, p));
        }

        @Override
        public @Nullable Void visitClass(ClassTree node, @Nullable Void p) {
            if (node.getSimpleName().contentEquals("$") && depth == 0) {
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
