package dev.cascata.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Compares the values of contexts of every kind with a map of the bindings of each context. */
class ValueLayersTest {
    private static final int KEYS = 60;
    private static final List<Key<Integer>> POOL = keys(KEYS);

    private record Known(Context context, Map<Key<Integer>, @Nullable Integer> bindings) {}

    /** A foreign context that binds the first key. */
    private static final class Binding extends ForeignContext {
        private int reads;

        Binding(Context inner) {
            super(inner);
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> @Nullable T value(Key<T> key) {
            reads++;
            return key == POOL.get(0) ? (T) Integer.valueOf(-1) : super.value(key);
        }
    }

    private static List<Key<Integer>> keys(int number) {
        return Stream.generate(() -> Key.<Integer>named("key")).limit(number).toList();
    }

    /** Each number derives a context from one of the last few: mostly a value layer, sometimes one of another kind. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void valueFindsNearestBindingThroughContextsOfEveryKind(@ForAll("choices") List<Integer> choices) {
        List<Known> made = new ArrayList<>(List.of(new Known(Context.background(), Map.of())));
        for (int choice : choices) {
            int back = choice % 11 == 0 ? Math.min(made.size(), 5) : 1;
            made.add(derived(made.get(made.size() - back), choice, made.size()));
        }

        for (Known known : made) {
            for (Key<Integer> key : POOL) {
                assertThat(known.context().value(key))
                        .isEqualTo(known.bindings().get(key));
            }
            assertThat(known.context().value(Environment.KEY)).isSameAs(Environment.system());
        }
    }

    private static Known derived(Known from, int choice, int number) {
        Context parent = from.context();
        return switch (choice % 16) {
            case 0 -> new Known(parent.withCancel(), from.bindings());
            case 1 -> new Known(parent.withoutCancel(), from.bindings());
            case 2 ->
                new Known(
                        parent.withDeadline(
                                Deadline.at(Long.MAX_VALUE, Environment.system().time())),
                        from.bindings());
            case 3 -> new Known(new Binding(parent), bound(from, 0, -1));
            case 4 -> bound(from, choice % KEYS, null, parent);
            default -> bound(from, choice % KEYS, number, parent);
        };
    }

    private static Known bound(Known from, int key, @Nullable Integer value, Context parent) {
        return new Known(parent.withValue(POOL.get(key), value), bound(from, key, value));
    }

    private static Map<Key<Integer>, @Nullable Integer> bound(Known from, int key, @Nullable Integer value) {
        Map<Key<Integer>, @Nullable Integer> bindings = new HashMap<>(from.bindings());
        bindings.put(POOL.get(key), value);
        return bindings;
    }

    @Example
    void keysMadeByTwoThreadsAtOnceHaveDifferentHashes() throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        SecondThread<List<Key<Integer>>> other = SecondThread.start(() -> many(together));
        List<Key<Integer>> all = new ArrayList<>(many(together));
        all.addAll(other.result());
        assertThat(all.stream().map(Key::hash)).doesNotHaveDuplicates();
    }

    private static List<Key<Integer>> many(CyclicBarrier together) throws Exception {
        together.await();
        return keys(50_000);
    }

    @Provide
    Arbitrary<List<Integer>> choices() {
        return Arbitraries.integers().between(0, 10_000).list().ofMaxSize(120);
    }

    @Example
    void fiftyThousandKeysHaveTheirOwnValues() {
        List<Key<Integer>> keys = keys(50_000);
        Context context = Context.background();
        for (int number = 0; number < keys.size(); number++) {
            context = context.withValue(keys.get(number), number);
        }

        Context last = context;
        assertThat(IntStream.range(0, keys.size()))
                .allMatch(n -> Integer.valueOf(n).equals(last.value(keys.get(n))));
        assertThat(last.value(POOL.get(0))).isNull();
    }

    @Example
    void foreignContextIsReadOnceForKeyNotBoundBelowIt() {
        Binding foreign = new Binding(Context.background());
        Context context = foreign;
        for (Key<Integer> key : POOL.subList(1, KEYS)) {
            context = context.withValue(key, 7);
        }
        int before = foreign.reads;

        assertThat(context.value(POOL.get(1))).isEqualTo(7);
        assertThat(foreign.reads).isEqualTo(before);
        assertThat(context.value(POOL.get(0))).isEqualTo(-1);
        assertThat(foreign.reads).isEqualTo(before + 1);
    }
}
