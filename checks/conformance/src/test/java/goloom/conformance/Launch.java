package goloom.conformance;

import goloom.runtime.Go;
import goloom.runtime.GoBody;
import goloom.runtime.GoRuntime;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/// `java goloom.conformance.Launch chan_01`: runs a compiled case as a learner's program is run.
final class Launch {
    private Launch() {}

    public static void main(String[] args) throws ReflectiveOperationException {
        Go.main(body(Class.forName(args[0]), null));
    }

    /// The program as a main function. Its fields are set on goroutine 1, as Go's package variables
    /// are.
    ///
    /// @param runtime is put into the fields for it
    static GoBody body(Class<?> type, @Nullable GoRuntime runtime)
            throws ReflectiveOperationException {
        Constructor<?> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        Method main = type.getDeclaredMethod("main");
        main.setAccessible(true);
        MethodHandle run = MethodHandles.lookup().unreflect(main);
        return () -> {
            Object program = constructor.newInstance();
            for (Field f : type.getDeclaredFields()) {
                if (f.getType() == GoRuntime.class) {
                    f.setAccessible(true);
                    f.set(program, runtime);
                }
            }
            try {
                run.invoke(program);
            } catch (Throwable e) {
                throw Launch.<RuntimeException>as(e);
            }
        };
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Throwable> E as(Throwable e) throws E {
        throw (E) e;
    }
}
