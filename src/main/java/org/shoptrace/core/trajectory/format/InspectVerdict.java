package org.shoptrace.core.trajectory.format;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Generation;
import org.shoptrace.model.trajectory.OwnRecord;

/// What a sample of an Inspect log says of itself: the scores of its scorers, the first of which is the main one, the limit or the
/// error that ended it, and in its events what each generation took.
final class InspectVerdict {
    private InspectVerdict() {}

    static OwnRecord of(Json.Obj sample) {
        Json.Obj scores = sample.object("scores").orElse(Json.Obj.EMPTY);
        String main = scores.fields().isEmpty() ? "" : scores.fields().firstEntry().getKey();
        OwnReading own = new OwnReading(main.isEmpty() ? "Inspect" : "Inspect's scorer " + main);
        scores.fields().forEach((scorer, score) -> {
            Json value = score instanceof Json.Obj object ? object.get("value").orElse(Json.NULL) : score;
            if (scorer.equals(main)) {
                grade(own, value);
            }
            if (value instanceof Json.Obj several) {
                own.parts(several);
            } else if (scores.fields().size() > 1 || value instanceof Json.Str) {
                own.part(scorer, value);
            }
            if (score instanceof Json.Obj object) {
                object.text("explanation").ifPresent(own::explains);
                object.get("answer").ifPresent(answer -> own.metadata("answer", answer));
            }
        });
        sample.get("id").ifPresent(own::task);
        sample.get("epoch").ifPresent(own::trial);
        sample.get("target").ifPresent(target -> own.metadata("target", target));
        sample.object("limit").flatMap(limit -> limit.text("type")).ifPresent(limit -> own.ending("limit: " + limit));
        sample.get("error").ifPresent(own::error);
        sample.object("metadata").ifPresent(own::metadata);
        sample.object("model_usage").flatMap(models -> models.fields().values().stream().findFirst())
                .ifPresent(first -> own.took(first instanceof Json.Obj usage ? Metrics.usage(usage) : Generation.UNSAID.usage()));
        if (sample.get("working_time").or(() -> sample.get("total_time")).orElse(Json.NULL) instanceof Json.Num seconds) {
            own.took(Metrics.usage(Json.Obj.EMPTY.with("latency_seconds", seconds)));
        }
        return own.record();
    }

    /// The letters are correct, incorrect, partial and no answer; half a success is none that the log states.
    private static void grade(OwnReading own, Json value) {
        switch (value) {
            case Json.Str(String letter) -> {
                switch (letter) {
                    case "C" -> own.passed(new Json.Bool(true)).score(Json.Num.of(1L));
                    case "I", "N" -> own.passed(new Json.Bool(false)).score(Json.Num.of(0L));
                    case "P" -> own.score(new Json.Num("0.5"));
                    default -> {}
                }
            }
            case Json.Num number -> own.score(number);
            case Json.Bool _ -> own.passed(value);
            default -> {}
        }
    }

    /// How each message was made, by its id, where the log keeps its events.
    static Map<String, Generation> generations(Json.Obj sample) {
        Map<String, Generation> byId = new HashMap<>();
        for (Json.Obj event : Fields.objects(sample.items("events"))) {
            Optional<Json.Obj> output = event.object("output");
            output.flatMap(answer -> Fields.objects(answer.items("choices")).stream().findFirst())
                    .flatMap(choice -> choice.object("message"))
                    .flatMap(message -> message.text("id"))
                    .ifPresent(id -> byId.putIfAbsent(id, generation(output.get())));
        }
        return byId;
    }

    /// An output calls its seconds `time`.
    private static Generation generation(Json.Obj output) {
        return Metrics.of(output.get("time").map(time -> output.with("latency_seconds", time)).orElse(output));
    }
}
