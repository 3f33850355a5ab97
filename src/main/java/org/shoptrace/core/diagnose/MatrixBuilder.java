package org.shoptrace.core.diagnose;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.score.RewardChecks;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.finding.ConstraintMatrix;
import org.shoptrace.model.finding.ConstraintMatrix.Cell;
import org.shoptrace.model.finding.ConstraintMatrix.Fit;
import org.shoptrace.model.finding.ConstraintMatrix.Row;
import org.shoptrace.model.finding.Place;
import org.shoptrace.model.finding.TargetTrack.FirstSight;
import org.shoptrace.model.score.ConstraintVerdict;
import org.shoptrace.model.task.Reward;
import org.shoptrace.model.task.Task;

/// Builds the constraint matrix of a run. Titles are compared where everything else holds or the product was recommended; comparing every
/// title that ever came back from a search would take a model far longer than all else.
final class MatrixBuilder {
    private final Task task;
    private final RewardChecks checks;
    private final Sandbox sandbox;
    private final BasketFit baskets;

    MatrixBuilder(Equivalents equivalents, Sandbox sandbox, BasketFit baskets) {
        this.task = equivalents.task();
        this.checks = equivalents.checks();
        this.sandbox = sandbox;
        this.baskets = baskets;
    }

    ConstraintMatrix build(Sightings sightings) throws ShoptraceException {
        List<Row> rows = new ArrayList<>();
        for (Map.Entry<String, FirstSight> seen : sightings.all().entrySet()) {
            FirstSight sight = seen.getValue();
            int since = Sightings.first(sight).map(Place::step).orElse(1);
            Optional<Product> product = sandbox.product(seen.getKey());
            List<Fit> fits = new ArrayList<>();
            for (int reward = 0; reward < task.rewards().size(); reward++) {
                fits.add(product.isPresent() ? fit(reward, product.get(), sight) : Fit.UNKNOWN);
            }
            rows.add(new Row(
                    seen.getKey(), product.map(Product::title).orElse(""), product.map(Product::shopId).orElse(""), since, fits));
        }
        return new ConstraintMatrix(rows);
    }

    private Fit fit(int place, Product product, FirstSight sight) throws ShoptraceException {
        Reward reward = task.rewards().get(place);
        List<ConstraintVerdict> facts = checks.facts(task, reward, product);
        boolean compare = sight.recommended().isPresent() || facts.stream().allMatch(ConstraintVerdict::satisfied);
        Optional<List<ConstraintVerdict>> compared = compare ? checks.titles(task, reward, product) : Optional.empty();
        List<Cell> cells = new ArrayList<>();
        OptionalInt searched = step(sight.returned());
        if (compared.isPresent()) {
            compared.get().forEach(v -> cells.add(new Cell(
                    v.kind(), v.expected(), v.actual(), Optional.of(v.satisfied()), v.reason(), searched, Optional.empty())));
        } else {
            RewardChecks.stated(task, reward).titles().forEach(title -> cells.add(new Cell(
                    ConstraintVerdict.Kind.TITLE, title, product.title(), Optional.empty(), "the titles are not compared", searched,
                    Optional.empty())));
        }
        for (ConstraintVerdict fact : facts) {
            OptionalInt visible = visible(fact.kind(), sight);
            Optional<PairNearMiss> miss = fact.satisfied() ? Optional.empty() : missOf(fact, product);
            // A product without the stated key has nothing under it; what it has instead is what nearly fits.
            String actual = fact.actual().isEmpty() ? miss.map(PairNearMiss::actual).orElse("") : fact.actual();
            cells.add(new Cell(
                    fact.kind(), fact.expected(), actual, Optional.of(fact.satisfied()), fact.reason(), visible,
                    miss.map(PairNearMiss::kind)));
        }
        return new Fit(product.productId().equals(reward.productId()), cells, baskets.cells(place, product, searched));
    }

    /// Prices, services and shops show in searches only, variants, attributes and descriptions in views only; a web task's answer may stand
    /// in either.
    private static OptionalInt visible(ConstraintVerdict.Kind kind, FirstSight sight) {
        return switch (kind) {
            case TITLE, PRICE, SERVICE, SHOP, BUDGET -> step(sight.returned());
            case SKU, ATTRIBUTE, KNOWLEDGE -> step(sight.viewed());
        };
    }

    private static OptionalInt step(Optional<Place> place) {
        return place.map(p -> OptionalInt.of(p.step())).orElse(OptionalInt.empty());
    }

    /// How nearly the product misses a verdict on a pair.
    static Optional<PairNearMiss> missOf(ConstraintVerdict fact, Product product) {
        boolean pair = Stream.of(ConstraintVerdict.Kind.SKU, ConstraintVerdict.Kind.ATTRIBUTE).anyMatch(kind -> kind == fact.kind());
        return pair ? PairNearMiss.of(key(fact), value(fact), product) : Optional.empty();
    }

    static String key(ConstraintVerdict pair) {
        return pair.expected().substring(0, pair.expected().indexOf(": "));
    }

    static String value(ConstraintVerdict pair) {
        return pair.expected().substring(pair.expected().indexOf(": ") + 2);
    }
}
