package org.shoptrace.app.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.evaluate.setup.SetupMaking;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.provenance.ExportOrigin;
import org.shoptrace.core.provenance.Making;
import org.shoptrace.core.provenance.Provenance;
import org.shoptrace.core.provenance.Provenance.Settings;
import org.shoptrace.core.provenance.Provenance.Similarity;
import org.shoptrace.core.provenance.ProvenanceJson;
import org.shoptrace.core.score.EndpointCheck;
import org.shoptrace.core.score.HeldOutAgreement;
import org.shoptrace.core.score.Similarities;
import org.shoptrace.core.score.SimilarityChoice;
import org.shoptrace.core.score.TitleCalibration;
import org.shoptrace.core.score.TitleCrossValidation;
import org.shoptrace.core.score.embedding.SimilarityModels;
import org.shoptrace.core.settings.UserFolders;
import org.shoptrace.core.task.SuiteEmbeddings;
import org.shoptrace.core.task.TaskFile;
import org.shoptrace.core.task.TaskFileReader;
import org.shoptrace.model.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `shoptrace calibrate`: how far a title similarity decides as the published model does.
@Command(
        name = "calibrate",
        mixinStandardHelpOptions = true,
        description = "Hold a title similarity against the Qwen3 vectors that a suite carries.")
public final class CalibrateCommand implements Callable<Integer> {
    @Option(names = "--suite", required = true, paramLabel = "FILE", description = "A suite whose tasks carry reward_title_embeddings.")
    private Path suite = Path.of("");

    @Option(
            names = "--similarity",
            paramLabel = "MODEL",
            defaultValue = "embedded",
            description = "embedded:minilm (also embedded, the default), embedded:bge, table:FILE or endpoint:URL,MODEL "
                    + "(key from SHOPTRACE_API_KEY).")
    private String similarity = "embedded";

    @Option(names = "--json", paramLabel = "OUT", description = "Write the figures and every pair to this file.")
    private @Nullable Path json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws ShoptraceException {
        SimilarityChoice option = ScorerOptions.parsed(similarity, "--similarity", spec);
        Optional<JsonOutput> output = json == null ? Optional.empty() : Optional.of(JsonOutput.at(json));
        TaskFile file = TaskFileReader.read(suite);
        file.rejections().forEach(spec.commandLine().getErr()::println);
        SuiteEmbeddings vectors = file.embeddingsOfPairs();
        SimilarityModels models = new SimilarityModels(UserFolders.ofThisUser().cache(), System.getenv());
        if (option instanceof SimilarityChoice.Endpoint server) {
            EndpointCheck check = models.check(server, file.tasks());
            check.requireWhatItIsCalled();
            spec.commandLine().getOut().println(check.told());
        }
        // the suite's own vectors are what the model is held against, so they must not answer for it
        try (Similarities.Opened opened = models.open(option, List.of())) {
            TitleCalibration calibration = TitleCalibration.of(vectors.titles(), vectors::vector, opened.similarity());
            print(calibration, spec.commandLine().getOut());
            if (output.isPresent()) {
                Similarity titles = SetupMaking.told(option, opened.similarity());
                output.get().write(ProvenanceJson.last(json(calibration), provenance(option, titles)));
            }
        }
        return 0;
    }

    private Provenance provenance(SimilarityChoice option, Similarity titles) {
        Making making = SetupMaking.similarity(
                Making.by("calibrate").files("--suite", Making.Role.VECTORS, List.of(suite)), "--similarity", option);
        return ExportOrigin.of(
                making.out("--json", Path.of("calibration.json")), Settings.NONE.comparedBy(titles), Optional.empty(), Progress.NONE)
                .provenance();
    }

