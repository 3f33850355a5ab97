package org.shoptrace.core.trajectory.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.OwnRecord;
import org.shoptrace.model.trajectory.OwnVerdict;
import org.shoptrace.model.trajectory.OwnVerdict.Part;
import org.shoptrace.model.trajectory.Usage;

/// Gathers what a record says of its run beside the messages: its verdict, its task, what it can be grouped by. Which key means what, for
/// all formats, stands here alone; a format adds what it has in places of its own. Of two statements of one thing the first stays.
public final class OwnReading {
    private static final List<String> TASK = List.of(
            "task_id", "taskId", "instance_id", "problem_id", "example_id", "question_id", "item_id", "sample_id", "task_name");
    private static final List<String> TRIAL = List.of("trial", "trial_id", "trial_index", "epoch", "attempt", "attempt_id");
    private static final List<String> PASSED = List.of(
            "success", "passed", "is_success", "succeeded", "is_correct", "correct", "resolved", "solved", "win", "acc", "kto_tag");
    private static final List<String> SCORE = List.of(
            "reward", "score", "final_reward", "total_reward", "final_score", "total_score", "overall_score");
    /// What else people call a score that says whether a run succeeded, where they name their scores themselves.
    private static final List<String> NAMED_VERDICT = List.of("pass", "correctness", "accuracy");
    private static final List<String> PARTS = List.of(
            "reward_breakdown", "reward_info", "reward_parts", "reward_components", "rewards", "scores", "metrics");
    private static final List<String> ENDING = List.of(
            "termination_reason", "exit_status", "finish_type", "stop_condition", "terminate_reason", "end_reason", "finish_reason",
            "stop_reason");
    private static final List<String> ERROR = List.of("error", "exception_info", "exception", "error_message", "exception_message");
    private static final List<String> ERROR_TEXT = List.of("message", "exception_message", "error", "detail", "type", "exception_type");
    private static final List<String> EXPLANATION = List.of(
            "explanation", "justification", "rationale", "judge_output", "judge_response", "judge_reasoning", "feedback", "critique",
            "grader_output");
    /// Objects in which somebody judges a run.
    private static final List<String> JUDGED = List.of(
            "grade", "evaluation", "outcome", "verdict", "judge", "judgement", "judgment", "result", "test_result", "report");
    /// Lists of single judgements.
    private static final List<String> JUDGEMENTS = List.of(
            "scores", "rubric", "rubrics", "criteria", "assertions", "nl_assertions", "communicate_checks", "env_assertions",
            "evaluations");
    private static final List<String> JUDGEMENT_NAME = List.of(
            "name", "metric", "key", "criterion", "nl_assertion", "assertion", "info", "title");
    private static final List<String> JUDGEMENT_VALUE = List.of("value", "score", "met", "passed", "reward", "result");
    /// Objects with what a run can be grouped by.
    private static final List<String> METADATA = List.of("metadata", "meta", "extra_info", "extra", "info");
    /// What a run can be grouped by, beside the messages.
    private static final List<String> GROUPS = List.of(
            "domain", "difficulty", "category", "split", "data_source", "ability", "level", "dataset", "environment", "env", "task",
            "seed", "mode", "gts", "ground_truth", "answer");
    /// What a metadata's object may hold that says something else.
    private static final Set<String> NO_GROUPS = Stream.of(
            TASK.stream(), TRIAL.stream(), PASSED.stream(), SCORE.stream(), PARTS.stream(), ENDING.stream(), ERROR.stream(),
            EXPLANATION.stream(), Stream.of("model", "model_name", "query", "timestamp", "created_at", "id", "uuid", "step_id"))
            .flatMap(keys -> keys).collect(Collectors.toUnmodifiableSet());
    /// An id or a hash is a run's alone and groups nothing.
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[0-9a-f]{32,}");
    private static final int LONGEST_GROUP = 80;
    private static final int MOST_GROUPS = 40;
    private static final int MOST_PARTS = 200;

    private final String judge;
    private final SequencedMap<String, String> metadata = new LinkedHashMap<>();
    private final List<Part> parts = new ArrayList<>();
    private final SequencedSet<String> explanations = new LinkedHashSet<>();
    private @Nullable String task;
    private @Nullable String trial;
    private @Nullable Boolean passed;
    private Json.@Nullable Num score;
    private @Nullable String ending;
    private @Nullable String error;
    private Usage usage = Usage.NONE;

    /// @param judge whose verdict it is, for people, such as `tau-bench's reward`
    public OwnReading(String judge) {
        this.judge = judge;
    }

