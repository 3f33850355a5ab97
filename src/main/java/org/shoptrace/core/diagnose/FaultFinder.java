package org.shoptrace.core.diagnose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.score.RewardChecks;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.finding.Evidence;
import org.shoptrace.model.finding.Fault;
import org.shoptrace.model.score.Assessment;
import org.shoptrace.model.score.BasketVerdict;
import org.shoptrace.model.score.ConstraintVerdict;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.task.Reward;
import org.shoptrace.model.task.Task;

/// What is wrong with what was recommended, read as it was meant (`src/site/markdown/findings.md`, *Failure classes*).
///
/// A product whose title already fails is another product, whatever else it misses; only where all that is stated holds, in the reward and
/// in the query's own words, and the title alone fails is it the scorer that is to be doubted.
final class FaultFinder {
    private final Sandbox sandbox;
    private final Equivalents equivalents;
    private final Choice choice;

    FaultFinder(Sandbox sandbox, Equivalents equivalents, Choice choice) {
        this.sandbox = sandbox;
        this.equivalents = equivalents;
        this.choice = choice;
    }

    /// A fault and what shows it.
    record Found(Fault fault, Evidence evidence) {}

    /// The fault of what is recommended for one reward; empty when the scorer reads the right product there.
    Optional<Found> find(int reward) throws ShoptraceException {
        if (choice.isNothing()) {
            return Optional.of(new Found(Fault.NOTHING, Evidence.at(choice.place(), "nothing is recommended")));
        }
        if (choice.read(reward).isPresent()) {
            return Optional.empty();
        }
        String id = choice.assignment().id(reward);
        if (choice.isRight(reward)) {
            return Optional.of(choice.assignment().inPlace(reward) ? misread(id) : misplaced(reward));
        }
        if (id.isEmpty()) {
            return Optional.of(new Found(Fault.OTHER_PRODUCT, Evidence.at(choice.place(), "nothing is recommended for this request")));
        }
        Optional<Product> product = sandbox.product(id);
        return Optional.of(product.isPresent()
                ? ofProduct(reward, product.get())
                : new Found(Fault.UNKNOWN_PRODUCT, Evidence.of(choice.place(), id, "the catalogue has no such product")));
    }

    /// What is wrong with the products taken together, as they were meant; empty for a task without a basket, and where a request has no
    /// known product.
    Optional<Found> ofBasket() throws ShoptraceException {
        Optional<BasketVerdict> basket = choice.isAllRead()
                ? choice.assessment().flatMap(Assessment::basket)
                : RewardChecks.basket(equivalents.task(), choice.assignment().products(sandbox));
        return basket.filter(verdict -> verdict.satisfied(BasketVerdict.Kind.ALL_ANSWERED)).stream()
                .flatMap(verdict -> verdict.checks().stream())
                .filter(check -> !check.satisfied())
                .findFirst()
                .map(check -> new Found(
                        check.kind() == BasketVerdict.Kind.ONE_SHOP ? Fault.SHOP_SPLIT : Fault.BUDGET_MISSED,
                        new Evidence(choice.place(), Optional.empty(), Optional.of(check.expected()), basketText(check))));
    }

    /// What is wrong with how the ids were written down, the order before the form; nothing when the scorer reads what was meant.
    List<Found> ofForm() {
        List<Found> found = new ArrayList<>();
        for (int reward = 0; reward < equivalents.task().rewards().size() && found.isEmpty(); reward++) {
            if (choice.read(reward).isEmpty() && choice.assignment().answers(reward) && !choice.assignment().inPlace(reward)) {
                found.add(misplaced(reward));
            }
        }
        choice.misread().map(this::misread).ifPresent(found::add);
        return found;
    }

    /// The fault of a recommendation that has none, of a run that was never scored.
    Found unread() {
        return new Found(Fault.MALFORMED, Evidence.at(
                choice.place(), "nothing is wrong with the products as they were meant, and no scorer read them"));
    }

    private Found misplaced(int reward) {
        return new Found(Fault.WRONG_ORDER, Evidence.of(
                choice.place(), choice.assignment().id(reward),
                "it stands at place " + (choice.assignment().place(reward).orElse(0) + 1) + " and is due at place " + (reward + 1)));
    }

    private Found misread(String id) {
        return new Found(Fault.MALFORMED, Evidence.of(choice.place(), id, choice.assessment().isPresent()
                ? "it is meant, and written so that the scorer does not read it"
                : "nothing is wrong with it, and no scorer read it"));
    }

