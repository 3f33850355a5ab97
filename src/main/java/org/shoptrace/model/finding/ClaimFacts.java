package org.shoptrace.model.finding;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.shoptrace.model.finding.Claim.Kind;
import org.shoptrace.model.finding.Claim.Verdict;
import org.shoptrace.model.trajectory.Span;

/// What the claims of one run came to: all of them counted, and those that are wrong with the sentence that states them, so that each can
/// be read and opened without the run. Small enough to hold for every run of a workspace.
///
/// @param counts one for each kind and verdict that occurs, by kind and then by verdict
/// @param wrong  in the order in which the run states them
public record ClaimFacts(List<Count> counts, List<Wrong> wrong) {
    public static final ClaimFacts NONE = new ClaimFacts(List.of(), List.of());

    public ClaimFacts {
        counts = List.copyOf(counts);
        wrong = List.copyOf(wrong);
    }

    /// Of which products the claims are that are counted.
    public enum About {
        /// Those of a product that the run recommends: the claim is bound to it, or to no product and stands in the step that recommends
        /// or after it. That a product has some id is no claim about what is recommended, since every recommendation states one.
        RECOMMENDED("recommended", "What they recommend"),
        ANY("any", "Any product");

        private final String wireName;
        private final String label;

        About(String wireName, String label) {
            this.wireName = wireName;
            this.label = label;
        }

        /// The name in files.
        public String wireName() {
            return wireName;
        }

        /// The name for people.
        public String label() {
            return label;
        }
    }

    /// How many claims of one kind came out in one way.
    ///
    /// @param any         about any product, at least 1
    /// @param recommended of these, about what is recommended
    public record Count(Kind kind, Verdict verdict, int any, int recommended) {
        public int of(About about) {
            return about == About.ANY ? any : recommended;
        }
    }

    /// A claim that is not so.
    ///
    /// @param step        from 1
    /// @param sentence    the sentence, or of a very long one what stands around the claim
    /// @param text        what is stated
    /// @param other       the product that it is true of, where there is one
    /// @param recommended whether it is about what is recommended
    /// @param because     what says otherwise
    public record Wrong(
            Kind kind, Verdict verdict, int step, Span sentence, String text, Optional<String> other, boolean recommended, String because) {
        public boolean is(About about) {
            return about == About.ANY || recommended;
        }
    }

    /// How many claims there are of some kinds and verdicts.
    public int count(About about, Predicate<Count> which) {
        return counts.stream().filter(which).mapToInt(count -> count.of(about)).sum();
    }

    /// How many claims were checked.
    public int checked(About about) {
        return count(about, _ -> true);
    }

    /// How many are not so.
    public int wrong(About about) {
        return count(about, count -> count.verdict().isWrong());
    }

    /// How many came out so.
    public int of(About about, Verdict verdict) {
        return count(about, count -> count.verdict() == verdict);
    }
}
