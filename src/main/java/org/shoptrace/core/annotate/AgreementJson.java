package org.shoptrace.core.annotate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.core.statistics.CohenKappa;
import org.shoptrace.core.statistics.ConfidenceInterval;
import org.shoptrace.model.annotation.Subject;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.RunId;

/// Writes down how far annotators agree. A figure that is not defined is `null`.
public final class AgreementJson {
    private AgreementJson() {}

    /// Everything of an agreement.
    public static Json.Obj of(Agreement agreement) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put("annotators", Json.array(agreement.annotators().stream().map(Json::of).toList()));
        fields.put("subjects", Json.Num.of((long) agreement.subjects()));
        fields.put("seed", Json.Num.of(Bootstrap.DEFAULT.seed()));
        fields.put("questions", Json.array(agreement.questions().stream().map(AgreementJson::json).toList()));
        fields.put("disagreements", Json.array(agreement.disagreements().stream().map(AgreementJson::json).toList()));
        return new Json.Obj(fields);
    }

    private static Json json(Agreement.Answered answered) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put("question", Json.of(answered.question()));
        fields.put("subjects", Json.Num.of((long) answered.subjects()));
        fields.put("agreed", Json.Num.of((long) answered.agreed()));
        fields.put("alpha", number(answered.alpha()));
        fields.put("alpha_interval", range(answered.alphaInterval()));
        List<Json> pairs = new ArrayList<>();
        for (Agreement.Pair pair : answered.pairs()) {
            SequencedMap<String, Json> two = new LinkedHashMap<>();
            two.put("first", Json.of(pair.first()));
            two.put("second", Json.of(pair.second()));
            two.put("subjects", Json.Num.of((long) pair.subjects()));
            two.put("agreed", Json.Num.of((long) pair.agreed()));
            two.put("kappa", number(kappa(pair)));
            two.put("kappa_interval", range(pair.kappa().map(CohenKappa::interval)));
            pairs.add(new Json.Obj(two));
        }
        fields.put("pairs", Json.array(pairs));
        return new Json.Obj(fields);
    }

    private static Json json(Agreement.Disagreement disagreement) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put("run", disagreement.subject().run().map(RunId::sha256).<Json>map(Json::of).orElse(Json.NULL));
        fields.put("task", disagreement.subject() instanceof Subject.OfTask(String query) ? Json.of(query) : Json.NULL);
        fields.put("questions", Json.array(disagreement.questions().stream().map(Json::of).toList()));
        SequencedMap<String, Json> said = new LinkedHashMap<>();
        disagreement.said().forEach((author, words) -> said.put(author, Json.of(words)));
        fields.put("said", new Json.Obj(said));
        return new Json.Obj(fields);
    }

    private static OptionalDouble kappa(Agreement.Pair pair) {
        return pair.kappa().map(kappa -> OptionalDouble.of(kappa.value())).orElse(OptionalDouble.empty());
    }

    private static Json number(OptionalDouble value) {
        return value.isPresent() ? Json.Num.of(value.getAsDouble()) : Json.NULL;
    }

    private static Json range(Optional<ConfidenceInterval> interval) {
        return interval.<Json>map(i -> Json.array(List.of(Json.Num.of(i.low()), Json.Num.of(i.high())))).orElse(Json.NULL);
    }
}
