package goloom.kernel.java;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;

/// Holds cells to `final`, which JShell drops. A variable that is final gets no second value; but
/// it may be declared again, as everything in a notebook.
final class Finals {
    private static final Pattern FINAL =
            Pattern.compile(
                    "(?s)(?:\\s|//[^\\n]*\\n|/\\*.*?\\*/|(?:public|protected|private|static)\\s"
                            + "|@\\w+\\s)*final\\s.*");

    private Finals() {}

    /// The assignments to final variables in a piece.
    ///
    /// @param names the variables; those that the piece declares are added or removed
    static List<Syntax.Mistake> assignments(Piece piece, Set<String> names) {
        String source = piece.source();
        if (names.stream().noneMatch(source::contains) && !isFinal(source)) {
            return List.of();
        }
        boolean method = CompileOrder.isMethod(piece);
        Parser parser = method ? Parser.members(source) : Parser.statements(source);
        Scan scan = new Scan(parser, Set.copyOf(names), method ? 1 : 2);
        scan.scan(parser.unit(), null);
        scan.declared.forEach(names::remove);
        if (isFinal(source)) {
            names.addAll(scan.declared);
        }
        return scan.found;
    }

    /// The final variables of earlier cells.
    static Set<String> of(JShell shell) {
        Set<String> names = new HashSet<>();
        shell.variables()
                .filter(v -> isFinal(v.source()))
                .map(VarSnippet::name)
                .forEach(names::add);
        return names;
    }

    /// A declaration with a value; without one, its value may come later.
    private static boolean isFinal(String source) {
        return source.contains("=") && FINAL.matcher(source).matches();
    }

    private static final class Scan extends TreeScanner<@Nullable Void, @Nullable Void> {
        final List<Syntax.Mistake> found = new ArrayList<>();
        final Set<String> declared = new HashSet<>(); // by the piece itself
        private final Parser parser;
        private final Set<String> names;
        private final int top; // the scopes around the piece
        private final Deque<Set<String>> scopes = new ArrayDeque<>(); // local names

        Scan(Parser parser, Set<String> names, int top) {
            this.parser = parser;
            this.names = names;
            this.top = top;
        }

        private void assigned(ExpressionTree target, Tree whole) {
            if (target instanceof IdentifierTree id) {
                String name = id.getName().toString();
                if (names.contains(name)
                        && !declared.contains(name)
                        && scopes.stream().noneMatch(s -> s.contains(name))) {
                    found.add(
                            new Syntax.Mistake(
                                    parser.start(whole),
                                    parser.end(whole),
                                    "cannot assign a value to final variable " + name));
                }
            }
        }

        @Override
        public @Nullable Void visitAssignment(AssignmentTree node, @Nullable Void p) {
            assigned(node.getVariable(), node);
            return super.visitAssignment(node, p);
        }

        @Override
        public @Nullable Void visitCompoundAssignment(
                CompoundAssignmentTree node, @Nullable Void p) {
            assigned(node.getVariable(), node);
            return super.visitCompoundAssignment(node, p);
        }

        @Override
        public @Nullable Void visitUnary(UnaryTree node, @Nullable Void p) {
            switch (node.getKind()) {
                case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
                        assigned(node.getExpression(), node);
                default -> {}
            }
            return super.visitUnary(node, p);
        }

        @Override
        public @Nullable Void visitVariable(VariableTree node, @Nullable Void p) {
            Set<String> scope = scopes.size() == top ? declared : scopes.element();
            scope.add(node.getName().toString());
            return super.visitVariable(node, p);
        }

        @Override
        public @Nullable Void visitClass(ClassTree node, @Nullable Void p) {
            return scope(() -> {
                if (scopes.size() > 1) { // fields can be used before they are declared
                    node.getMembers().stream()
                            .filter(VariableTree.class::isInstance)
                            .map(m -> ((VariableTree) m).getName().toString())
                            .forEach(scopes.element()::add);
                }
                super.visitClass(node, p);
            });
        }

        @Override
        public @Nullable Void visitMethod(MethodTree node, @Nullable Void p) {
            // The method around a piece has its block as part of the top.
            return scopes.size() == 1 && node.getName().contentEquals("$")
                    ? scope(() -> scan(node.getBody().getStatements(), p))
                    : scope(() -> super.visitMethod(node, p));
        }

        @Override
        public @Nullable Void visitBlock(BlockTree node, @Nullable Void p) {
            return scope(() -> super.visitBlock(node, p));
        }

        @Override
        public @Nullable Void visitLambdaExpression(LambdaExpressionTree node, @Nullable Void p) {
            return scope(() -> super.visitLambdaExpression(node, p));
        }

        @Override
        public @Nullable Void visitForLoop(ForLoopTree node, @Nullable Void p) {
            return scope(() -> super.visitForLoop(node, p));
        }

        @Override
        public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree node, @Nullable Void p) {
            return scope(() -> super.visitEnhancedForLoop(node, p));
        }

        @Override
        public @Nullable Void visitTry(TryTree node, @Nullable Void p) {
            return scope(() -> super.visitTry(node, p));
        }

        @Override
        public @Nullable Void visitCatch(CatchTree node, @Nullable Void p) {
            return scope(() -> super.visitCatch(node, p));
        }

        @Override
        public @Nullable Void visitCase(CaseTree node, @Nullable Void p) {
            return scope(() -> super.visitCase(node, p));
        }

        private @Nullable Void scope(Runnable visit) {
            scopes.push(new HashSet<>());
            visit.run();
            scopes.pop();
            return null;
        }
    }
}
