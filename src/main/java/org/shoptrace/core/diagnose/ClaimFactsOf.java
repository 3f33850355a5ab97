package org.shoptrace.core.diagnose;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.shoptrace.model.finding.Claim;
import org.shoptrace.model.finding.ClaimFacts;
import org.shoptrace.model.finding.ClaimFacts.Count;
import org.shoptrace.model.finding.ClaimFacts.Wrong;
import org.shoptrace.model.trajectory.Span;

/// Boils the claims of a run down to [ClaimFacts].
final class ClaimFactsOf {
    /// Of a sentence, in UTF-16 units. Most are shorter; an agent that writes no full stop would fill the memory.
    static final int KEPT = 300;

    /// Of what is kept of a long sentence, before the claim.
    private static final int BEFORE = 120;

    private ClaimFactsOf() {}

    static ClaimFacts of(List<Claim> claims, Recommendation chosen) {
        SequencedMap<Claim.Kind, SequencedMap<Claim.Verdict, Count>> counts = new TreeMap<>();
        List<Wrong> wrong = new ArrayList<>();
        for (Claim claim : claims) {
            boolean recommended = isAbout(claim, chosen);
            counts.computeIfAbsent(claim.kind(), _ -> new TreeMap<>()).merge(
                    claim.verdict(),
                    new Count(claim.kind(), claim.verdict(), 1, recommended ? 1 : 0),
                    (a, b) -> new Count(a.kind(), a.verdict(), a.any() + b.any(), a.recommended() + b.recommended()));
            if (claim.verdict().isWrong()) {
                wrong.add(new Wrong(
                        claim.kind(), claim.verdict(), claim.place().step(), around(claim.sentence(), claim.text()), claim.text(),
                        claim.other(), recommended, claim.because()));
            }
        }
        return new ClaimFacts(counts.values().stream().flatMap(ofKind -> ofKind.values().stream()).toList(), wrong);
    }

    private static boolean isAbout(Claim claim, Recommendation chosen) {
        if (chosen.place().isEmpty() || claim.kind() == Claim.Kind.PRODUCT_ID) {
            return false;
        }
        return claim.products().isEmpty()
                ? claim.place().step() >= chosen.place().get().step()
                : claim.products().stream().anyMatch(chosen.ids()::contains);
    }

    /// The sentence itself, or the part of a very long one that the claim stands in.
    private static Span around(Span sentence, String text) {
        String quote = sentence.quote();
        if (quote.length() <= KEPT) {
            return sentence;
        }
        int start = whole(quote, Math.clamp((long) quote.indexOf(text) - BEFORE, 0, quote.length() - KEPT));
        int end = whole(quote, start + KEPT);
        return new Span(sentence.field(), sentence.start() + start, sentence.start() + end, quote.substring(start, end));
    }

    /// The nearest place at or before that one which splits no character.
    private static int whole(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }
}
