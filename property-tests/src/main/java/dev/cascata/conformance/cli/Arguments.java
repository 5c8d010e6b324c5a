package dev.cascata.conformance.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reads a command line into an object with picocli's annotations. Each error is one sentence. */
public final class Arguments {
    private final UnaryOperator<String> names;

    private Arguments(UnaryOperator<String> names) {
        this.names = names;
    }

    public static <F> F parse(F flags, String... args) {
        return parse(flags, name -> name, args);
    }

    /** Parses as well; {@code names} gives the name that the user knows a flag by. */
    public static <F> F parse(F flags, UnaryOperator<String> names, String... args) {
        try {
            new CommandLine(flags)
                    .setExpandAtFiles(false)
                    .registerConverter(Path.class, Arguments::path)
                    .parseArgs(args);
            return flags;
        } catch (ParameterException e) {
            throw new Arguments(names).error(e);
        }
    }

    /** Returns the page of help. */
    public static String usage(Object flags) {
        return new CommandLine(flags).getUsageMessage(Ansi.OFF);
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("the name of a file or folder", e);
        }
    }

    private UsageError error(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            return UsageError.usage("Unknown flag " + unmatched.getUnmatched().get(0) + instead(unmatched)
                    + "; --help lists all flags.");
        } else if (e instanceof OverwrittenOptionException twice) {
            return UsageError.usage(name(twice.getOverwritten()) + " can be given only once.");
        } else if (e instanceof MissingParameterException missing) {
            return UsageError.usage(name(missing.getMissing().get(0)) + " needs a value; --help says which.");
        } else if (e.getArgSpec() != null && e.getCause() != null) {
            return UsageError.wrong(
                    name(e.getArgSpec()), Messages.plain(e.getCause().getMessage()), e.getValue());
        }
        return UsageError.usage(Messages.capital(e.getMessage()) + "; --help explains each flag.");
    }

    private String name(ArgSpec flag) {
        return names.apply(flag instanceof OptionSpec option ? option.longestName() : flag.paramLabel());
    }

    private static String instead(UnmatchedArgumentException e) {
        List<String> similar = e.getSuggestions();
        return similar.isEmpty() ? "" : ", perhaps " + similar.get(0);
    }
}
