package dev.cascata.conformance.process;

import dev.cascata.conformance.kit.ForeignShape;
import dev.cascata.conformance.model.Model;
import dev.cascata.conformance.model.Node;
import dev.cascata.conformance.program.Program;
import dev.cascata.conformance.program.Step;
import dev.cascata.conformance.trial.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes a program as lines of the protocol. Used once. */
public final class ProtocolScript {
    private final Model model = new Model();
    private final List<Request> lines = new ArrayList<>();
    private final List<Integer> callbackOf = new ArrayList<>();

    private ProtocolScript() {}

    /** Returns the beginning, one line for each step, a cancel of every context that is still live, and the end. */
    public static List<Request> of(Program program) {
        ProtocolScript script = new ProtocolScript();
        script.write(program);
        return IntStream.range(0, script.lines.size())
                .mapToObj(i -> script.lines.get(i).numbered(i + 1L))
                .toList();
    }

    private void write(Program program) {
        add(new Line(Request.BEGIN), !program.quiet());
        for (int i = 0; i < program.size(); i++) {
            Step step = model.possible(program.steps().get(i));
            model.apply(step);
            add(line(step), !program.quiet() || i == program.size() - 1);
        }
        finish();
    }

    private void finish() {
        for (Node node : model.nodes()) {
            if (node.cancellable() && !node.done()) {
                Step cancel = new Step.Cancel(node.index, null);
                model.apply(cancel);
                add(line(cancel), false);
            }
        }
        Line end = new Line(Request.END);
        end.look = numbers(model.nodes());
        end.read = read();
        lines.add(end.request());
    }

    private void add(Line line, boolean observed) {
        if (observed) {
            line.look = numbers(model.nodes().stream().filter(n -> !n.sparse).toList());
            line.read = read();
        }
        lines.add(line.request());
    }

    private List<Integer> read() {
        return numbers(model.nodes().stream().filter(n -> !n.inner).toList());
    }

    private static List<Integer> numbers(List<Node> nodes) {
        return nodes.stream().map(n -> n.index).toList();
    }

    private Line line(Step step) {
        if (step instanceof Step.Derive derive) {
            return derive(derive);
        } else if (step instanceof Step.Cancel cancel) {
            Line line = new Line("cancel", cancel.context());
            line.cause = cancel.cause();
            return line;
        } else if (step instanceof Step.AfterFunc afterFunc) {
            return afterFunc(afterFunc.context(), callbackOf.size());
        } else if (step instanceof Step.AfterFuncAgain again) {
            int context = model.callbacks().get(again.callback()).context.index;
            return afterFunc(context, callbackOf.get(again.callback()));
        } else if (step instanceof Step.StopCallback stop) {
            Line line = new Line("stop");
            line.registration = stop.callback();
            return line;
        } else if (step instanceof Step.Advance advance) {
            Line line = new Line("advance");
            line.ticks = advance.ticks();
            return line;
        }
        return new Line("background");
    }

    /** Returns the step that a line stands for; null if it only begins or ends a program. */
    public static @Nullable Step step(Request line) {
        int context = line.context() == null ? 0 : line.context();
        int count = line.count() == null ? 1 : line.count();
        long ticks = line.ticks() == null ? 0 : line.ticks();
        return switch (line.step()) {
            case "background" -> new Step.Background();
            case "withCancel" -> new Step.WithCancel(context);
            case "withDeadline" -> new Step.WithDeadline(context, ticks, line.cause());
            case "withTimeout" -> new Step.WithTimeout(context, ticks, line.cause());
            case "withValue" -> new Step.WithValue(context, number(line.key()), value(line.value()));
            case "withoutCancel" -> new Step.WithoutCancel(context);
            case "foreign" ->
                new Step.Foreign(
                        context,
                        ForeignShape.valueOf(String.valueOf(line.shape()).toUpperCase(Locale.ROOT)));
            case "fan" -> new Step.Fan(context, count);
            case "chain" -> new Step.Chain(context, count);
            case "layers" -> new Step.Layers(context, count);
            case "merge" -> new Step.Merge(Objects.requireNonNull(line.parents()));
            case "cancel" -> new Step.Cancel(context, line.cause());
            case "afterFunc" ->
                Objects.equals(line.registration(), line.callback())
                        ? new Step.AfterFunc(context)
                        : new Step.AfterFuncAgain(number(line.callback()));
            case "stop" -> new Step.StopCallback(number(line.registration()));
            case "advance" -> new Step.Advance(ticks);
            default -> null;
        };
    }

    private static int number(@Nullable Integer number) {
        return Objects.requireNonNull(number);
    }

    private static int value(@Nullable String value) {
        return value == null ? Step.NULL_VALUE : Integer.parseInt(value.substring(1));
    }

    private Line afterFunc(int context, int callback) {
        Line line = new Line("afterFunc", context);
        line.registration = callbackOf.size();
        line.callback = callback;
        callbackOf.add(callback);
        return line;
    }

    private static Line derive(Step.Derive derive) {
        if (derive instanceof Step.Merge merge) {
            Line line = new Line("merge");
            line.parents = merge.parents();
            return line;
        }
        String name = derive.getClass().getSimpleName();
        Line line = new Line(name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1), derive.parent());
        if (derive instanceof Step.WithDeadline deadline) {
            line.ticks = deadline.at();
            line.cause = deadline.cause();
        } else if (derive instanceof Step.WithTimeout timeout) {
            line.ticks = timeout.ticks();
            line.cause = timeout.cause();
        } else if (derive instanceof Step.WithValue value) {
            line.key = value.key();
            line.value = (String) Subject.value(value.value());
        } else if (derive instanceof Step.Foreign foreign) {
            line.shape = foreign.shape().name().toLowerCase(Locale.ROOT);
        } else if (derive instanceof Step.Layers) {
            line.key = 0;
            line.value = (String) Subject.value(0);
        }
        boolean many = derive instanceof Step.Fan || derive.deep();
        line.count = many ? derive.count() : null;
        return line;
    }

    /** The fields of a line, while it is made. */
    private static final class Line {
        private final String step;
        private final @Nullable Integer context;
        private @Nullable List<Integer> parents;
        private @Nullable Long ticks;
        private @Nullable String cause;
        private @Nullable Integer key;
        private @Nullable String value;
        private @Nullable String shape;
        private @Nullable Integer count;
        private @Nullable Integer registration;
        private @Nullable Integer callback;
        private List<Integer> look = List.of();
        private List<Integer> read = List.of();

        Line(String step) {
            this.step = step;
            this.context = null;
        }

        Line(String step, int context) {
            this.step = step;
            this.context = context;
        }

        Request request() {
            return new Request(
                    0,
                    step,
                    context,
                    parents,
                    ticks,
                    cause,
                    key,
                    value,
                    shape,
                    count,
                    registration,
                    callback,
                    look,
                    read);
        }
    }
}
