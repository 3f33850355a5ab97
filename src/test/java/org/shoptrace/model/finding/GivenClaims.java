package org.shoptrace.model.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shoptrace.model.finding.ClaimFacts.Count;
import org.shoptrace.model.finding.ClaimFacts.Wrong;
import org.shoptrace.model.trajectory.Span;

/// Claims for tests.
public final class GivenClaims {
    private GivenClaims() {}

    /// Prices of the recommended product, so many of each verdict; the wrong ones are false, and stated in step 2.
    public static ClaimFacts prices(int observed, int wrong, int unseen) {
        List<Count> counts = new ArrayList<>();
        add(counts, Claim.Verdict.OBSERVED, observed);
        add(counts, Claim.Verdict.FALSE, wrong);
        add(counts, Claim.Verdict.UNOBSERVED, unseen);
        List<Wrong> claims = new ArrayList<>();
        for (int i = 1; i <= wrong; i++) {
            claims.add(wrong(Claim.Kind.PRICE, Claim.Verdict.FALSE, "It costs " + i + "0 pesos.", i + "0 pesos", true));
        }
        return new ClaimFacts(counts, claims);
    }

    /// One wrong claim of step 2, stated at the beginning of its answer.
    public static Wrong wrong(Claim.Kind kind, Claim.Verdict verdict, String sentence, String stated, boolean recommended) {
        return new Wrong(
                kind, verdict, 2, new Span(Span.Field.RESPONSE, 0, sentence.length(), sentence), stated, Optional.empty(), recommended,
                "the catalogue says otherwise");
    }

    /// Wrong claims alone.
    public static ClaimFacts of(Wrong... wrong) {
        List<Count> counts = new ArrayList<>();
        for (Wrong claim : wrong) {
            counts.add(new Count(claim.kind(), claim.verdict(), 1, claim.recommended() ? 1 : 0));
        }
        return new ClaimFacts(counts, List.of(wrong));
    }

    private static void add(List<Count> counts, Claim.Verdict verdict, int count) {
        if (count > 0) {
            counts.add(new Count(Claim.Kind.PRICE, verdict, count, count));
        }
    }
}
