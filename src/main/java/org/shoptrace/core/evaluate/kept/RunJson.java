package org.shoptrace.core.evaluate.kept;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import org.shoptrace.core.evaluate.OwnFacts;
import org.shoptrace.core.evaluate.Rate;
import org.shoptrace.core.evaluate.RunDetails;
import org.shoptrace.core.evaluate.ScoredRun;
import org.shoptrace.core.evaluate.TitleDependence;
import org.shoptrace.core.evaluate.kept.EvaluationCodec.Fields;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.score.Column;
import org.shoptrace.model.score.ConstraintVerdict;
import org.shoptrace.model.score.TaskScore;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunSource;

/// A scored run of a kept evaluation. Columns have their own names and no short ones, so that the file can be read by people. A score that
/// this version does not know is ignored, as every later field is.
final class RunJson {
    private RunJson() {}

    /// @param file the place of the run's file among those of the evaluation
    static Json.Obj encode(ScoredRun run, int file) {
        TaskScore score = run.score();
        Fields values = new Fields();
        score.values().forEach((column, value) -> values.number(column.wireName(), value));
        Fields constraints = new Fields();
        run.details().constraints().forEach((kind, rate) -> constraints.object(
                wireName(kind), new Fields().count("met", rate.hits()).count("of", rate.of()).object()));
        Fields fields = new Fields()
                .text("id", run.id().sha256())
                .count("file", file)
                .count("line", run.source().line())
                .count("part", run.source().part())
                .count("steps", run.steps())
                .text("query", score.query())
                .text("intent", score.intent().wireName())
                .object("values", values.object())
                .flag("success", score.success())
                .flag("crashes_reference", score.crashesReference())
                .flag("hangs_on_title", score.hangsOnTitle())
                .list("calls", List.copyOf(run.details().calls().entrySet()), RunJson::call)
                .object("constraints", constraints.object())
                .flag("otherwise", run.details().titles().otherwise());
        run.details().trial().ifPresent(trial -> fields.text("trial", trial));
        OwnFactsJson.encode(run.details().own()).ifPresent(own -> fields.object("own", own));
        run.details().titles().lowest().ifPresent(
                cosine -> fields.number("title_cosine", cosine).flag("equal_titles", run.details().titles().equal()));
        return fields.object();
    }

    /// A tool that a model made up may have a name that no JSON key can have.
    private static Json.Obj call(Map.Entry<String, Integer> call) {
        return new Fields().text("tool", call.getKey()).count("count", call.getValue()).object();
    }

    static ScoredRun decode(JsonFields fields, RunSource source) {
        Intent intent = intent(fields.text("intent"));
        SequencedMap<Column, Double> values = new LinkedHashMap<>();
        JsonFields figures = fields.object("values");
        figures.names().forEach(name -> column(name, intent).ifPresent(column -> values.put(column, figures.number(name))));
        SequencedMap<String, Integer> calls = new LinkedHashMap<>();
        fields.list("calls", call -> call).forEach(call -> calls.put(call.text("tool"), (int) call.count("count")));
        Map<ConstraintVerdict.Kind, Rate> constraints = new EnumMap<>(ConstraintVerdict.Kind.class);
        JsonFields rates = fields.object("constraints");
        rates.names().forEach(kind -> constraints.put(
                kind(kind), new Rate((int) rates.object(kind).count("met"), (int) rates.object(kind).count("of"))));
        TitleDependence titles = titles(fields);
        return new ScoredRun(
                new RunId(fields.text("id")),
                source,
                (int) fields.count("steps"),
                new TaskScore(
                        fields.text("query"),
                        intent,
                        values,
                        fields.flag("success"),
                        fields.flag("crashes_reference"),
                        // Earlier programs wrote it of equal titles too.
                        fields.flag("hangs_on_title") && !titles.equal()),
                new RunDetails(
                        calls, constraints, titles, fields.has("trial") ? Optional.of(fields.text("trial")) : Optional.empty(),
                        fields.has("own") ? OwnFactsJson.decode(fields.object("own")) : OwnFacts.NONE));
    }

    /// Earlier programs did not keep whether titles are equal; not to know it makes a bound lower, and never wrong.
    private static TitleDependence titles(JsonFields fields) {
        boolean otherwise = fields.flag("otherwise");
        if (!fields.has("title_cosine")) {
            return new TitleDependence(otherwise, OptionalDouble.empty());
        }
        OptionalDouble cosine = OptionalDouble.of(fields.number("title_cosine"));
        return new TitleDependence(otherwise, cosine, fields.has("equal_titles") && fields.flag("equal_titles"));
    }

    static Intent intent(String name) {
        return Arrays.stream(Intent.values())
                .filter(intent -> intent.wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no intent: " + name));
    }

    private static Optional<Column> column(String name, Intent intent) {
        return Column.of(intent).stream().filter(column -> column.wireName().equals(name)).findFirst();
    }

    private static String wireName(ConstraintVerdict.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static ConstraintVerdict.Kind kind(String name) {
        return Arrays.stream(ConstraintVerdict.Kind.values())
                .filter(kind -> wireName(kind).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of constraint: " + name));
    }
}