    private static void print(TitleCalibration calibration, PrintWriter out) {
        out.println(calibration.model() + " beside Qwen3-Embedding-0.6B, " + calibration.pairs().size() + " pairs of "
                + calibration.titles() + " titles");
        boolean chosen = calibration.levels().stream().anyMatch(level -> level.used().threshold() != level.published());
        out.println("published  threshold  agreement  95 % interval   always no  difference  95 % interval     "
                + (chosen ? "in-sample" : "as used  ") + "  disagreeing");
        for (TitleCalibration.Level level : calibration.levels()) {
            out.printf(
                    Locale.ROOT, "%-9.1f  %-9.4f  %-9s  %-14s  %-9.3f  %-10s  %-16s  %-9.3f  %d%n",
                    level.published(), level.used().threshold(),
                    value("%.3f", level.heldOut().map(HeldOutAgreement::agreement)),
                    interval("%.3f", level.heldOut().map(HeldOutAgreement::agreement)), level.alwaysNo(),
                    value("%+.3f", level.heldOut().map(HeldOutAgreement::gain)),
                    interval("%+.3f", level.heldOut().map(HeldOutAgreement::gain)), level.used().agreement(), level.disagreeing().size());
        }
        calibration.levels().forEach(level -> level.ranking().ifPresent(ranking -> out.printf(
                Locale.ROOT, "for %.1f it ranks pairs with an AUC of %.3f [%.3f, %.3f], whatever the threshold%n", level.published(),
                ranking.value(), ranking.interval().low(), ranking.interval().high())));
        out.println("agreement: " + TitleCrossValidation.DEFAULT.method());
        out.println(chosen
                ? "in-sample: the threshold on these very pairs; no measure where it was chosen on them"
                : "as used: the published threshold itself, which was not chosen on these pairs");
        calibration.levels().stream()
                .filter(level -> level.best().agreement() > level.used().agreement())
                .forEach(level -> out.printf(
                        Locale.ROOT, "for %.1f, %.4f would fit these pairs best (in-sample %.3f)%n",
                        level.published(), level.best().threshold(), level.best().agreement()));
        if (calibration.levels().stream().anyMatch(level -> level.heldOut().isEmpty())) {
            out.println("agreement: there are too few titles to judge a threshold by titles that it was not chosen on");
        }
    }

    private static String value(String form, Optional<HeldOutAgreement.Share> share) {
        return share.map(known -> String.format(Locale.ROOT, form, known.value())).orElse("-");
    }

    private static String interval(String form, Optional<HeldOutAgreement.Share> share) {
        return share.map(HeldOutAgreement.Share::interval)
                .map(interval -> String.format(Locale.ROOT, form + " to " + form, interval.low(), interval.high()))
                .orElse("-");
    }

    private static Json.Obj json(TitleCalibration calibration) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put("model", Json.of(calibration.model()));
        fields.put("titles", Json.Num.of(calibration.titles()));
        fields.put("method", Json.of(TitleCrossValidation.DEFAULT.method()));
        fields.put("levels", Json.array(calibration.levels().stream().map(CalibrateCommand::level).toList()));
        fields.put("pairs", Json.array(calibration.pairs().stream().map(CalibrateCommand::pair).toList()));
        return new Json.Obj(fields);
    }

    private static Json.Obj level(TitleCalibration.Level level) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put("published", Json.Num.of(level.published()));
        fields.put("threshold", Json.Num.of(level.used().threshold()));
        level.heldOut().ifPresent(heldOut -> share(fields, "agreement", heldOut.agreement()));
        fields.put("always_no", Json.Num.of(level.alwaysNo()));
        level.heldOut().ifPresent(heldOut -> share(fields, "difference", heldOut.gain()));
        level.ranking().ifPresent(ranking -> share(fields, "auc", ranking));
        fields.put("in_sample", cut(level.used()));
        fields.put("best_in_sample", cut(level.best()));
        fields.put("disagreeing", Json.array(level.disagreeing().stream().map(CalibrateCommand::pair).toList()));
        return new Json.Obj(fields);
    }

    private static void share(SequencedMap<String, Json> fields, String name, HeldOutAgreement.Share share) {
        fields.put(name, Json.Num.of(share.value()));
        fields.put(name + "_low", Json.Num.of(share.interval().low()));
        fields.put(name + "_high", Json.Num.of(share.interval().high()));
    }

    private static Json.Obj cut(TitleCalibration.Cut cut) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put("threshold", Json.Num.of(cut.threshold()));
        fields.put("agreement", Json.Num.of(cut.agreement()));
        return new Json.Obj(fields);
    }

    private static Json.Obj pair(TitleCalibration.Pair pair) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put("a", Json.of(pair.a()));
        fields.put("b", Json.of(pair.b()));
        fields.put("published", Json.Num.of(pair.published()));
        fields.put("tested", Json.Num.of(pair.tested()));
        return new Json.Obj(fields);
    }
}
