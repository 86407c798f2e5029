package goloom.kernel.java;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Stack traces that cells print themselves, and those of threads that end with an exception: in
/// Java's form, with lines of cells as frames.
public final class CellStack {
    private final StringBuilder text = new StringBuilder();
    private final Set<Throwable> told = Collections.newSetFromMap(new IdentityHashMap<>());

    private CellStack() {}

    /// For woven code: `e.printStackTrace()`.
    public static void print(Object e) throws Throwable {
        print(e, System.err::print, List.of());
    }

    /// For woven code: `e.printStackTrace(stream)`.
    public static void print(Object e, PrintStream to) throws Throwable {
        print(e, to::print, List.of(to));
    }

    /// For woven code: `e.printStackTrace(writer)`.
    public static void print(Object e, PrintWriter to) throws Throwable {
        print(e, to::print, List.of(to));
    }

    private static void print(Object e, Consumer<String> out, List<Object> arguments)
            throws Throwable {
        if (isPlain(e)) {
            out.accept(of((Throwable) e));
        } else {
            own(e, arguments.toArray());
        }
    }

    /// An exception that prints as Java's do.
    private static boolean isPlain(Object e) {
        if (e == null) {
            throw new NullPointerException(
                    "Cannot invoke \"printStackTrace()\" because the exception is null");
        }
        return e instanceof Throwable && declared(e.getClass()).allMatch(k -> k == Throwable.class);
    }

    /// Those of the classes of an object that have a method `printStackTrace`, lowest first.
    private static Stream<Class<?>> declared(Class<?> type) {
        return Stream.<Class<?>>iterate(type, k -> k != null, Class::getSuperclass)
                .filter(k ->
                        Stream.of(k.getDeclaredMethods())
                                .anyMatch(m -> m.getName().equals("printStackTrace")));
    }

    /// Calls the learner's own method of this name.
    private static void own(Object e, Object... to) throws Throwable {
        for (Class<?> k : declared(e.getClass()).toList()) {
            for (Method m : k.getDeclaredMethods()) {
                if (m.getName().equals("printStackTrace") && takes(m, to)) {
                    m.setAccessible(true);
                    try {
                        m.invoke(e, to);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                    return;
                }
            }
        }
        throw new NoSuchMethodError(e.getClass().getName() + ".printStackTrace");
    }

    private static boolean takes(Method m, Object... to) {
        return m.getParameterCount() == to.length
                && (to.length == 0 || m.getParameterTypes()[0].isInstance(to[0]));
    }

    /// Tells how a thread has ended.
    static void ended(Thread thread, Throwable e) {
        System.err.print("Exception in thread \"" + thread.getName() + "\" " + of(e));
    }

    /// The stack trace of an exception, with its causes; each line with its end.
    static String of(Throwable e) {
        CellStack stack = new CellStack();
        stack.add(e, "", "");
        String text = stack.text.toString();
        return Thread.currentThread().getContextClassLoader() instanceof CellScope scope
                ? scope.sources().named(text)
                : text;
    }

    private void add(Throwable e, String indent, String caption) {
        text.append(indent).append(caption).append(ErrorText.clean(e.toString())).append('\n');
        if (!told.add(e)) {
            return; // its own cause
        }
        List<StackTraceElement> stack = List.of(e.getStackTrace());
        List<String> frames = CellFrames.texts(CellFrames.of(stack));
        if (frames.isEmpty()) { // no line of a cell: all of it is of interest
            frames = stack.stream().map(StackTraceElement::toString).toList();
        }
        for (String f : frames) {
            text.append(indent).append(f.startsWith("...") ? "\t" : "\tat ").append(f).append('\n');
        }
        for (Throwable suppressed : e.getSuppressed()) {
            add(suppressed, indent + "\t", "Suppressed: ");
        }
        if (e.getCause() != null) {
            add(e.getCause(), indent, "Caused by: ");
        }
    }
}