    /// Whether a score of this name says how good a run was; of another, such as a toxicity, nobody knows.
    static boolean isVerdict(String name) {
        String key = name.toLowerCase(Locale.ROOT);
        return PASSED.contains(key) || SCORE.contains(key) || NAMED_VERDICT.contains(key);
    }

    /// What stands beside the messages of a record that nothing more is known of.
    public static OwnRecord beside(Json.Obj record) {
        Optional<Json.Obj> written = record.object("metadata").flatMap(metadata -> metadata.object(OwnJson.SHOPTRACE));
        if (written.isPresent()) {
            return OwnJson.ofRun(written.get());
        }
        boolean tau = record.get("traj").isPresent() && record.get("task_id").isPresent();
        boolean shell = record.text("trajectory_format").filter(format -> format.startsWith("mini-swe-agent")).isPresent();
        String judge = record.get("kto_tag").isPresent()
                ? "the file's label"
                : Stream.concat(SCORE.stream(), PASSED.stream()).filter(key -> record.get(key).isPresent()).findFirst()
                        .map(key -> "the file's " + key).orElse("the file");
        OwnReading reading = new OwnReading(tau ? "tau-bench's reward" : shell ? "mini-SWE-agent" : judge).verdict(record).task(record)
                .groups(record)
                .took(Metrics.usage(record));
        record.get("label").filter(Json.Bool.class::isInstance).ifPresent(reading::passed);
        // tau-bench counts its tasks in each domain anew and does not say which; whose task it is tells them apart.
        record.object("info").filter(_ -> tau).flatMap(info -> info.object("task")).flatMap(task -> task.get("user_id"))
                .ifPresent(user -> reading.metadata("user_id", user));
        METADATA.stream().flatMap(key -> record.object(key).stream()).forEach(more -> reading.verdict(more).task(more).metadata(more));
        return reading.record();
    }

    /// Verdict, ending, error and what a judge wrote, under their common keys.
    public OwnReading verdict(Json.Obj object) {
        PASSED.forEach(key -> object.get(key).ifPresent(this::passed));
        SCORE.forEach(key -> object.get(key).ifPresent(value -> {
            switch (value) {
                case Json.Num number -> score(number);
                case Json.Bool _ -> passed(value);
                case Json.Obj several -> parts(several);
                default -> {}
            }
        }));
        PARTS.stream().flatMap(key -> object.object(key).stream()).forEach(this::rewards);
        judgements(object);
        JUDGED.stream().flatMap(key -> object.object(key).stream()).forEach(this::verdict);
        ENDING.forEach(key -> object.text(key).ifPresent(this::ending));
        ERROR.forEach(key -> object.get(key).ifPresent(this::error));
        EXPLANATION.forEach(key -> object.text(key).ifPresent(this::explains));
        return this;
    }

    /// An object of several ratings, the main one among them or not. What it says of tokens rates nothing.
    private void rewards(Json.Obj several) {
        Usage took = Metrics.usage(several);
        if (!took.equals(Usage.NONE)) {
            took(took);
            return;
        }
        SCORE.forEach(key -> several.get(key).filter(Json.Num.class::isInstance).ifPresent(value -> score((Json.Num) value)));
        several.object("reward_breakdown").ifPresent(this::parts);
        parts(several);
        several.object("info").ifPresent(this::parts);
        judgements(several);
    }

    private void judgements(Json.Obj object) {
        for (Json.Obj one : JUDGEMENTS.stream().flatMap(key -> Fields.objects(object.items(key)).stream()).toList()) {
            Optional<String> name = JUDGEMENT_NAME.stream().flatMap(key -> one.text(key).stream()).findFirst();
            Optional<Json> value = JUDGEMENT_VALUE.stream().flatMap(key -> one.get(key).stream())
                    .filter(rating -> !(rating instanceof Json.Null)).findFirst();
            name.ifPresent(called -> value.ifPresent(rating -> part(called, rating)));
            EXPLANATION.forEach(key -> one.text(key).filter(text -> !text.isBlank())
                    .ifPresent(text -> explains(name.map(called -> called + ": ").orElse("") + text)));
        }
    }

    /// The task's name and which trial of it this is, under their common keys.
    public OwnReading task(Json.Obj object) {
        TASK.forEach(key -> object.get(key).ifPresent(this::task));
        TRIAL.forEach(key -> object.get(key).ifPresent(this::trial));
        return this;
    }

    /// What runs can be grouped by, under its common keys.
    public OwnReading groups(Json.Obj object) {
        GROUPS.forEach(key -> object.get(key).ifPresent(value -> metadata(key, value)));
        return this;
    }

    /// All short values of an object that runs can be grouped by.
    public OwnReading metadata(Json.Obj object) {
        object.fields().forEach((name, value) -> {
            if (!NO_GROUPS.contains(name)) {
                metadata(name, value);
            }
        });
        return this;
    }

