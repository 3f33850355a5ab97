package org.shoptrace.app.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.diagnose.Diagnostician;
import org.shoptrace.core.diagnose.RolloutsDiagnosis;
import org.shoptrace.core.evaluate.setup.SetupMaking;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.provenance.ExportOrigin;
import org.shoptrace.core.provenance.Making;
import org.shoptrace.core.provenance.Provenance;
import org.shoptrace.core.provenance.Provenance.Settings;
import org.shoptrace.core.provenance.Provenance.Similarity;
import org.shoptrace.core.provenance.ProvenanceJson;
import org.shoptrace.core.provenance.ProvenanceOf;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.score.ChosenScorer;
import org.shoptrace.core.task.TaskFile;
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

    @Override
    public Integer call() throws Exception {
        if (steps < 1) {
            throw new ParameterException(spec.commandLine(), "--steps: at least 1 is expected, not " + steps);
        }
        ChosenScorer chosen = scorer.chosen(spec);
        Optional<JsonOutput> output = json == null ? Optional.empty() : Optional.of(JsonOutput.at(json));
        PrintWriter err = spec.commandLine().getErr();
        TaskFile taskFile = tasks.read();
        taskFile.rejections().forEach(err::println);
        TerminalProgress progress = new TerminalProgress(err, System::nanoTime);
        RolloutsDiagnosis.Told told;
        try (Sandbox sandbox = catalog.open()) {
            told = new RolloutsDiagnosis(sandbox, taskFile.tasks(), chosen, steps).of(
                    rollouts, Optional.ofNullable(model), output.isPresent(), err::println, progress);
            if (output.isPresent()) {
                output.get().write(ProvenanceJson.last(
                        told.json().orElseThrow(), provenance(chosen, taskFile.path(), told.titles(), sandbox, progress)));
            }
        }
        told.table().forEach(spec.commandLine().getOut()::println);
        return 0;
    }

    private Provenance provenance(ChosenScorer chosen, Path taskFile, Similarity titles, Sandbox sandbox, Progress progress) {
        Making making = Making.by("diagnose").catalogue().files("--tasks", Making.Role.TASKS, List.of(taskFile));
        making = SetupMaking.rollouts(making, rollouts, Optional.ofNullable(model).stream().toList());
        making = SetupMaking.scorer(making, chosen.profile(), chosen.similarity())
                .option("--steps", Integer.toString(steps))
                .out("--json", Path.of("diagnosis.json"));
        Settings settings = Settings.NONE.scoredBy(chosen.profile().wireName(), titles, false).limitedTo(OptionalInt.of(steps));
        return ExportOrigin.of(making, settings, Optional.of(ProvenanceOf.catalogue(sandbox.info())), progress).provenance();
    }
}
