package org.shoptrace.ui.inspect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.model.finding.Claim;
import org.shoptrace.ui.kit.Chip;
import org.shoptrace.ui.kit.Flow;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.run.Passage;

/// What the agent states, held against evidence: its sentence with what is stated marked, the verdict and what it rests on, and the ways
/// to the sentence, the products and the answer that shows it. Wrong claims come first, then those that nothing shown supports; those that
/// are as they should be stay folded.
final class ClaimList {
    private static final Comparator<Claim> WRONG_FIRST = Comparator
            .comparing((Claim claim) -> !claim.verdict().isWrong())
            .thenComparing(claim -> claim.verdict() == Claim.Verdict.OBSERVED);

    private final Links links;

    ClaimList(Links links) {
        this.links = links;
    }

    Node of(List<Claim> claims) {
        List<Claim> sorted = claims.stream().sorted(WRONG_FIRST).toList();
        int doubtful = (int) claims.stream().filter(claim -> claim.verdict() != Claim.Verdict.OBSERVED).count();
        return FindingLists.list("claims", sorted, Math.min(FindingLists.FIRST, doubtful), this::line);
    }

    static List<Chip> chips(List<Claim> claims) {
        List<Chip> chips = new ArrayList<>();
        long wrong = claims.stream().filter(claim -> claim.verdict().isWrong()).count();
        long unseen = claims.stream().filter(claim -> claim.verdict() == Claim.Verdict.UNOBSERVED).count();
        if (wrong > 0) {
            chips.add(new Chip(wrong + " wrong", Chip.Tone.BAD));
        }
        if (unseen > 0) {
            chips.add(new Chip(unseen + " never shown", Chip.Tone.DOUBT));
        }
        if (chips.isEmpty() && !claims.isEmpty()) {
            chips.add(new Chip("all observed", Chip.Tone.GOOD));
        }
        return chips;
    }

    private Node line(Claim claim) {
        Flow ways = new Flow();
        ways.getStyleClass().add("finding-links");
        ways.getChildren().add(links.passage(new Passage(claim.place().step(), claim.sentence())));
        claim.products().forEach(product -> ways.getChildren().add(links.product(product)));
        claim.other().ifPresent(other -> ways.getChildren().addAll(Links.small("true of"), links.product(other)));
        claim.shown().ifPresent(shown -> ways.getChildren().addAll(Links.small("shown in"), links.place(shown)));
        TextFlow sentence = new TextFlow();
        sentence.getStyleClass().add("claim-sentence");
        sentence.getChildren().addAll(sentence(claim));
        VBox content = new VBox(
                Texts.wrapped(claim.verdict().label() + ": " + claim.kind().label().toLowerCase(Locale.ROOT) + " " + claim.text()),
                sentence, Links.small(claim.because()), ways);
        return Links.line(icon(claim.verdict()), styleClass(claim.verdict()), content, String.format(Locale.ROOT, "%s, %s %s, %s, in: %s",
                claim.verdict().label(), claim.kind().label(), claim.text(), claim.because(), claim.sentence().quote()));
    }

    /// The sentence, and in it what is stated where it stands there as it is.
    private static List<Text> sentence(Claim claim) {
        String quote = claim.sentence().quote();
        int at = claim.text().isEmpty() ? -1 : quote.toLowerCase(Locale.ROOT).indexOf(claim.text().toLowerCase(Locale.ROOT));
        if (at < 0) {
            return List.of(text(quote, "find-text"));
        }
        int end = Math.min(quote.length(), at + claim.text().length());
        return List.of(
                text(quote.substring(0, at), "find-text"), text(quote.substring(at, end), "find-mark"),
                text(quote.substring(end), "find-text"));
    }

    private static Text text(String part, String styleClass) {
        Text text = Texts.piece(part.replaceAll("\\s+", " "));
        text.getStyleClass().add(styleClass);
        return text;
    }

    private static Feather icon(Claim.Verdict verdict) {
        return switch (verdict) {
            case OBSERVED -> Feather.CHECK;
            case UNOBSERVED -> Feather.HELP_CIRCLE;
            case OTHER_PRODUCT -> Feather.SHUFFLE;
            case CONTRADICTED, FALSE -> Feather.X;
        };
    }

    private static String styleClass(Claim.Verdict verdict) {
        return verdict.isWrong() ? "missed" : verdict == Claim.Verdict.OBSERVED ? "met" : "nearly";
    }
}
