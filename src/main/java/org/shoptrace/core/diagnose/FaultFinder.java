package org.shoptrace.core.diagnose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.finding.Evidence;
import org.shoptrace.model.finding.Fault;
import org.shoptrace.model.score.BasketVerdict;
import org.shoptrace.model.score.ConstraintVerdict;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.task.Reward;

/// What is wrong with what was recommended, ids compared trimmed: the first fault that applies (`src/site/markdown/findings.md`, *Failure
/// classes*).
///
/// A product whose title already fails is another product, whatever else it misses; only where all stated facts hold and the title
/// alone fails is it the scorer that is to be doubted.
final class FaultFinder {
    private final Sandbox sandbox;
    private final Equivalents equivalents;
    private final Recommendation recommendation;

    FaultFinder(Sandbox sandbox, Equivalents equivalents, Recommendation recommendation) {
        this.sandbox = sandbox;
        this.equivalents = equivalents;
        this.recommendation = recommendation;
    }

    /// A fault and what shows it.
    record Found(Fault fault, Evidence evidence) {}

    /// The fault of what is recommended for one reward; empty when it answers the reward.
    Optional<Found> find(int reward) throws ShoptraceException {
        String id = recommendation.id(reward);
        if (equivalents.answers(reward, id)) {
            return Optional.empty();
        }
        for (int place = 0; place < recommendation.ids().size(); place++) {
            String other = recommendation.ids().get(place);
            if (equivalents.answers(reward, other) && equivalents.isFree(place, other)) {
                return Optional.of(new Found(Fault.WRONG_ORDER, Evidence.of(
                        recommendation.place(), other, "it stands at place " + (place + 1) + " and is due at place " + (reward + 1))));
            }
        }
        Optional<Product> product = sandbox.product(id);
        return Optional.of(product.isPresent() ? ofProduct(reward, product.get()) : ofNone(id));
    }

    /// The fault of a basket that has a known product for every reward, whether the right one or not; empty when there is none.
    Optional<Found> ofBasket(Optional<BasketVerdict> basket) {
        if (basket.filter(verdict -> verdict.satisfied(BasketVerdict.Kind.ALL_ANSWERED)).isEmpty()) {
            return Optional.empty();
        }
        for (BasketVerdict.Check check : basket.map(BasketVerdict::checks).orElse(List.of())) {
            if (!check.satisfied()) {
                Fault fault = check.kind() == BasketVerdict.Kind.ONE_SHOP ? Fault.SHOP_SPLIT : Fault.BUDGET_MISSED;
                return Optional.of(new Found(fault, new Evidence(
                        recommendation.place(), Optional.empty(), Optional.of(check.expected()), check.reason())));
            }
        }
        return Optional.empty();
    }

    private Found ofNone(String id) {
        return new Found(Fault.OTHER_PRODUCT, id.isEmpty()
                ? Evidence.at(recommendation.place(), "nothing is recommended for this request")
                : Evidence.of(recommendation.place(), id, "the catalogue has no such product"));
    }

    private Found ofProduct(int reward, Product product) throws ShoptraceException {
        Reward asked = equivalents.task().rewards().get(reward);
        List<ConstraintVerdict> facts = equivalents.checks().facts(equivalents.task(), asked, product);
        List<ConstraintVerdict> titles = equivalents.checks().titles(equivalents.task(), asked, product).orElse(List.of());
        List<ConstraintVerdict> missed = new ArrayList<>(facts.stream().filter(v -> !v.satisfied()).toList());
        Optional<ConstraintVerdict> title = titles.stream().filter(v -> !v.satisfied()).findFirst();
        boolean variantOnly = !missed.isEmpty() && missed.stream().allMatch(FaultFinder::isOfVariant);
        if (variantOnly && title.isEmpty()) {
            return missed(Fault.WRONG_VARIANT, product, missed.getFirst());
        }
        Optional<ConstraintVerdict> condition = missed.stream().filter(FaultFinder::isCondition).findFirst();
        if (condition.isPresent() && title.isEmpty()) {
            return missed(Fault.CONSTRAINT_MISSED, product, condition.get());
        }
        if (equivalents.task().intent() == Intent.WEB && !missed.isEmpty()) {
            return missed(Fault.KNOWLEDGE_MISSED, product, missed.getFirst());
        }
        if (title.isPresent() && missed.isEmpty() && !facts.isEmpty()) {
            return missed(Fault.SCORER_DOUBT, product, title.get());
        }
        missed.addAll(title.stream().toList());
        return missed.isEmpty()
                ? new Found(Fault.OTHER_PRODUCT, Evidence.of(recommendation.place(), product.productId(), "not the target"))
                : missed(Fault.OTHER_PRODUCT, product, missed.getLast());
    }

    private static boolean isOfVariant(ConstraintVerdict verdict) {
        return verdict.kind() == ConstraintVerdict.Kind.SKU || verdict.kind() == ConstraintVerdict.Kind.ATTRIBUTE;
    }

    private static boolean isCondition(ConstraintVerdict verdict) {
        return verdict.kind() == ConstraintVerdict.Kind.PRICE || verdict.kind() == ConstraintVerdict.Kind.SERVICE;
    }

    private Found missed(Fault fault, Product product, ConstraintVerdict verdict) {
        String constraint = verdict.kind().label() + " " + verdict.expected();
        return new Found(fault, new Evidence(
                recommendation.place(), Optional.of(product.productId()), Optional.of(constraint), verdict.reason()));
    }
}
