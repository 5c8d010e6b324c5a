package dev.cascata.stress;

import dev.cascata.stress.races.KitUnderTest;
import java.util.List;
import org.openjdk.jcstress.infra.collectors.TestResult;

/**
 * A race, and the kit to run it with.
 *
 * @param patienceMillis how long a thread of the race waits for another one
 */
record Job(Race race, String kit, int patienceMillis) {

    /** Returns the arguments of the JVM that runs it. */
    List<String> arguments() {
        return List.of(kitArgument(kit), "-D" + KitUnderTest.PATIENCE + "=" + patienceMillis);
    }

    /** Returns its result, put together from the results of all configurations. */
    RaceResult result(List<TestResult> all) {
        String name = race.info().name();
        List<TestResult> own = all.stream()
                .filter(result -> usesKit(result, kit))
                .filter(result -> result.getName().equals(name))
                .toList();
        return RaceResult.of(race, own);
    }

    static boolean usesKit(TestResult result, String kit) {
        return result.getConfig().jvmArgs.contains(kitArgument(kit));
    }

    private static String kitArgument(String kit) {
        return "-D" + KitUnderTest.PROPERTY + "=" + kit;
    }
}
