package goloom.kernel.magic;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Map;

/*
 * Java has no way to set an environment variable. This writes into the map behind System.getenv, which is
 * also what child processes get (JDK 25, class java.lang.ProcessEnvironment, opened to us by the manifest):
 *
 *   theEnvironment            Map<Variable, Value>, on Windows Map<String, String>
 *   Variable.valueOf(String), Value.valueOf(String)
 */
final class Environment {
    private Environment() {}

    static void set(String name, String value) throws MagicException {
        try {
            Class<?> environment = Class.forName("java.lang.ProcessEnvironment");
            Field field = environment.getDeclaredField("theEnvironment");
            field.setAccessible(true);
            @SuppressWarnings("unchecked")
            Map<Object, Object> map = (Map<Object, Object>) field.get(null);
            map.put(wrapped(environment, "Variable", name), wrapped(environment, "Value", value));
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new MagicException("%env: this JVM does not let variables be set: " + e);
        }
    }

    private static Object wrapped(Class<?> environment, String kind, String text)
            throws ReflectiveOperationException {
        for (Class<?> c : environment.getDeclaredClasses()) {
            if (c.getSimpleName().equals(kind)) {
                Method valueOf = c.getDeclaredMethod("valueOf", String.class);
                valueOf.setAccessible(true);
                return valueOf.invoke(null, text);
            }
        }
        return text;
    }
}
