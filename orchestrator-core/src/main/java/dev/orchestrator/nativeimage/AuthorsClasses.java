package dev.orchestrator.nativeimage;

import dev.orchestrator.subscription.ProductBlock;
import dev.orchestrator.subscription.SubscriptionModel;
import java.util.List;
import org.graalvm.nativeimage.hosted.Feature;
import org.graalvm.nativeimage.hosted.RuntimeReflection;

/**
 * Makes the classes that authors write visible at run time, as soon as the builder finds that the application reaches them: models and
 * blocks, and the records of forms and states. So nobody keeps a list of them.
 */
public final class AuthorsClasses implements Feature {
    private static final List<Class<?>> ANCESTORS = List.of(SubscriptionModel.class, ProductBlock.class, Record.class);

    @Override
    public String getDescription() {
        return "Registers models, blocks and records for reflection";
    }

    @Override
    public void beforeAnalysis(BeforeAnalysisAccess access) {
        for (Class<?> ancestor : ANCESTORS) {
            access.registerSubtypeReachabilityHandler(
                    (during, found) -> ReflectedTypes.of(found).forEach(AuthorsClasses::register), ancestor);
        }
    }

    private static void register(Class<?> type) {
        RuntimeReflection.register(type);
        RuntimeReflection.register(type.getDeclaredConstructors());
        RuntimeReflection.register(type.getDeclaredMethods());
        RuntimeReflection.register(type.getDeclaredFields());
        if (type.isRecord()) {
            RuntimeReflection.registerAllRecordComponents(type);
        }
    }
}
