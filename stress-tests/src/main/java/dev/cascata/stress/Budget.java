package dev.cascata.stress;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.Options;
import org.openjdk.jcstress.vm.VMSupport;

/**
 * How long each race is sampled, and in how many configurations of the JVM.
 *
 * @param mode one of the presets of jcstress
 * @param millis the length of an iteration, null for that of the preset
 * @param iterations their number, null for that of the preset
 * @param full whether every configuration of the JVM and of its compilers is run, not only the usual one
 */
record Budget(
        String mode, @Nullable Integer millis, @Nullable Integer iterations, boolean full) {
    static final List<String> MODES = List.of("sanity", "quick", "default", "tough", "stress");

    Options options(Path folder) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-m", mode, "-r", folder.toString(), "-pth", "false"));
        add(arguments, "-time", millis);
        add(arguments, "-iters", iterations);
        Options options = new Options(arguments.toArray(String[]::new));
        if (!options.parse()) {
            throw new IllegalStateException("jcstress does not take " + arguments);
        }
        return options;
    }

    private static void add(List<String> arguments, String flag, @Nullable Integer value) {
        if (value != null) {
            arguments.addAll(List.of(flag, value.toString()));
        }
    }

    /** The arguments of each configuration of the JVM; to be asked once that has been probed. */
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
