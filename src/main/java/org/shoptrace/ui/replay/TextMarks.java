package org.shoptrace.ui.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.shoptrace.core.transcript.Part;
import org.shoptrace.model.finding.Claim;
import org.shoptrace.model.trajectory.Span;
import org.shoptrace.ui.run.Findings;
import org.shoptrace.ui.run.Passage;

/// What is marked in the texts of a run's steps: the passage that the user was led to, and what the agent states that is not so.
///
/// @param wrong the claims that are not so
record TextMarks(Optional<Passage> passage, List<Claim> wrong) {
    static final TextMarks NONE = new TextMarks(Optional.empty(), List.of());

    TextMarks {
        wrong = List.copyOf(wrong);
    }

    /// A piece of a part's text that is marked.
    ///
    /// @param start in UTF-16 units from 0
    /// @param end   behind its last unit
    /// @param says  what is wrong with it; empty for the passage
    record Piece(int start, int end, Optional<String> says) {}

    /// @param findings what is known about the open run
    static TextMarks of(Optional<Passage> passage, Findings findings) {
        return new TextMarks(passage, findings instanceof Findings.Known(var diagnosis)
                ? diagnosis.claims().stream().filter(claim -> claim.verdict().isWrong()).toList()
                : List.of());
    }

    /// The wrong claims of a step.
    List<Claim> wrong(int step) {
        return wrong.stream().filter(claim -> claim.place().step() == step).toList();
    }

    /// Whether anything of a step is marked.
    boolean any(int step) {
        return passage.filter(there -> there.step() == step).isPresent() || !wrong(step).isEmpty();
    }

    /// The passage, when it is in that part.
    Optional<Span> passage(Part part) {
        return passage.filter(there -> there.step() == part.step() && kind(there.span().field()) == part.kind()).map(Passage::span);
    }

    /// What is marked in a part, the passage first.
    List<Piece> in(Part part) {
        List<Piece> pieces = new ArrayList<>();
        passage(part).ifPresent(span -> pieces.add(new Piece(span.start(), span.end(), Optional.empty())));
        for (Claim claim : wrong(part.step())) {
            if (kind(claim.sentence().field()) == part.kind()) {
                pieces.add(stated(claim));
            }
        }
        return pieces;
    }

    /// What is wrong with a claim, in a line or two.
    static String says(Claim claim) {
        return claim.kind().label() + ", “" + claim.text() + "”: " + claim.verdict().label().toLowerCase(Locale.ROOT) + ". "
                + claim.because();
    }

    /// What is stated, where it stands as it is; else the sentence.
    private static Piece stated(Claim claim) {
        Span sentence = claim.sentence();
        int at = sentence.quote().toLowerCase(Locale.ROOT).indexOf(claim.text().toLowerCase(Locale.ROOT));
        return at < 0 || claim.text().isEmpty()
                ? new Piece(sentence.start(), sentence.end(), Optional.of(says(claim)))
                : new Piece(
                        sentence.start() + at, Math.min(sentence.end(), sentence.start() + at + claim.text().length()),
                        Optional.of(says(claim)));
    }

    private static Part.Kind kind(Span.Field field) {
        return switch (field) {
            case THINK -> Part.Kind.THOUGHT;
            case RESPONSE -> Part.Kind.RESPONSE;
            case OUTPUT -> Part.Kind.OUTPUT;
            case REASONING -> Part.Kind.REASONING;
        };
    }
}
