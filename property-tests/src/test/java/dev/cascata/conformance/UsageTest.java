package dev.cascata.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageTest extends CommandLineRuns {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--sede 1          | Unknown flag --sede, perhaps --seed; --help lists all flags.",
                "here              | Unknown flag here; --help lists all flags.",
                "--programs abc    | --programs takes a whole number from 1 on, not \"abc\".",
                "--programs 0      | --programs takes a whole number from 1 on, not \"0\".",
                "--programs 9999999999 | --programs takes a number up to 2147483647, not \"9999999999\".",
                "--limit -1        | --limit takes a whole number from 1 on, not \"-1\".",
                "--seed abc        | --seed takes a whole number, not \"abc\".",
                "--seed            | --seed needs a value; --help says which.",
                "--seed --trace    | --seed needs a value; --help says which.",
                "--seed 1 --seed 2 | --seed can be given only once.",
                "--seed 1 --fresh  | --seed cannot be combined with --fresh.",
                "--rule CANCEL_999 | --rule takes the id of a rule, such as CANCEL_3, not \"CANCEL_999\"; "
                        + "--list-rules lists all rules.",
                "--explain NO_1    | --explain takes the id of a rule, such as CANCEL_3, not \"NO_1\"; "
                        + "--list-rules lists all rules.",
                "--without NO_1    | --without takes the id of a rule, such as CANCEL_3, not \"NO_1\"; "
                        + "--list-rules lists all rules.",
                "--rule CANCEL_2 --without CANCEL_2 | --without leaves none of the rules that are asked for",
                "--check none      | --check takes the name of a directed check, such as null-key, not \"none\"; "
                        + "--explain lists those of a rule.",
                "--check null-key --program - | --program cannot be combined with --check.",
                "--check null-key --write-known-failing x | --write-known-failing cannot be combined with --program "
                        + "or --check.",
                "--mutants --check null-key | --mutants cannot be combined with --kit, --program or --check.",
                "--mutants --kit a.Kit | --mutants cannot be combined with --kit, --program or --check.",
                "--kit no.such.Kit | There is no class no.such.Kit on the class path",
                "--kit java.lang.String | Class java.lang.String is not a kit",
                "--kit dev.cascata.conformance.discovery.BrokenKits$Empty | must be a public class that is not abstract",
                "--kit dev.cascata.conformance.discovery.BrokenKits$WithArgument | public constructor without arguments",
                "--adapter none    | --adapter takes go, node or rust, not \"none\".",
                "--program /no/such/file | Cannot read the program /no/such/file: there is no such file or folder.",
                "--program /       | Cannot read the program /: "
            })
    void wrongFlagIsRefusedInOneSentence(String flags, String sentence) {
        refused(64, sentence, flags.split(" ", -1));
    }

    @Test
    void unreadableProgramIsRefusedWithTheWrongStep() throws IOException {
        Path file = Files.writeString(folder.resolve("program"), "c1 = withCancel c0\ncancel c7\n");
        refused(64, "step 2 of the program", "--kit", REFERENCE, "--program", file.toString());

        in = "frob c1";
        refused(64, "Cannot read the program from standard input", "--kit", REFERENCE, "--program", "-");
    }

    @Test
    void unreadableKnownFailingFileIsRefusedWithTheWrongLine() throws IOException {
        refused(64, "there is no such file", "--kit", REFERENCE, "--known-failing", folder + "/none");
        refusedKnown("# fine\nNO_1 | reason | c1 = background\n", "line 2: unknown rule \"NO_1\"");
        refusedKnown("CANCEL_2 | reason | cancel c5\n", "line 1: step 1 of the program");
        refusedKnown("CANCEL_2\n", "line 1: a line must be");
    }

    @Test
    void flagsForKnownFailuresNeedOneKit() {
        refused(64, "name it with --kit", "--known-failing", "x", "--kit", REFERENCE, "--kit", THROWING);
        refused(64, "name it with --kit", "--write-known-failing", "x", "--kit", REFERENCE, "--kit", THROWING);
    }

    @Test
    void unwritableFileIsRefusedBeforeAnythingIsJudged() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        refused(74, "Cannot write the report to", "--kit", REFERENCE, "--report", file.toString());
        refused(74, "Cannot write the report to", "--kit", REFERENCE, "--report", file + "/below");
        refused(74, "a folder", "--kit", REFERENCE, "--write-known-failing", folder.toString());
        refused(74, "does not exist", "--kit", REFERENCE, "--write-known-failing", folder + "/no/file");
    }

    private void refusedKnown(String text, String sentence) throws IOException {
        Path file = Files.writeString(folder.resolve("known"), text);
        refused(64, sentence, "--kit", REFERENCE, "--known-failing", file.toString());
    }
}
