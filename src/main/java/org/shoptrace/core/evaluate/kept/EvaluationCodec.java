package org.shoptrace.core.evaluate.kept;

import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import org.shoptrace.core.Rejection;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.Evaluation.Conditions;
import org.shoptrace.core.evaluate.Evaluation.Leftovers;
import org.shoptrace.core.evaluate.Evaluation.Unscored;
import org.shoptrace.core.file.InputFile;
import org.shoptrace.core.score.HeldOutAgreement;
import org.shoptrace.core.score.SimilarityCalibration;
import org.shoptrace.core.statistics.ConfidenceInterval;
import org.shoptrace.core.task.TaskCodec;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunSource;

/// Kept evaluations as JSON, nothing lost. Aggregates are not written: they are made again from the runs, and so can never contradict
/// them. Fields that a later version adds are ignored as long as it keeps [#VERSION].
final class EvaluationCodec {
    static final int VERSION = 2;

    /// What programs can read that know of no verdicts but the benchmark's rules.
    private static final int RULES_VERSION = 1;

    /// By what the files judge; where the benchmark's rules do, the field is lacking.
    private static final String OWN = "own";

    /// Bulky, and no part of what was asked.
    private static final String VECTORS = "reward_title_embeddings";

    /// The table of similarities, one at most; files of earlier programs lack the field.
    private static final String TABLE = "similarity_table";

    /// The tasks as they were; files of earlier programs lack the field.
    private static final String ASKED = "task_prints";

    private final Path workspace;

