package dev.cascata.stress;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.Options;
import org.openjdk.jcstress.vm.VMSupport;

/**
 * The sampling time of each race, and the configurations of the JVM in which it is run.
 *
 * @param mode one of the presets of jcstress
 * @param millis the length of an iteration, or null for that of the preset
 * @param iterations the number of iterations, or null for that of the preset
 * @param full whether every configuration of the JVM and of its compilers is run, not only the default one
 */
record Budget(
        String mode, @Nullable Integer millis, @Nullable Integer iterations, boolean full) {
    /**
     * The samples that the actors take between two barriers. A short stride keeps the actors close to each other, so that
     * more samples collide.
     */
    private static final int STRIDE_SIZE = 16;

    /**
     * The strides in an array of samples. Before it starts the clock, jcstress fills arrays of growing size on one thread
     * until it reaches this limit, so that a small array takes less time. The clock runs as long with any size.
     */
    private static final int STRIDE_COUNT = 64;

    static final List<String> MODES = List.of("sanity", "quick", "default", "tough", "stress");

    Options options(Path folder) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-m", mode, "-r", folder.toString(), "-pth", "false"));
        add(arguments, "-strideSize", STRIDE_SIZE);
        add(arguments, "-strideCount", STRIDE_COUNT);
        add(arguments, "-time", millis);
        add(arguments, "-iters", iterations);
        Options options = new Options(arguments.toArray(String[]::new));
        if (!options.parse()) {
            throw new IllegalStateException("jcstress rejects " + arguments);
        }
        return options;
    }

    private static void add(List<String> arguments, String flag, @Nullable Integer value) {
        if (value != null) {
            arguments.addAll(List.of(flag, value.toString()));
        }
    }

    /** Returns the arguments of each configuration of the JVM. Call it after the JVM has been probed. */
    List<List<String>> machines() {
        if (!full) {
            return List.of(List.of());
        }
        VMSupport.detectAvailableVMConfigs(true, List.of(), List.of());
        return VMSupport.getAvailableVMConfigs().stream()
                .map(VMSupport.Config::args)
                .toList();
    }
}
