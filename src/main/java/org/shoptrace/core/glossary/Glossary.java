package org.shoptrace.core.glossary;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.shoptrace.core.evaluate.figure.Figures;
import org.shoptrace.core.evaluate.loss.Reason;
import org.shoptrace.model.finding.Fault;
import org.shoptrace.model.finding.RunEnding;
import org.shoptrace.model.finding.Stage;
import org.shoptrace.model.finding.Waypoint;
import org.shoptrace.model.score.Column;
import org.shoptrace.model.task.Intent;

/// The words that people read, and the names that stand for the same in files. The words themselves are where the things are: in [Figures],
/// [Column], [Intent], [Stage], [Fault], [RunEnding], [Waypoint] and [Reason]; this only lists them.
public final class Glossary {
    private Glossary() {}

    /// What a word is for.
    public enum Kind {
        INTENT("intent level"),
        FIGURE("figure of an evaluation"),
        SCORE("score of a run"),
        STAGE("how far a run got"),
        FAULT("what is wrong with its answer"),
        ENDING("how a run came to its end"),
        WAYPOINT("how far runs got"),
        REASON("reason of failure");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /// For people.
        public String label() {
            return label;
        }
    }

    /// A word.
    ///
    /// @param word     that people read
    /// @param wireName the name in files
    /// @param meaning  a short sentence without a full stop
    public record Term(Kind kind, String word, String wireName, String meaning) {}

    /// All of them, by kind.
    public static List<Term> terms() {
        return Stream.of(
                of(Kind.INTENT, Intent.LEVELS.toArray(Intent[]::new), Intent::label, Intent::wireName, Intent::meaning),
                Figures.ALL.stream()
                        .filter(figure -> Arrays.stream(Column.values()).noneMatch(score -> score.wireName().equals(figure.wireName())))
                        .map(figure -> new Term(Kind.FIGURE, figure.words().title(), figure.column(), figure.words().meaning())),
                of(Kind.SCORE, Column.values(), Column::label, Column::wireName, Column::meaning),
                of(Kind.STAGE, Stage.values(), Stage::label, Stage::wireName, Stage::meaning),
                of(Kind.FAULT, Fault.values(), Fault::label, Fault::wireName, Fault::meaning),
                of(Kind.ENDING, RunEnding.values(), RunEnding::label, RunEnding::wireName, RunEnding::meaning),
                of(Kind.WAYPOINT, Waypoint.values(), Waypoint::label, Waypoint::wireName, Waypoint::meaning),
                of(Kind.REASON, Reason.values(), Reason::label, Reason::wireName, reason -> "At most won, had " + reason.mended()))
                .flatMap(terms -> terms)
                .toList();
    }

    private static <T> Stream<Term> of(
            Kind kind, T[] things, Function<T, String> word, Function<T, String> wireName, Function<T, String> meaning) {
        return Arrays.stream(things).map(thing -> new Term(kind, word.apply(thing), wireName.apply(thing), meaning.apply(thing)));
    }
}
