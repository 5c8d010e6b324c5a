package dev.cascata.conformance.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cascata.conformance.kit.ForeignShape;
import dev.cascata.conformance.program.Program;
import dev.cascata.conformance.program.Step;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The model expects what small programs are seen to mean by hand. */
class ModelTest {

    @Test
    void readOfATieDecidesTheCauseOfDescendants() {
        Model model =
                after("c1 = withDeadline c0 5 cause a; c2 = withDeadline c1 5 cause b; c3 = withCancel c2; advance 5");
        Node child = model.nodes().get(2);
        Node grandchild = model.nodes().get(3);

        assertThat(child.endEvent()).isEqualTo(EndEvent.TIED);
        assertThat(causes(child)).containsExactlyInAnyOrder("a", "b");
        assertThat(causes(grandchild)).containsExactlyInAnyOrder("a", "b");

        child.saw(child.allowed().stream().filter(e -> "b".equals(e.cause)).collect(Collectors.toSet()));

        assertThat(causes(grandchild)).containsExactly("b");
        assertThat(causes(model.nodes().get(1))).containsExactly("a");
    }

    @Test
    void mergedContextEndedByTwoParentsHasTheCauseReadOfOneOfThem() {
        Model model = after("c1 = withDeadline c0 5 cause a; c2 = withDeadline c1 5 cause b;"
                + "c3 = withDeadline c1 5 cause c; c4 = merge c2 c3; c5 = withCancel c4; advance 5");
        List<Node> nodes = model.nodes();

        assertThat(causes(nodes.get(5))).containsExactlyInAnyOrder("a", "b", "c");

        saw(nodes.get(2), "b");
        assertThat(causes(nodes.get(4))).containsExactlyInAnyOrder("a", "b", "c");
        saw(nodes.get(3), "c");
        assertThat(causes(nodes.get(4))).containsExactlyInAnyOrder("b", "c");
        saw(nodes.get(4), "c");
        assertThat(causes(nodes.get(5))).containsExactly("c");
    }

    @Test
    void mergedContextIsLinkedOnceToEachParentAndHasTheEarliestDeadline() {
        Model model = after("c1 = withDeadline c0 9; c2 = withDeadline c0 5; c3 = withValue c1 k0 v0;"
                + "c4 = merge c1 c3 c2; c5 = foreign c1 hook; c6 = merge c5 c1");

        assertThat(model.dependents()).containsExactly(0, 3, 1, 0, 0, 1, 0);
        assertThat(model.nodes().get(4).deadline).isEqualTo(5);
        assertThat(model.timers()).isEqualTo(2);
    }

    @Test
    void laterEndMayOvertakeOneThatComesThroughAForeignContext() {
        Model model = after("c1 = withDeadline c0 5 cause a; c2 = foreign c1 own; c3 = withDeadline c0 7 cause b;"
                + "c4 = merge c2 c3; c5 = withCancel c4; advance 9");

        assertThat(causes(model.nodes().get(4))).containsExactlyInAnyOrder("a", "b");
        assertThat(causes(model.nodes().get(5))).containsExactlyInAnyOrder("a", "b");
        assertThat(model.nodes().get(5).endedThroughForeign()).isFalse();
    }

    private static void saw(Node node, String cause) {
        node.saw(node.allowed().stream().filter(e -> cause.equals(e.cause)).collect(Collectors.toSet()));
    }

    @Test
    void earlierDeadlineAboveLeavesNoTie() {
        Model model = after("c1 = withDeadline c0 4 cause a; c2 = withDeadline c1 5 cause b; advance 9");

        assertThat(model.nodes().get(2).dropped).isTrue();
        assertThat(causes(model.nodes().get(2))).containsExactly("a");
    }

    @Test
    void deadlinesPassedByOneAdvanceExpireFromTheEarliest() {
        Model model =
                after("c1 = withDeadline c0 7 cause a; c2 = withDeadline c1 3 cause b; c3 = withCancel c2; advance 9");

        assertThat(causes(model.nodes().get(1))).containsExactly("a");
        assertThat(causes(model.nodes().get(3))).containsExactly("b");
    }

    @Test
    void childOfADetachedContextStaysLiveWhenTheContextAboveEnds() {
        Model model = after("c1 = withDeadline c0 7; c2 = withoutCancel c1; c3 = withCancel c2; cancel c1");

        assertThat(model.nodes().get(3).done()).isFalse();
        assertThat(model.nodes().get(3).deadline).isNull();
    }

    @Test
    void childIsLinkedToTheNearestCancellableOrForeignContextWithItsOwnDone() {
        Model model = after("c1 = withCancel c0; c2 = withValue c1 k0 v0; c3 = withCancel c2;"
                + "c4 = foreign c2 own; c5 = withCancel c4; c6 = foreign c1 hook; f0 = afterFunc c6; c7 = foreign c1 sharing;"
                + "c8 = withCancel c7");

        assertThat(model.dependents()).containsExactly(0, 3, 0, 0, 1, 0, 1, 0, 0);
    }

