package org.shoptrace.core.search;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/// A field of a run that can be asked for.
///
/// @param name    in queries; one that ends with a dot takes the rest from the question, as `calls.find_product`
/// @param help    what it asks, for people
/// @param example a whole condition
/// @param values  what it can be; empty when anything
public record RunField(String name, String help, String example, List<String> values, Reading reading) {
    public RunField {
        values = List.copyOf(values);
    }

    /// Makes the test of a condition.
    @FunctionalInterface
    public interface Reading {
        /// @param rest       what follows a name that ends with a dot; empty text for other names
        /// @param relation how it is compared
        /// @throws IllegalArgumentException when the value is none of this field; the message says what is
        Function<RunRecord, Optional<Boolean>> test(String rest, Relation relation, String value);
    }

    /// Numbers of which any may meet the condition; `5..10` is a range.
    static RunField number(String name, String help, String example, Function<RunRecord, Optional<List<Integer>>> numbers) {
        return numbersOf(name, help, example, _ -> numbers);
    }

    /// A number of any kind, which a run may not have.
    static RunField decimal(String name, String help, String example, Function<RunRecord, Optional<Double>> number) {
        return new RunField(name, help, example, List.of(), (_, relation, value) -> {
            NumberTest test = NumberTest.of(relation, value);
            return run -> Optional.of(number.apply(run).filter(test::holds).isPresent());
        });
    }

    /// As [#number], with a name that goes on in the question.
    static RunField numbersOf(
            String name, String help, String example, Function<String, Function<RunRecord, Optional<List<Integer>>>> numbers) {
        return new RunField(name, help, example, List.of(), (rest, relation, value) -> {
            NumberTest test = NumberTest.of(relation, value);
            Function<RunRecord, Optional<List<Integer>>> of = numbers.apply(rest);
            return run -> of.apply(run).map(all -> all.stream().anyMatch(test::holds));
        });
    }

    /// Words from a list, of which the run may have several.
    static RunField words(
            String name, String help, String example, List<String> values, Function<RunRecord, Optional<List<String>>> of) {
        return new RunField(name, help, example, values, (_, relation, value) -> {
            equality(name, relation);
            String wanted = value.toLowerCase(Locale.ROOT).replace('-', '_');
            if (!values.contains(wanted)) {
                throw new IllegalArgumentException("it is one of " + String.join(", ", values));
            }
            return run -> of.apply(run).map(words -> words.contains(wanted));
        });
    }

    /// Yes or no; nobody may know it yet.
    static RunField flag(String name, String help, Function<RunRecord, Optional<Boolean>> of) {
        return new RunField(name, help, name + ":no", List.of("yes", "no"), (_, relation, value) -> {
            boolean wanted = truth(name, relation, value);
            return run -> of.apply(run).map(is -> is == wanted);
        });
    }

    /// Yes or no, as far as somebody said it: what was not said is neither.
    static RunField said(String name, String help, Function<RunRecord, Optional<Boolean>> of) {
        return new RunField(name, help, name + ":no", List.of("yes", "no"), (_, relation, value) -> {
            boolean wanted = truth(name, relation, value);
            return run -> Optional.of(of.apply(run).filter(is -> is == wanted).isPresent());
        });
    }

    private static boolean truth(String name, Relation relation, String value) {
        equality(name, relation);
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "yes", "true" -> true;
            case "no", "false" -> false;
            default -> throw new IllegalArgumentException("it is yes or no");
        };
    }

    /// Any text, of which the value is a part; case and accents do not count.
    static RunField text(String name, String help, String example, Function<RunRecord, Collection<String>> of) {
        return new RunField(name, help, example, List.of(), (_, relation, value) -> {
            equality(name, relation);
            String wanted = fold(value);
            return run -> Optional.of(of.apply(run).stream().anyMatch(text -> fold(text).contains(wanted)));
        });
    }

    /// A value by name, compared as a number where that is asked and it is one, else by its text, of which the question's is a part. `yes`
    /// and `no` are the truth values of files.
    static RunField named(String name, String help, String example, BiFunction<RunRecord, String, Optional<String>> of) {
        return new RunField(name, help, example, List.of(), (rest, relation, value) -> {
            Optional<NumberTest> test = relation == Relation.EQUAL ? range(value) : Optional.of(NumberTest.of(relation, value));
            String wanted = fold(value);
            return run -> Optional.of(of.apply(run, rest).filter(said -> {
                Optional<Double> number = numberIn(said);
                return test.isPresent() && number.isPresent()
                        ? test.get().holds(number.get())
                        : relation == Relation.EQUAL && fold(said).contains(wanted);
            }).isPresent());
        });
    }

    private static Optional<NumberTest> range(String value) {
        try {
            return Optional.of(NumberTest.of(Relation.EQUAL, value));
        } catch (IllegalArgumentException e) {
            // A word, then.
            return Optional.empty();
        }
    }

    private static Optional<Double> numberIn(String text) {
        try {
            return Optional.of(parse(text));
        } catch (IllegalArgumentException e) {
            // A word, then.
            return Optional.empty();
        }
    }

    private static String fold(String text) {
        return String.join(" ", Words.folded(text));
    }

    static void equality(String name, Relation relation) {
        if (relation != Relation.EQUAL) {
            throw new IllegalArgumentException("it is no number: write " + name + ":…");
        }
    }

    /// The wire names of an enum's constants.
    static <E> List<String> names(E[] constants, Function<E, String> name) {
        return Arrays.stream(constants).map(name).toList();
    }

    private record NumberTest(Relation relation, double from, double to) {
        static NumberTest of(Relation relation, String value) {
            int dots = value.indexOf("..");
            if (dots > 0 && relation == Relation.EQUAL) {
                return new NumberTest(relation, parse(value.substring(0, dots)), parse(value.substring(dots + 2)));
            }
            double number = parse(value);
            return new NumberTest(relation, number, number);
        }

        boolean holds(double value) {
            return relation == Relation.EQUAL ? value >= from && value <= to : relation.holds(value, from);
        }
    }

    static double parse(String value) {
        try {
            double number = Double.parseDouble(value);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // falls through to the one message for all that is no number
        }
        throw new IllegalArgumentException("a number is due, as in >10, :3 or :5..10");
    }
}
