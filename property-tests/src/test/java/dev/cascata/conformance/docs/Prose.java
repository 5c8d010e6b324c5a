package dev.cascata.conformance.docs;

import dev.cascata.conformance.Main;
import dev.cascata.conformance.rules.Capability;
import dev.cascata.conformance.rules.Catalogue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Kinds of text that people read, each as paragraphs with the place where they stand. */
enum Prose {
    PAGES,
    RULES,
    HELP,
    FAILURES,
    MESSAGES,
    COMMENTS,
    LISTS,
    NAMES;

    private static final Path ROOT = Path.of("..");
    private static final List<String> MODULES = List.of("context-impl", "property-tests", "stress-tests", "perf");

    /** A paragraph; the place is a file, or the id of a rule. */
    record Paragraph(String place, String text) {}

    List<Paragraph> paragraphs() {
        return switch (this) {
            case PAGES -> pages();
            case RULES -> rules();
            case HELP -> help();
            case FAILURES -> failures();
            case MESSAGES -> sources(JavaText::literals);
            case COMMENTS -> sources(JavaText::comments);
            case LISTS -> lists();
            case NAMES -> names();
        };
    }

    /** Returns the habits to avoid in this kind of text. */
    List<Habit> habits() {
        return switch (this) {
            case NAMES -> List.of(Habit.values());
            case RULES -> Habit.ofRules();
            default -> Habit.everywhere();
        };
    }

    /** README, CONTRIBUTING and every page of docs. */
    static List<Path> files() {
        List<Path> files = new ArrayList<>(List.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md")));
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            docs.filter(file -> file.toString().endsWith(".md")).sorted().forEach(files::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static List<Paragraph> pages() {
        return files().stream().flatMap(file -> markdown(file)).toList();
    }

    /** Without code between backticks, lines of the protocol and the targets of links. */
    private static Stream<Paragraph> markdown(Path file) {
        String text = read(file).replaceAll("`[^`\n]+`|(?m)^\\{\".*$", "``").replaceAll("]\\([^)]*\\)", "]");
        return Stream.of(text.split("\n\n|\n(?=[|*-] |\\d+\\. |[|])", -1))
                .map(part -> new Paragraph(file.getFileName().toString(), line(part)));
    }

    private static List<Paragraph> rules() {
        List<Paragraph> texts = new ArrayList<>();
        Catalogue.all()
                .forEach(rule -> Stream.of(
                                rule.sentence(),
                                rule.text().reason(),
                                rule.text().go(),
                                rule.text().look())
                        .forEach(text -> texts.add(new Paragraph(rule.id(), text))));
        for (Capability capability : Capability.values()) {
            texts.add(new Paragraph(capability.name(), capability.meaning()));
        }
        return texts;
    }

    private static List<Paragraph> help() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
        Main.run(new String[] {"--help"}, InputStream.nullInputStream(), printed, printed);
        return List.of(new Paragraph("--help", line(out.toString(StandardCharsets.UTF_8))));
    }

    private static List<Paragraph> failures() {
        Path golden = Path.of("src", "test", "resources", "golden");
        return walk(golden, ".txt").flatMap(Prose::lines).toList();
    }

    private static List<Paragraph> sources(Function<String, List<String>> parts) {
        return MODULES.stream()
                .flatMap(module -> walk(ROOT.resolve(module).resolve(Path.of("src", "main", "java")), ".java"))
                .flatMap(file -> parts.apply(read(file)).stream()
                        .map(part -> new Paragraph(file.getFileName().toString(), line(part))))
                .toList();
    }

    /** The known failures and the excused mutations, each line with its reason. */
    private static List<Paragraph> lists() {
        return Stream.of(Path.of("src", "main", "resources"), Path.of("adapters"), Path.of("src", "mutation"))
                .flatMap(folder -> walk(folder, ".txt"))
                .flatMap(Prose::lines)
                .toList();
    }

    /** The names of the test methods, split into words. */
    private static List<Paragraph> names() {
        return MODULES.stream()
                .flatMap(module -> walk(ROOT.resolve(module).resolve(Path.of("src", "test", "java")), ".java"))
                .flatMap(file -> JavaText.testNames(read(file)).stream()
                        .map(name -> new Paragraph(file.getFileName().toString(), name)))
                .toList();
    }

    private static Stream<Paragraph> lines(Path file) {
        return read(file).lines().map(line -> new Paragraph(file.getFileName().toString(), line(line)));
    }

    private static Stream<Path> walk(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
