package goloom.kernel.display;

import io.github.spencerpark.jupyter.kernel.display.RenderFunction;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;

/// The renderer that libraries for Java kernels register with. It knows which types they have
/// registered.
final class LibraryRenderer extends Renderer {
    private final Set<Class<?>> types = new CopyOnWriteArraySet<>();

    @Override
    public synchronized <T> void register(
            Set<MIMEType> supported,
            Set<MIMEType> preferred,
            Set<Class<? extends T>> classes,
            RenderFunction<T> function) {
        super.register(supported, preferred, classes, function);
        types.addAll(classes);
    }

    boolean knows(Object value) {
        return types.stream().anyMatch(t -> t.isInstance(value));
    }
}
