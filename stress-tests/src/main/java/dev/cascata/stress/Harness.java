package dev.cascata.stress;

import dev.cascata.stress.races.Chosen;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.openjdk.jcstress.Options;
import org.openjdk.jcstress.TestExecutor;
import org.openjdk.jcstress.infra.collectors.DiskReadCollector;
import org.openjdk.jcstress.infra.collectors.DiskWriteCollector;
import org.openjdk.jcstress.infra.collectors.InProcessCollector;
import org.openjdk.jcstress.infra.collectors.MuxCollector;
import org.openjdk.jcstress.infra.collectors.SerializedBufferCollector;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.grading.HTMLReportPrinter;
import org.openjdk.jcstress.infra.runners.TestConfig;
import org.openjdk.jcstress.os.OSSupport;
import org.openjdk.jcstress.os.Scheduler;
import org.openjdk.jcstress.os.SchedulingClass;
import org.openjdk.jcstress.os.topology.Topology;
import org.openjdk.jcstress.vm.CompileMode;
import org.openjdk.jcstress.vm.VMSupport;

/**
 * Runs races in JVMs of their own, by way of jcstress. Its command line gives all tests the same arguments; here each
 * race has a kit of its own, so that many kits share one run and one probing of the machine.
 */
final class Harness {
    /**
     * A race, and the kit to run it with.
     *
     * @param patienceMillis how long a thread may need for what nothing keeps it from doing
     */
    record Job(Race race, String kit, int patienceMillis) {
        private List<String> arguments() {
            return List.of(argument(kit), "-D" + Chosen.PATIENCE + "=" + patienceMillis);
        }
    }

    private final Path folder;
    private final Budget budget;

    Harness(Path folder, Budget budget) {
        this.folder = folder;
        this.budget = budget;
    }

    /** Runs the jobs, and answers what came of each in the same order. */
    List<Seen> run(List<Job> jobs, Consumer<String> progress) {
        try {
            Files.createDirectories(folder);
            Path results = folder.resolve("results.bin.gz");
            quietly(() -> sample(jobs, results, progress));
            List<TestResult> all = read(results);
            for (String kit : jobs.stream().map(Job::kit).distinct().toList()) {
                quietly(() -> writePages(kit, of(all, kit)));
            }
            return jobs.stream().map(job -> seen(job, all)).toList();
        } catch (IOException e) {
            throw new Refusal(
                    Refusal.CANNOT_WRITE, "Cannot write the results to " + folder + ": " + e.getMessage() + ".");
        }
    }

    /** The start page of what jcstress itself says about a kit. */
    Path page(String kit) {
        return pages(kit).resolve("index.html");
    }

    private Path pages(String kit) {
        return folder.resolve(kit.substring(kit.lastIndexOf('.') + 1).replace('#', '-'));
    }

    private interface Work {
        void run() throws IOException;
    }

    /** What jcstress prints goes to a file. */
    private void quietly(Work work) throws IOException {
        PrintStream out = System.out;
        Path log = folder.resolve("jcstress.log");
        try (PrintStream file =
                new PrintStream(new FileOutputStream(log.toFile(), true), true, StandardCharsets.UTF_8)) {
            System.setOut(file);
            work.run();
        } finally {
            System.setOut(out);
        }
    }

    private void sample(List<Job> jobs, Path results, Consumer<String> progress) throws IOException {
        Options options = budget.options(folder);
        OSSupport.init();
        VMSupport.initFlags(options);
        Scheduler scheduler = new Scheduler(Topology.get(), options.getCPUCount());
        List<TestConfig> configs = configs(jobs, options, scheduler);
        DiskWriteCollector disk = new DiskWriteCollector(results.toString());
        SerializedBufferCollector sink =
                new SerializedBufferCollector(MuxCollector.of(disk, new Counter(configs.size(), progress)::tell));
        new TestExecutor(options.verbosity(), sink, scheduler).runAll(configs);
        sink.close();
        disk.close();
    }

    private List<TestConfig> configs(List<Job> jobs, Options options, Scheduler scheduler) {
        List<List<String>> machines = budget.machines();
        List<TestConfig> configs = new ArrayList<>();
        for (Job job : jobs) {
            int actors = job.race().info().threads();
            for (SchedulingClass place :
                    scheduler.scheduleClasses(actors, options.getCPUCount(), options.affinityMode())) {
                for (List<String> machine : machines) {
                    List<String> arguments = new ArrayList<>(machine);
                    arguments.addAll(job.arguments());
                    for (int mode : modes(actors)) {
                        configs.add(new TestConfig(options, job.race().info(), 0, arguments, mode, place));
                    }
                }
            }
        }
        return configs;
    }

    private int[] modes(int actors) {
        return budget.full() && VMSupport.compilerDirectivesAvailable()
                ? CompileMode.casesFor(actors, VMSupport.c1Available(), VMSupport.c2Available())
                : new int[] {CompileMode.UNIFIED};
    }

    private static String argument(String kit) {
        return "-D" + Chosen.PROPERTY + "=" + kit;
    }

    /** The file is what counts, not what was told on the way. */
    private static List<TestResult> read(Path results) throws IOException {
        InProcessCollector all = new InProcessCollector();
        DiskReadCollector disk = new DiskReadCollector(results.toString(), all);
        try {
            disk.dump();
        } catch (ClassNotFoundException e) {
            throw new IOException(e);
        } finally {
            disk.close();
        }
        return List.copyOf(all.getTestResults());
    }

    private static List<TestResult> of(List<TestResult> all, String kit) {
        return all.stream()
                .filter(result -> result.getConfig().jvmArgs.contains(argument(kit)))
                .toList();
    }

    private static Seen seen(Job job, List<TestResult> all) {
        String name = job.race().info().name();
        List<TestResult> results = of(all, job.kit()).stream()
                .filter(result -> result.getName().equals(name))
                .toList();
        return Seen.of(job.race(), results);
    }

    private void writePages(String kit, List<TestResult> results) throws IOException {
        InProcessCollector some = new InProcessCollector();
        results.forEach(some::add);
        new HTMLReportPrinter(budget.options(pages(kit)), some, System.out).work();
    }

    /** Tells how far a run has come. */
    private static final class Counter {
        private final int all;
        private final Consumer<String> progress;
        private int done;

        Counter(int all, Consumer<String> progress) {
            this.all = all;
            this.progress = progress;
        }

        void tell(TestResult result) {
            done++;
            String name = result.getName();
            progress.accept(done + " of " + all + ", " + name.substring(name.lastIndexOf('.') + 1));
        }
    }
}
