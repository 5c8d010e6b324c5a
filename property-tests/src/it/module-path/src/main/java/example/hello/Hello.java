package example.hello;

import dev.cascata.context.CancellableContext;
import dev.cascata.context.Context;
import dev.cascata.context.Key;
import java.time.Duration;

/** Uses the context, and prints what was needed for that. */
final class Hello {
    private Hello() {}

    public static void main(String[] args) throws InterruptedException {
        Key<String> user = Key.named("user");
        CancellableContext work = Context.background().withValue(user, "ann").withTimeout(Duration.ofHours(1));
        work.withCancel().afterFunc(() -> System.out.println("user: " + work.value(user)));
        work.cancel(new Exception("enough"));
        work.done().await();

        System.out.println("cause: " + work.cause().getMessage());
        System.out.println("modules: " + ModuleLayer.boot().modules().stream()
                .map(Module::getName)
                .filter(name -> !name.startsWith("java.") && !name.startsWith("jdk."))
                .sorted()
                .toList());
        System.out.println("module path: " + System.getProperty("jdk.module.path"));
    }
}