    private static String basketText(BasketVerdict.Check check) {
        return check.kind() == BasketVerdict.Kind.WITHIN_BUDGET && !check.actual().isEmpty()
                ? check.actual() + " to pay, " + check.reason()
                : check.reason();
    }

    private Found ofProduct(int reward, Product product) throws ShoptraceException {
        Task task = equivalents.task();
        Reward asked = task.rewards().get(reward);
        List<ConstraintVerdict> facts = equivalents.checks().facts(task, asked, product);
        Optional<List<ConstraintVerdict>> titles = equivalents.checks().titles(task, asked, product);
        List<ConstraintVerdict> missed = new ArrayList<>(facts.stream().filter(v -> !v.satisfied()).toList());
        Optional<ConstraintVerdict> title = titles.orElse(List.of()).stream().filter(v -> !v.satisfied()).findFirst();
        if (titles.isEmpty() && task.intent() != Intent.WEB) {
            // The scorer never read it, and nothing says that it is what was asked for but for this or that.
            return uncompared(product, missed);
        }
        boolean variantOnly = !missed.isEmpty() && missed.stream().allMatch(FaultFinder::isOfVariant);
        if (variantOnly && title.isEmpty()) {
            return missed(Fault.WRONG_VARIANT, product, missed.getFirst());
        }
        Optional<ConstraintVerdict> condition = missed.stream().filter(FaultFinder::isCondition).findFirst();
        if (condition.isPresent() && title.isEmpty()) {
            return missed(Fault.CONSTRAINT_MISSED, product, condition.get());
        }
        if (task.intent() == Intent.WEB && !missed.isEmpty()) {
            return missed(Fault.KNOWLEDGE_MISSED, product, missed.getFirst());
        }
        if (title.isPresent() && missed.isEmpty()) {
            return byTitleAlone(asked, product, !facts.isEmpty(), title.get());
        }
        missed.addAll(title.stream().toList());
        if (titles.isEmpty()) {
            return uncompared(product, missed);
        }
        if (missed.isEmpty()) {
            return new Found(Fault.OTHER_PRODUCT, Evidence.of(choice.place(), product.productId(), "not the target"));
        }
        return missed(Fault.OTHER_PRODUCT, product, missed.getLast());
    }

    private Found uncompared(Product product, List<ConstraintVerdict> missed) {
        String rest = missed.isEmpty() ? "all else that is stated holds" : missed.getFirst().reason();
        return new Found(Fault.OTHER_PRODUCT, new Evidence(
                choice.place(), Optional.of(product.productId()), missed.stream().findFirst().map(FaultFinder::constraint),
                rest + ", and its title could not be compared with the target's"));
    }

    /// Only the title fails. The scorer is to be doubted when the product has every word of the query that the target has.
    private Found byTitleAlone(Reward asked, Product product, boolean holdsFacts, ConstraintVerdict title) throws ShoptraceException {
        StatedWords words = StatedWords.of(equivalents.task(), asked, sandbox.product(asked.productId()));
        List<String> lacking = words.lackedBy(product);
        if (lacking.isEmpty()) {
            return missed(holdsFacts || !words.isEmpty() ? Fault.SCORER_DOUBT : Fault.OTHER_PRODUCT, product, title);
        }
        return new Found(Fault.OTHER_PRODUCT, new Evidence(
                choice.place(), Optional.of(product.productId()), Optional.of(constraint(title)),
                title.reason() + ", and it lacks what the query asks for: " + String.join(", ", lacking)));
    }

    private static boolean isOfVariant(ConstraintVerdict verdict) {
        return verdict.kind() == ConstraintVerdict.Kind.SKU || verdict.kind() == ConstraintVerdict.Kind.ATTRIBUTE;
    }

    private static boolean isCondition(ConstraintVerdict verdict) {
        return verdict.kind() == ConstraintVerdict.Kind.PRICE || verdict.kind() == ConstraintVerdict.Kind.SERVICE;
    }

    private Found missed(Fault fault, Product product, ConstraintVerdict verdict) {
        return new Found(fault, new Evidence(
                choice.place(), Optional.of(product.productId()), Optional.of(constraint(verdict)), verdict.reason()));
    }

    private static String constraint(ConstraintVerdict verdict) {
        return verdict.kind().label() + " " + verdict.expected();
    }
}
