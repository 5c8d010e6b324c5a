package dev.cascata.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PrintingTest {
    private static final Key<Object> KEY = Key.named("user");

    private final VirtualTime time = new VirtualTime();
    private final Context root = Context.background(new Environment(time, time, Runnable::run));

    @Test
    void toStringShowsStepsOfDerivation() {
        Context context = root.withValue(KEY, "v").withoutCancel().withCancel().withTimeout(Duration.ofSeconds(5));

        assertThat(context).hasToString("background.withValue(user).withoutCancel.withCancel.withDeadline(in PT5S)");
        assertThat(Context.todo()).hasToString("todo");
    }

    @Test
    void toStringNeitherReadsNorShowsValues() {
        Object secret = new Object() {
            @Override
            public String toString() {
                throw new AssertionError("toString must not call this");
            }
        };

        assertThat(root.withValue(KEY, secret).withCancel()).hasToString("background.withValue(user).withCancel");
    }

    @Test
    void toStringOfDeepContextShowsLastSteps() {
        Context context = root;
        for (int i = 0; i < 63; i++) {
            context = context.withCancel();
        }
        assertThat(context.toString()).startsWith("background.withCancel");
        assertThat(context.withCancel().toString())
                .startsWith("....withCancel")
                .isEqualTo("..." + ".withCancel".repeat(64));
    }

    @Test
    void toStringShowsClassOfForeignContext() {
        Context child = new Unprintable(root).withCancel();

        assertThat(child).hasToString(Unprintable.class.getName() + ".withCancel");
    }

    private static final class Unprintable extends ForeignContext {
        Unprintable(Context inner) {
            super(inner);
        }

        @Override
        public String toString() {
            throw new AssertionError("toString must not call this");
        }
    }
}
