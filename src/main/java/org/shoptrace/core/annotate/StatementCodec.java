package org.shoptrace.core.annotate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.function.Function;
import org.shoptrace.model.annotation.Overrule;
import org.shoptrace.model.annotation.Statement;
import org.shoptrace.model.annotation.Subject;
import org.shoptrace.model.annotation.TaskVerdict;
import org.shoptrace.model.finding.Fault;
import org.shoptrace.model.finding.Stage;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.Span;

/// Subjects as `{"kind":"run|step|call|product|task",…}` and statements as fields of the line that holds them.
final class StatementCodec {
    private StatementCodec() {}

    static Json.Obj encode(Subject subject) {
        SequencedMap<String, Json> json = new LinkedHashMap<>();
        json.put("kind", Json.of(kind(subject)));
        subject.run().ifPresent(run -> json.put("run", Json.of(run.sha256())));
        if (subject.atStep() > 0) {
            json.put("step", Json.Num.of(subject.atStep()));
        }
        if (subject.atCall() > 0) {
            json.put("call", Json.Num.of(subject.atCall()));
        }
        if (subject instanceof Subject.OfProduct product) {
            json.put("product", Json.of(product.productId()));
        }
        if (subject instanceof Subject.OfTask(String query)) {
            json.put("query", Json.of(query));
        }
        return new Json.Obj(json);
    }

    /// The name in files of what it speaks of.
    static String kind(Subject subject) {
        return switch (subject) {
            case Subject.OfRun _ -> "run";
            case Subject.OfStep _ -> "step";
            case Subject.OfCall _ -> "call";
            case Subject.OfProduct _ -> "product";
            case Subject.OfTask _ -> "task";
        };
    }

    static Subject subject(Json.Obj json) throws MalformedAnnotationException {
        String kind = AnnotationCodec.text(json, "kind");
        return switch (kind) {
            case "run" -> new Subject.OfRun(run(json));
            case "step" -> new Subject.OfStep(run(json), number(json, "step"));
            case "call" -> new Subject.OfCall(run(json), number(json, "step"), number(json, "call"));
            case "product" ->
                new Subject.OfProduct(
                        run(json), number(json, "step"), number(json, "call"), AnnotationCodec.text(json, "product"));
            case "task" -> new Subject.OfTask(AnnotationCodec.text(json, "query"));
            default -> throw new MalformedAnnotationException("an unknown subject, '" + kind + "'");
        };
    }

    static void encode(Statement statement, SequencedMap<String, Json> json) {
        if (!statement.labels().isEmpty()) {
            json.put("labels", Json.texts(List.copyOf(statement.labels())));
        }
        if (!statement.note().isEmpty()) {
            json.put("note", Json.of(statement.note()));
        }
        statement.verdict().ifPresent(verdict -> json.put("verdict", Json.of(verdict.wireName())));
        if (!statement.overrule().isNothing()) {
            json.put("overrule", encode(statement.overrule()));
        }
        if (!statement.spans().isEmpty()) {
            json.put("spans", spans(statement.spans()));
        }
    }

    static Json.Arr spans(List<Span> spans) {
        return Json.array(spans.stream().map(StatementCodec::encode).toList());
    }

    private static Json.Obj encode(Overrule overrule) {
        SequencedMap<String, Json> json = new LinkedHashMap<>();
        overrule.stage().ifPresent(stage -> json.put("stage", Json.of(stage.wireName())));
        overrule.fault().ifPresent(fault -> json.put("fault", Json.of(fault.wireName())));
        overrule.computedStage().ifPresent(stage -> json.put("computed_stage", Json.of(stage.wireName())));
        overrule.computedFault().ifPresent(fault -> json.put("computed_fault", Json.of(fault.wireName())));
        return new Json.Obj(json);
    }

    private static Json.Obj encode(Span span) {
        SequencedMap<String, Json> json = new LinkedHashMap<>();
        json.put("field", Json.of(span.field().wireName()));
        json.put("start", Json.Num.of(span.start()));
        json.put("end", Json.Num.of(span.end()));
        json.put("quote", Json.of(span.quote()));
        return new Json.Obj(json);
    }

    static Statement statement(Json.Obj json) throws MalformedAnnotationException {
        SequencedSet<String> labels = new LinkedHashSet<>();
        for (Json label : json.items("labels")) {
            labels.add(label.asText().orElseThrow(() -> new MalformedAnnotationException("a label that is no text")));
        }
        Optional<Json.Obj> overrule = json.object("overrule");
        List<Span> spans = new ArrayList<>();
        for (Json span : json.items("spans")) {
            spans.add(span(span));
        }
        return new Statement(
                labels,
                json.text("note").orElse(""),
                named(json, "verdict", TaskVerdict.values(), TaskVerdict::wireName),
                overrule.isEmpty() ? Overrule.NOTHING : overrule(overrule.get()),
                spans);
    }

    private static Overrule overrule(Json.Obj json) throws MalformedAnnotationException {
        return new Overrule(
                named(json, "stage", Stage.values(), Stage::wireName),
                named(json, "fault", Fault.values(), Fault::wireName),
                named(json, "computed_stage", Stage.values(), Stage::wireName),
                named(json, "computed_fault", Fault.values(), Fault::wireName));
    }

    private static Span span(Json json) throws MalformedAnnotationException {
        if (!(json instanceof Json.Obj span)) {
            throw new MalformedAnnotationException("a span that is no object");
        }
        Span.Field field = named(span, "field", Span.Field.values(), Span.Field::wireName)
                .orElseThrow(() -> new MalformedAnnotationException("a span of no field"));
        String quote = AnnotationCodec.text(span, "quote");
        int start = index(span, "start");
        return new Span(field, start, index(span, "end"), quote);
    }

    private static <E> Optional<E> named(Json.Obj json, String key, E[] values, Function<E, String> wireName)
            throws MalformedAnnotationException {
        Optional<String> name = json.text(key);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Optional<E> value = Arrays.stream(values).filter(each -> wireName.apply(each).equals(name.get())).findFirst();
        if (value.isEmpty()) {
            throw new MalformedAnnotationException("an unknown " + key + ", '" + name.get() + "'");
        }
        return value;
    }

    private static RunId run(Json.Obj json) throws MalformedAnnotationException {
        return new RunId(AnnotationCodec.text(json, "run"));
    }

    private static int number(Json.Obj json, String key) throws MalformedAnnotationException {
        int number = index(json, key);
        if (number < 1) {
            throw new MalformedAnnotationException(key + " " + number + ": they count from 1");
        }
        return number;
    }

    private static int index(Json.Obj json, String key) throws MalformedAnnotationException {
        if (json.get(key).orElse(Json.NULL) instanceof Json.Num number && number.isInteger()) {
            try {
                return Integer.parseInt(number.text());
            } catch (NumberFormatException e) {
                throw new MalformedAnnotationException(key + " is too large");
            }
        }
        throw new MalformedAnnotationException("no " + key);
    }
}
