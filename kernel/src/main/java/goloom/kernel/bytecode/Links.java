package goloom.kernel.bytecode;

import java.lang.constant.ConstantDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The call sites of woven classes, linked before the class runs. See [CallSites].
public final class Links {
    /// Those of one class. A site that could not be linked before is linked when it is reached, so
    /// that its error shows at its line.
    private static final class Sites {
        private volatile List<DynamicCallSiteDesc> descriptions = List.of();
        private volatile @Nullable CallSite[] linked = {};
    }

    private static final ClassValue<Sites> SITES =
            new ClassValue<>() {
                @Override
                protected Sites computeValue(Class<?> type) {
                    return new Sites();
                }
            };

    private Links() {}

    /// Links all call sites of a class that was just defined.
    ///
    /// @param in with the access of that class
    static void link(MethodHandles.Lookup in, List<DynamicCallSiteDesc> descriptions) {
        Sites sites = SITES.get(in.lookupClass());
        @Nullable CallSite[] linked = new CallSite[descriptions.size()];
        for (int i = 0; i < linked.length; i++) {
            try {
                linked[i] = resolve(in, descriptions.get(i));
            } catch (Throwable e) {
                linked[i] = null;
            }
        }
        sites.descriptions = descriptions;
        sites.linked = linked;
    }

    /// For woven code.
    public static CallSite bootstrap(
            MethodHandles.Lookup caller, String name, MethodType type, int number)
            throws Throwable {
        Sites sites = SITES.get(caller.lookupClass());
        CallSite ready = sites.linked[number];
        return ready != null ? ready : resolve(caller, sites.descriptions.get(number));
    }

    private static CallSite resolve(MethodHandles.Lookup in, DynamicCallSiteDesc site)
            throws Throwable {
        MethodHandle bootstrap = site.bootstrapMethod().resolveConstantDesc(in);
        List<Object> arguments = new ArrayList<>();
        arguments.add(in);
        arguments.add(site.invocationName());
        arguments.add(site.invocationType().resolveConstantDesc(in));
        for (ConstantDesc d : site.bootstrapArgs()) {
            arguments.add(d.resolveConstantDesc(in));
        }
        return (CallSite) bootstrap.invokeWithArguments(arguments);
    }
}
