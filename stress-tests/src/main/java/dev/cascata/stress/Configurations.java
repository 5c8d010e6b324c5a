package dev.cascata.stress;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openjdk.jcstress.Options;
import org.openjdk.jcstress.infra.runners.TestConfig;
import org.openjdk.jcstress.os.Scheduler;
import org.openjdk.jcstress.os.SchedulingClass;
import org.openjdk.jcstress.vm.CompileMode;
import org.openjdk.jcstress.vm.VMSupport;

/** Lists what has to be run for a job: each placement on the processors, with each JVM and each compiler. */
final class Configurations {
    private final Options options;
    private final Scheduler scheduler;
    private final boolean full;
    private final List<List<String>> machines;

    Configurations(Options options, Scheduler scheduler, Budget budget) {
        this.options = options;
        this.scheduler = scheduler;
        this.full = budget.full();
        this.machines = budget.machines();
    }

    List<TestConfig> of(List<Job> jobs) {
        return jobs.stream().flatMap(this::of).toList();
    }

    private Stream<TestConfig> of(Job job) {
        int actors = job.race().info().threads();
        return scheduler.scheduleClasses(actors, options.getCPUCount(), options.affinityMode()).stream()
                .flatMap(place -> machines.stream().flatMap(machine -> of(job, place, machine)));
    }

    private Stream<TestConfig> of(Job job, SchedulingClass place, List<String> machine) {
        List<String> arguments = new ArrayList<>(machine);
        arguments.addAll(job.arguments());
        return compilers(job.race().info().threads())
                .mapToObj(mode -> new TestConfig(options, job.race().info(), 0, arguments, mode, place));
    }

    private IntStream compilers(int actors) {
        return full && VMSupport.compilerDirectivesAvailable()
                ? IntStream.of(CompileMode.casesFor(actors, VMSupport.c1Available(), VMSupport.c2Available()))
                : IntStream.of(CompileMode.UNIFIED);
    }
}