    public OwnReading metadata(String name, Json value) {
        boolean groups = !(value instanceof Json.Obj || value instanceof Json.Arr) && !name.endsWith("_cost");
        if (groups && metadata.size() < MOST_GROUPS) {
            String text = Fields.text(value).strip();
            if (!text.isEmpty() && !ID.matcher(text).matches()
                    && text.length() <= LONGEST_GROUP && text.lines().count() == 1
                    && name.length() <= LONGEST_GROUP) {
                metadata.putIfAbsent(name, text);
            }
        }
        return this;
    }

    /// @param value a text or a number
    public OwnReading task(Json value) {
        task = task == null ? name(value).orElse(null) : task;
        return this;
    }

    /// @param value a text or a number
    public OwnReading trial(Json value) {
        trial = trial == null ? name(value).orElse(null) : trial;
        return this;
    }

    private static Optional<String> name(Json value) {
        return value instanceof Json.Str || value instanceof Json.Num
                ? Optional.of(Fields.text(value).strip()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    /// @param value a boolean, or 1 or 0 in its place; another number is a part beside the verdict
    public OwnReading passed(Json value) {
        Optional<Boolean> said = switch (value) {
            case Json.Bool(boolean is) -> Optional.of(is);
            case Json.Num number when number.asDouble() == 1 -> Optional.of(true);
            case Json.Num number when number.asDouble() == 0 -> Optional.of(false);
            default -> Optional.empty();
        };
        passed = passed == null ? said.orElse(null) : passed;
        return this;
    }

    public OwnReading score(Json.Num value) {
        score = score == null && Double.isFinite(value.asDouble()) ? value : score;
        return this;
    }

    /// The numbers, truths and single words of an object, each a part.
    public OwnReading parts(Json.Obj object) {
        object.fields().forEach((name, value) -> {
            if (!NO_GROUPS.contains(name) && !GROUPS.contains(name)) {
                part(name, value);
            }
        });
        return this;
    }

    /// A field of a record whose fields are all about its run: a number or a truth rates it, a short text groups it.
    public OwnReading rest(String name, Json value) {
        if (NO_GROUPS.contains(name) || GROUPS.contains(name)) {
            return this;
        }
        return value instanceof Json.Str ? metadata(name, value) : part(name, value);
    }

    public OwnReading part(String name, Json value) {
        boolean rates = value instanceof Json.Num || value instanceof Json.Bool
                || value instanceof Json.Str(String text) && !text.isBlank() && text.length() <= LONGEST_GROUP && !text.contains("\n");
        if (rates && parts.size() < MOST_PARTS && parts.stream().noneMatch(part -> part.name().equals(name))) {
            parts.add(new Part(name, value));
        }
        return this;
    }

    public OwnReading ending(String word) {
        ending = ending == null && !word.isBlank() ? word.strip() : ending;
        return this;
    }

    /// @param value a text, or an object with one
    public OwnReading error(Json value) {
        if (error == null) {
            error = errorText(value).map(String::strip).filter(text -> !text.isEmpty()).orElse(null);
        }
        return this;
    }

    private static Optional<String> errorText(Json value) {
        return switch (value) {
            case Json.Str(String text) -> Optional.of(text);
            case Json.Obj object when object.fields().isEmpty() -> Optional.empty();
            case Json.Obj object ->
                ERROR_TEXT.stream().flatMap(key -> object.text(key).stream()).filter(text -> !text.isBlank()).findFirst()
                        .or(() -> Optional.of(JsonWriter.compact(object)));
            default -> Optional.empty();
        };
    }

    public OwnReading explains(String text) {
        if (!text.isBlank()) {
            explanations.add(text.strip());
        }
        return this;
    }

    /// What the whole run took.
    public OwnReading took(Usage newUsage) {
        usage = usage.or(newUsage);
        return this;
    }

    /// What was gathered.
    public OwnRecord record() {
        boolean judged = passed != null || score != null || !parts.isEmpty() || ending != null || error != null || !explanations.isEmpty();
        Optional<OwnVerdict> verdict = judged
                ? Optional.of(new OwnVerdict(
                        judge, Optional.ofNullable(passed), Optional.ofNullable(score), parts, Optional.ofNullable(ending),
                        Optional.ofNullable(error), List.copyOf(explanations)))
                : Optional.empty();
        if (verdict.isEmpty() && task == null && trial == null && metadata.isEmpty() && usage.equals(Usage.NONE)) {
            return OwnRecord.NONE;
        }
        return new OwnRecord(Optional.ofNullable(task), Optional.ofNullable(trial), verdict, metadata, usage);
    }
}
