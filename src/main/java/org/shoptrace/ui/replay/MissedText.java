package org.shoptrace.ui.replay;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.shoptrace.model.score.Assessment;
import org.shoptrace.model.score.BasketVerdict;
import org.shoptrace.model.score.ConstraintVerdict;
import org.shoptrace.model.score.ProductScore;

/// What a run missed, in a line.
final class MissedText {
    private MissedText() {}

    /// Such as `price for product 1, service for product 2, within the budget`; empty when nothing was missed.
    static String of(Assessment assessment) {
        List<String> missed = new ArrayList<>();
        int number = 0;
        for (ProductScore score : assessment.products()) {
            String which = assessment.products().size() == 1 ? "" : " for product " + ++number;
            if (score.rule() < 1) {
                kinds(score).forEach(kind -> missed.add(kind + which));
            }
        }
        assessment.basket().ifPresent(basket -> basket.checks().stream()
                .filter(check -> !check.satisfied())
                .map(BasketVerdict.Check::kind)
                .forEach(kind -> missed.add(lower(kind.label()))));
        return String.join(", ", missed);
    }

    private static Set<String> kinds(ProductScore score) {
        if (score.product().isEmpty()) {
            return Set.of(score.productId().isBlank() ? "a recommendation" : "a known product");
        }
        Set<String> kinds = new LinkedHashSet<>();
        score.constraints().stream()
                .filter(verdict -> !verdict.satisfied())
                .map(ConstraintVerdict::kind)
                .forEach(kind -> kinds.add(lower(kind.label())));
        return kinds;
    }

    private static String lower(String label) {
        return label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
    }
}
