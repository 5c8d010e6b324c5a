package dev.cascata.conformance.docs;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Ways to write English that a reader has to decode, and what to write instead. */
public enum Habit {
    OTHERS(
            "user code, or foreign context",
            "(code|callbacks?|parents?|contexts?) (of|by) others|(some|any)(body|one) else('?s)?|foreign code|strangers?"),
    TELLING("returns, reports, says", "tell|tells|told|telling|answers|answered|answering"),
    IDIOM(
            "releases, unregisters, reaches, is linked to",
            "(let|lets|letting) go( of)?|(take|takes|taken|took|taking)( [a-z]+){0,3} back|(come|comes|came|coming) by"
                    + "|(hang|hangs|hung|hanging) on|(go|goes) astray|set(s|ting)? off|is over"),
    SUBJECT(
            "a thread that, a caller that",
            "whoever|whatever|whichever|somebody|anybody|who has seen|those who|nobody|(?<=^|[.:;] )who(?=[^?.]*(\\.|$))"),
    UNNAMED_NUMBER("the number itself", "so many|so often|so much|so far apart"),
    FILLER("what happens", "no news|is news|in order|for nothing"),
    NEGATED_NOUN(
            "does not exist, is not a",
            "(that|which) there (is|are) not|(that|which|what) (is|are) none|(?<!there )is no (?!longer|more|less)\\w+"),
    RIDDLE(
            "two sentences",
            "as one writes|as nobody|it is looked|belongs? into|what (takes|is) no|in vain|without a word"),
    NAMING("foreign context, created, its own", "wrappers?|born|one's own"),
    CLAUSE_FIRST("the noun, then its clause", "^(what|who|whose|which|where|that|of the)(ever)?(?= [^?]*$)");

    private final String instead;
    private final Pattern pattern;

    Habit(String instead, String words) {
        this.instead = instead;
        this.pattern = Pattern.compile("\\b(?:" + words + ")\\b", Pattern.CASE_INSENSITIVE);
    }

    /** Returns the habits to avoid in every text. */
    public static List<Habit> everywhere() {
        return Stream.of(values())
                .filter(habit -> habit != NAMING && habit != CLAUSE_FIRST)
                .toList();
    }

    /** Returns the habits to avoid in the catalogue of rules, where each concept has one name. */
    public static List<Habit> ofRules() {
        return Stream.of(values()).filter(habit -> habit != CLAUSE_FIRST).toList();
    }

    String instead() {
        return instead;
    }

    /** Returns the phrases of {@code text} that have this habit. */
    public List<String> in(String text) {
        return pattern.matcher(text).results().map(found -> found.group()).toList();
    }
}