    /// A file of a version that this program does not know.
    static final class NewerVersionException extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        NewerVersionException(int version) {
            super("version " + version);
        }
    }

    /// @param workspace paths inside it are written relative to it
    EvaluationCodec(Path workspace) {
        this.workspace = workspace.toAbsolutePath().normalize();
    }

    Json.Obj encode(KeptEvaluation kept) {
        KeptEvaluation.Setup setup = kept.setup();
        return new Fields()
                .count("version", kept.evaluations().stream().anyMatch(one -> one.conditions().own().isPresent()) ? VERSION : RULES_VERSION)
                .text("made", kept.made().toString())
                .count("scorer", kept.scorer())
                .list("rollouts", setup.rollouts(), this::file)
                .list("tasks", setup.tasks(), this::file)
                .text("profile", setup.profile())
                .text("similarity", setup.similarity())
                .list(TABLE, setup.table().stream().toList(), this::file)
                .flag("no_think", setup.noThink())
                .text("fingerprint", setup.fingerprint())
                .count("seed", setup.seed())
                .count("resamples", setup.resamples())
                .list(ASKED, setup.asked(), print -> Json.of(print.written()))
                .list("evaluations", kept.evaluations(), this::evaluation)
                .object();
    }

    /// @throws NewerVersionException when the file is of a newer version
    /// @throws IllegalArgumentException when it is no kept evaluation; the message names the field
    KeptEvaluation decode(Json json) {
        JsonFields fields = JsonFields.of(json, "the file");
        int version = (int) fields.count("version");
        if (version > VERSION) {
            throw new NewerVersionException(version);
        }
        KeptEvaluation.Setup setup = new KeptEvaluation.Setup(
                fields.list("rollouts", this::file),
                fields.list("tasks", this::file),
                fields.text("profile"),
                fields.text("similarity"),
                fields.names().contains(TABLE) ? fields.list(TABLE, this::file).stream().findFirst() : Optional.empty(),
                fields.flag("no_think"),
                fields.text("fingerprint"),
                fields.count("seed"),
                (int) fields.count("resamples"),
                fields.has(ASKED) ? fields.texts(ASKED).stream().map(TaskPrint::read).toList() : List.of());
        return new KeptEvaluation(
                instant(fields.text("made")), (int) fields.count("scorer"), setup, fields.list("evaluations", this::evaluation));
    }

    private Json.Obj file(InputFile file) {
        return new Fields()
                .text("path", kept(file.path()))
                .count("bytes", file.bytes())
                .text("modified", file.modified().toString())
                .text("sha256", file.sha256())
                .object();
    }

    private InputFile file(JsonFields fields) {
        return new InputFile(
                read(fields.text("path")), fields.count("bytes"), instant(fields.text("modified")), fields.text("sha256"));
    }

    /// `files` holds every path once; runs name them by their place, from 0.
    private Json.Obj evaluation(Evaluation evaluation) {
        Conditions conditions = evaluation.conditions();
        List<Path> files = new ArrayList<>();
        Fields fields = new Fields()
                .text("file", kept(conditions.rollouts()))
                .text("model", conditions.model())
                .text("profile", conditions.profile())
                .text("similarity", conditions.similarity())
                .flag("comparable", conditions.comparable())
                .list("calibrations", conditions.calibrations(), EvaluationCodec::calibration)
                .flag("over_tasks", evaluation.overall().overTasks())
                .object("asked", asked(evaluation))
                .list("missing", evaluation.missing(), EvaluationCodec::task)
                .list("runs", evaluation.trials(), run -> RunJson.encode(run, place(files, run.source().file())))
                .list("unknown", evaluation.leftovers().unknown(), run -> unscored(run, files))
                .list("lost", evaluation.leftovers().lost(), run -> unscored(run, files))
                .list("rejected", evaluation.leftovers().rejected(), rejection -> rejection(rejection, files));
        conditions.own().ifPresent(own -> fields.object(OWN, OwnFactsJson.encode(own)));
        return fields.list("files", files, path -> Json.of(kept(path))).object();
    }

    private Evaluation evaluation(JsonFields fields) {
        List<Path> files = fields.texts("files").stream().map(this::read).toList();
        Conditions conditions = new Conditions(
                read(fields.text("file")),
                fields.text("model"),
                fields.text("profile"),
                fields.text("similarity"),
                fields.flag("comparable"),
                fields.list("calibrations", EvaluationCodec::calibration).stream().flatMap(Optional::stream).toList(),
                fields.has(OWN) ? Optional.of(OwnFactsJson.criterion(fields.object(OWN))) : Optional.empty());
        SequencedMap<Intent, Integer> asked = new LinkedHashMap<>();
        JsonFields counts = fields.object("asked");
        counts.names().forEach(intent -> asked.put(RunJson.intent(intent), (int) counts.count(intent)));
        return Evaluation.of(
                conditions,
                asked,
                fields.flag("over_tasks"),
                fields.list("runs", run -> RunJson.decode(run, source(run, files))),
                fields.list("missing", task -> TaskCodec.decode(task.json())),
                new Leftovers(
                        fields.list("unknown", run -> unscored(run, files)),
                        fields.list("lost", run -> unscored(run, files)),
                        fields.list("rejected", rejection -> {
                            RunSource source = source(rejection, files);
                            return new Rejection(source.file(), source.line(), rejection.text("cause"));
                        })));
    }

    private static Json.Obj asked(Evaluation evaluation) {
        Fields fields = new Fields();
        evaluation.overall().tasks().forEach((intent, count) -> fields.count(intent.wireName(), count));
        return fields.object();
    }

    private static Json.Obj calibration(SimilarityCalibration calibration) {
        HeldOutAgreement heldOut = calibration.heldOut();
        return new Fields()
                .number("published", calibration.published())
                .number("threshold", calibration.threshold())
                .number("agreement", heldOut.agreement().value())
                .number("agreement_low", heldOut.agreement().interval().low())
                .number("agreement_high", heldOut.agreement().interval().high())
                .number("always_no", heldOut.alwaysNo())
                .number("difference", heldOut.gain().value())
                .number("difference_low", heldOut.gain().interval().low())
                .number("difference_high", heldOut.gain().interval().high())
                .count("titles", heldOut.titles())
                .count("pairs", heldOut.pairs())
                .object();
    }

    /// Empty for what earlier programs kept: the agreement on the very pairs that the threshold was chosen on.
    private static Optional<SimilarityCalibration> calibration(JsonFields fields) {
        if (!fields.has("agreement_low")) {
            return Optional.empty();
        }
        return Optional.of(new SimilarityCalibration(
                fields.number("published"),
                fields.number("threshold"),
                new HeldOutAgreement(
                        (int) fields.count("titles"), (int) fields.count("pairs"), share(fields, "agreement"), fields.number("always_no"),
                        share(fields, "difference"))));
    }

    private static HeldOutAgreement.Share share(JsonFields fields, String name) {
        return new HeldOutAgreement.Share(
                fields.number(name), new ConfidenceInterval(fields.number(name + "_low"), fields.number(name + "_high")));
    }

    private static Json.Obj task(Task task) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>(TaskCodec.encode(task).fields());
        fields.remove(VECTORS);
        return new Json.Obj(fields);
    }

    private static Json.Obj unscored(Unscored run, List<Path> files) {
        Fields fields = new Fields()
                .text("id", run.id().sha256())
                .count("file", place(files, run.source().file()))
                .count("line", run.source().line())
                .count("part", run.source().part());
        run.query().ifPresent(query -> fields.text("query", query));
        return fields.object();
    }

    /// Files of earlier versions do not have the query.
    private static Unscored unscored(JsonFields fields, List<Path> files) {
        Optional<String> query = fields.has("query") ? Optional.of(fields.text("query")) : Optional.empty();
        return new Unscored(new RunId(fields.text("id")), source(fields, files), query);
    }

    private static Json.Obj rejection(Rejection rejection, List<Path> files) {
        return new Fields()
                .count("file", place(files, rejection.file()))
                .count("line", rejection.line())
                .text("cause", rejection.cause())
                .object();
    }

    private static RunSource source(JsonFields fields, List<Path> files) {
        int place = (int) fields.count("file");
        if (place < 0 || place >= files.size()) {
            throw new IllegalArgumentException("file " + place + " of " + files.size());
        }
        return new RunSource(files.get(place), fields.count("line"), fields.has("part") ? (int) fields.count("part") : 0);
    }

    private static int place(List<Path> files, Path file) {
        int known = files.indexOf(file);
        if (known >= 0) {
            return known;
        }
        files.add(file);
        return files.size() - 1;
    }

    private String kept(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        return (absolute.startsWith(workspace) ? workspace.relativize(absolute) : absolute).toString().replace('\\', '/');
    }

    private Path read(String path) {
        return workspace.resolve(path);
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("no time: " + text, e);
        }
    }

    /// An object in the making.
    static final class Fields {
        private final SequencedMap<String, Json> fields = new LinkedHashMap<>();

        Fields text(String name, String text) {
            fields.put(name, Json.of(text));
            return this;
        }

        Fields count(String name, long count) {
            fields.put(name, Json.Num.of(count));
            return this;
        }

        Fields number(String name, double number) {
            fields.put(name, Json.Num.of(number));
            return this;
        }

        Fields flag(String name, boolean flag) {
            fields.put(name, new Json.Bool(flag));
            return this;
        }

        Fields object(String name, Json.Obj object) {
            return json(name, object);
        }

        Fields json(String name, Json json) {
            fields.put(name, json);
            return this;
        }

        <T> Fields list(String name, List<T> items, Function<T, ? extends Json> encode) {
            fields.put(name, Json.array(items.stream().map(encode).toList()));
            return this;
        }

        Json.Obj object() {
            return new Json.Obj(fields);
        }
    }
}
