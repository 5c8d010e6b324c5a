package dev.cascata.stress;

import dev.cascata.conformance.cli.UsageError;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
import org.openjdk.jcstress.os.topology.Topology;
import org.openjdk.jcstress.vm.VMSupport;

/**
 * Runs each race in its own JVM, with jcstress. The command line of jcstress gives all tests the same arguments. Here
 * each race has its own kit, so that many kits share one run and one probing of the machine.
 */
final class Harness {
    private final Path folder;
    private final Budget budget;

    Harness(Path folder, Budget budget) {
        this.folder = folder;
        this.budget = budget;
    }

    /** Runs the jobs, and returns their results in the same order. Progress goes to the given stream. */
    List<RaceResult> run(List<Job> jobs, PrintStream out) {
        try {
            Files.createDirectories(folder);
            Path results = folder.resolve("results.bin.gz");
            quietly(() -> sample(jobs, results, out));
            List<TestResult> all = read(results);
            quietly(() -> writePages(jobs, all));
            return jobs.stream().map(job -> job.result(all)).toList();
        } catch (IOException e) {
            throw UsageError.cannotWrite("Cannot write the results to " + folder + ": " + e.getMessage() + ".");
        }
    }

    /** Returns the start page of the report that jcstress writes about a kit. */
    Path page(String kit) {
        return pages(kit).resolve("index.html");
    }

    private Path pages(String kit) {
        return folder.resolve(kit.substring(kit.lastIndexOf('.') + 1).replace('#', '-'));
    }

    private interface Work {
        void run() throws IOException;
    }

    /** Sends what jcstress prints to a file. */
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

    private void sample(List<Job> jobs, Path results, PrintStream out) throws IOException {
        Options options = budget.options(folder);
        OSSupport.init();
        VMSupport.initFlags(options);
        Scheduler scheduler = new Scheduler(Topology.get(), options.getCPUCount());
        List<TestConfig> configs = new Configurations(options, scheduler, budget).of(jobs);
        DiskWriteCollector disk = new DiskWriteCollector(results.toString());
        try (Progress progress = new Progress(out, configs.size())) {
            SerializedBufferCollector sink =
                    new SerializedBufferCollector(MuxCollector.of(disk, result -> progress.step(name(result))));
            new TestExecutor(options.verbosity(), sink, scheduler).runAll(configs);
            sink.close();
        }
        disk.close();
    }

    private static String name(TestResult result) {
        return result.getName().substring(result.getName().lastIndexOf('.') + 1);
    }

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

    private void writePages(List<Job> jobs, List<TestResult> results) throws IOException {
        for (String kit : jobs.stream().map(Job::kit).distinct().toList()) {
            InProcessCollector own = new InProcessCollector();
            results.stream().filter(result -> Job.usesKit(result, kit)).forEach(own::add);
            new HTMLReportPrinter(budget.options(pages(kit)), own, System.out).work();
        }
    }
}
