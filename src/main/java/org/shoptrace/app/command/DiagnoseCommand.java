package org.shoptrace.app.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.diagnose.Diagnostician;
import org.shoptrace.core.diagnose.DiagnosisJson;
import org.shoptrace.core.diagnose.DiagnosisTable;
import org.shoptrace.core.diagnose.FileDiagnosis;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.score.Profile;
import org.shoptrace.core.score.Similarities;
import org.shoptrace.core.score.SimilarityChoice;
import org.shoptrace.core.score.embedding.SimilarityModels;
import org.shoptrace.core.settings.UserFolders;
import org.shoptrace.core.task.TaskFile;
import org.shoptrace.model.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `shoptrace diagnose`: where and how every run failed, as a table, and every finding as JSON.
@Command(name = "diagnose", mixinStandardHelpOptions = true, description = "Say of every run where and how it failed.")
public final class DiagnoseCommand implements Callable<Integer> {
    @Mixin
    private CatalogOption catalog = new CatalogOption();

    @Mixin
    private TasksOption tasks = new TasksOption();

    @Mixin
    private ScorerOptions scorer = new ScorerOptions();

    @Option(names = "--rollouts", required = true, arity = "1..*", paramLabel = "FILE", description = "Rollout files.")
    private List<Path> rollouts = List.of();

    @Option(names = "--model", paramLabel = "NAME", description = "The model's name (default: from each rollout file's name).")
    private @Nullable String model;

    @Option(names = "--steps", paramLabel = "N", defaultValue = "30", description = "How many steps an agent had (default: 30).")
    private int steps = Diagnostician.USUAL_STEP_LIMIT;

    @Option(names = "--json", paramLabel = "OUT", description = "Write all findings to this file.")
    private @Nullable Path json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /// What stays of a run: the rest may be large.
    private record Kept(DiagnosisTable.Entry entry, Optional<Json.Obj> json) {}

    @Override
    public Integer call() throws Exception {
        if (steps < 1) {
            throw new ParameterException(spec.commandLine(), "--steps: at least 1 is expected, not " + steps);
        }
        SimilarityChoice option = scorer.similarity(spec);
        Optional<JsonOutput> output = json == null ? Optional.empty() : Optional.of(JsonOutput.at(json));
        PrintWriter err = spec.commandLine().getErr();
        TaskFile taskFile = tasks.read();
        taskFile.rejections().forEach(err::println);
        SimilarityModels models = new SimilarityModels(UserFolders.ofThisUser().cache(), System.getenv());
        List<Kept> runs = new ArrayList<>();
        try (Sandbox sandbox = catalog.open();
                Similarities.Opened opened = models.open(option, taskFile.tasks())) {
            Profile profile = scorer.profile(sandbox, opened.similarity(), false);
            FileDiagnosis diagnosis = new FileDiagnosis(
                    new Diagnostician(sandbox, profile, steps), taskFile.tasks(), Runtime.getRuntime().availableProcessors());
            for (Path file : rollouts) {
                FileDiagnosis.Result<Kept> result = diagnosis.of(
                        file,
                        Optional.ofNullable(model),
                        found -> new Kept(DiagnosisTable.Entry.of(found), output.map(_ -> DiagnosisJson.run(found))),
                        new TerminalProgress(err, System::nanoTime));
                result.rejected().forEach(err::println);
                runs.addAll(result.runs());
            }
            DiagnosisTable.lines(runs.stream().map(Kept::entry).toList()).forEach(spec.commandLine().getOut()::println);
            if (output.isPresent()) {
                output.get().write(DiagnosisJson.report(
                        sandbox.fingerprint(), opened.similarity().name(), runs.stream().flatMap(run -> run.json().stream()).toList()));
            }
        }
        return 0;
    }
}