    @Test
    void onlyLiveContextsWithTheirOwnDeadlineHaveTimers() {
        Model model = after("c1 = withTimeout c0 5; c2 = withTimeout c1 9; c3 = withTimeout c1 2; cancel c3");

        assertThat(model.timers()).isEqualTo(1);
    }

    @Test
    void eventsAreThoseOfTheLastStepOnly() {
        Model model = after("c1 = withDeadline c0 5; c2 = withCancel c1; advance 5");
        assertThat(model.events()).extracting(n -> n.index).containsExactly(1);

        model.apply(new Step.WithCancel(0));
        assertThat(model.events()).isEmpty();
    }

    @Test
    void readOfATieIsKeptInLaterSteps() {
        Model model = after("c1 = withDeadline c0 5 cause a; c2 = withDeadline c1 5 cause b; advance 5");
        Node child = model.nodes().get(2);

        saw(child, "b");
        model.apply(new Step.Advance(1));

        assertThat(causes(child)).containsExactly("b");
    }

    @Test
    void laterEventMayEndAMergedContextBeforeATieBehindAForeignContext() {
        Model model = after("c1 = withDeadline c0 5 cause a; c2 = foreign c1 own; c3 = withDeadline c2 5 cause b;"
                + "c4 = withDeadline c0 7 cause c; c5 = merge c3 c4; advance 9");

        assertThat(causes(model.nodes().get(3))).containsExactlyInAnyOrder("a", "b");
        assertThat(causes(model.nodes().get(5))).containsExactlyInAnyOrder("a", "b", "c");
    }

    @ParameterizedTest
    @CsvSource({
        "c1 = withDeadline c0 5; c2 = withDeadline c1 5; advance 5, true",
        "c1 = withDeadline c0 5; c2 = withDeadline c1 5; advance 5; advance 1, false",
        "c1 = withDeadline c0 5; c2 = withCancel c1; advance 5, false",
        "c1 = withDeadline c0 5; c2 = withDeadline c0 5; c3 = merge c1 c2; advance 5, true",
        "c1 = withDeadline c0 5; c2 = withCancel c1; c3 = withCancel c1; c4 = merge c2 c3; advance 5, false",
    })
    void outcomeIsOpenIfTwoDeadlinesPassAtOneTick(String program, boolean open) {
        assertThat(after(program).tied()).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({
        "c1 = foreign c0 hook, SHARING, HOOK",
        "c1 = foreign c0 hook, OWN, OWN",
        "c1 = foreign c0 hook; c2 = withValue c1 k0 v0, SHARING, HOOK",
        "c1 = foreign c0 hook; c2 = withValue c1 k0 v0, OWN, HOOK",
        "c1 = foreign c0 hook, HOOK, HOOK",
        "c1 = foreign c0 own, SHARING, SHARING",
        "c1 = withCancel c0, OWN, OWN",
    })
    void foreignContextAroundAHookBecomesAHook(String program, ForeignShape wanted, ForeignShape possible) {
        Model model = after(program);
        int last = model.nodes().size() - 1;

        assertThat(model.possible(new Step.Foreign(last, wanted))).isEqualTo(new Step.Foreign(last, possible));
    }

    @Test
    void firstAndLastOfManyEqualContextsAreReadAndSomeBetweenAreChecked() {
        List<Node> nodes = after("c1..c200 = fan 200 c0").nodes();

        assertThat(nodes)
                .filteredOn(n -> !n.inner)
                .extracting(n -> n.index)
                .containsExactly(0, 1, 2, 3, 4, 197, 198, 199, 200);
        assertThat(nodes)
                .filteredOn(n -> n.inner && !n.sparse)
                .extracting(n -> n.index)
                .containsExactly(62, 123, 184);
        assertThat(after("c1..c128 = fan 128 c0").nodes()).noneMatch(n -> n.sparse);
    }

    @Test
    void callbackOnOrBelowAForeignContextMayBeTriggeredByAnotherThread() {
        Model model = after("c1 = withCancel c0; c2 = foreign c1 own; c3 = withCancel c2; c4 = withCancel c1;"
                + "f0 = afterFunc c2; f1 = afterFunc c3; f2 = afterFunc c4; f3 = afterFunc c0");

        assertThat(model.callbacks())
                .extracting(Registered::triggeredElsewhere)
                .containsExactly(true, false, false, false);
        model.apply(new Step.Cancel(1, null));
        assertThat(model.callbacks())
                .extracting(Registered::triggeredElsewhere)
                .containsExactly(true, true, false, false);
    }

    private static Model after(String program) {
        Model model = new Model();
        Program.parse(program).steps().forEach(model::apply);
        return model;
    }

    private static Set<String> causes(Node node) {
        return node.allowed().stream().map((End e) -> String.valueOf(e.cause)).collect(Collectors.toSet());
    }
}
