package org.shoptrace.core.diagnose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.core.python.PythonText;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.finding.NearMiss;
import org.shoptrace.model.finding.Place;
import org.shoptrace.model.finding.TargetTrack.FirstSight;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.score.ConstraintVerdict;
import org.shoptrace.model.task.Reward;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.Step;
import org.shoptrace.model.trajectory.ToolCall;

/// What was nearly right in a run: in the calls as they were written, and in the products that the agent looked at or chose. Products
/// that a search merely returned are left to the matrix: the agent may never have read them.
final class NearMissFinder {
    private static final Set<String> PARAMETERS_ARE_TEXT = Set.of(ToolCall.FIND_PRODUCT, ToolCall.VIEW_PRODUCT_INFORMATION,
            ToolCall.RECOMMEND_PRODUCT);

    private final Sandbox sandbox;

    NearMissFinder(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /// The near misses of the calls, which need no task.
    List<NearMiss> inCalls(Run run) {
        List<NearMiss> misses = new ArrayList<>();
        for (Step step : run.steps()) {
            for (ToolCall call : step.calls()) {
                if (PARAMETERS_ARE_TEXT.contains(call.name()) && call.parameters() instanceof Json.Obj parameters) {
                    parameters.fields().forEach((key, value) -> misses.addAll(inParameter(Place.of(step, call), key, value)));
                }
            }
        }
        return misses;
    }

    /// The near misses of the products that were viewed, named or recommended, at the step that first showed them so.
    List<NearMiss> inProducts(Equivalents equivalents, Sightings sightings) throws ShoptraceException {
        Set<NearMiss> misses = new LinkedHashSet<>();
        Task task = equivalents.task();
        for (Map.Entry<String, FirstSight> seen : sightings.all().entrySet()) {
            FirstSight sight = seen.getValue();
            Optional<Place> place = Stream.of(sight.viewed(), sight.named(), sight.recommended())
                    .flatMap(Optional::stream)
                    .min(Comparator.comparingInt(Place::step));
            Optional<Product> product = place.isPresent() ? sandbox.product(seen.getKey()) : Optional.empty();
            if (product.isEmpty()) {
                continue;
            }
            for (Reward reward : task.rewards()) {
                if (!reward.productId().equals(product.get().productId())) {
                    misses.addAll(inProduct(place.get(), product.get(), equivalents.checks().facts(task, reward, product.get())));
                }
            }
        }
        return List.copyOf(misses);
    }

    private static List<NearMiss> inProduct(Place place, Product product, List<ConstraintVerdict> facts) {
        List<NearMiss> misses = new ArrayList<>();
        for (ConstraintVerdict fact : facts) {
            Optional<PairNearMiss> miss = fact.satisfied() ? Optional.empty() : MatrixBuilder.missOf(fact, product);
            miss.ifPresent(m -> misses.add(new NearMiss(
                    place, Optional.of(product.productId()), MatrixBuilder.key(fact), MatrixBuilder.value(fact), m.actual(), m.kind())));
        }
        return misses;
    }

    private static List<NearMiss> inParameter(Place place, String key, Json value) {
        if (value instanceof Json.Arr(List<Json> items)) {
            String due = String.join(",", items.stream().map(item -> item.asText().orElseGet(() -> PythonText.str(item))).toList());
            return List.of(new NearMiss(place, Optional.empty(), key, due, JsonWriter.compact(value), NearMiss.Kind.LIST_FOR_STRING));
        }
        String text = PythonText.strip(value.asText().orElse(""));
        if (key.equals("product_ids") && text.startsWith("[") && text.endsWith("]")) {
            String due = String.join(",", Recommendation.split(text));
            return List.of(new NearMiss(place, Optional.empty(), key, due, text, NearMiss.Kind.LIST_FOR_STRING));
        }
        List<NearMiss> misses = new ArrayList<>();
        boolean splits = key.equals("product_ids") || key.equals("service");
        for (String part : splits ? value.asText().orElse("").split(",", -1) : new String[0]) {
            for (String meant : key.equals("product_ids") ? Recommendation.ids(part) : List.of(part)) {
                String trimmed = PythonText.strip(meant);
                if (!trimmed.equals(part) && !trimmed.isEmpty()) {
                    Optional<String> product = key.equals("product_ids") ? Optional.of(trimmed) : Optional.empty();
                    misses.add(new NearMiss(place, product, key, trimmed, part, NearMiss.Kind.LOST_TO_SPACE));
                }
            }
        }
        return misses;
    }
}
