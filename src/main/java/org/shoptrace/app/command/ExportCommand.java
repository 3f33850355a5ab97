package org.shoptrace.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.Rejection;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.annotate.AnnotationStore;
import org.shoptrace.core.annotate.Annotations;
import org.shoptrace.core.diagnose.Diagnostician;
import org.shoptrace.core.export.ExportFormat;
import org.shoptrace.core.export.ExportFile;
import org.shoptrace.core.export.Provenance;
import org.shoptrace.core.export.RunExport;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.sandbox.lucene.LuceneSandbox;
import org.shoptrace.core.score.Profile;
import org.shoptrace.core.score.Similarities;
import org.shoptrace.core.score.SimilarityChoice;
import org.shoptrace.core.score.embedding.SimilarityModels;
import org.shoptrace.core.settings.UserFolders;
import org.shoptrace.core.task.TaskFile;
import org.shoptrace.core.task.TaskFileReader;
import org.shoptrace.core.trajectory.RolloutFile;
import org.shoptrace.core.workspace.TaskBelonging;
import org.shoptrace.model.finding.Diagnosis;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.Run;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `shoptrace export`: writes runs for other programs, or one run as a page to read.
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Write runs in another format: the benchmark's, ATIF, a message list, or one HTML page with the findings.")
public final class ExportCommand implements Callable<Integer> {
    @Option(names = "--rollouts", required = true, paramLabel = "FILE", description = "A file of runs, in any format that Shoptrace reads.")
    private Path rollouts = Path.of("");

    @ArgGroup(exclusive = true)
    private @Nullable Chosen chosen;

    @Option(names = "--format", required = true, paramLabel = "NAME", description = "benchmark, atif, messages or html.")
    private String format = "";

    @Option(
            names = "--out",
            required = true,
            paramLabel = "OUT",
            description = "The file to write. Of atif and html a folder, when it is several runs.")
    private Path out = Path.of("");

    @Option(names = "--tasks", paramLabel = "FILE", description = "html: the tasks, for findings (with --catalog).")
    private @Nullable Path tasks;

    @Option(names = "--catalog", paramLabel = "DIR", description = "html, atif: the catalogue that the runs were made over.")
    private @Nullable Path catalog;

    @Option(
            names = "--annotations",
            paramLabel = "DIR",
            description = "html: a folder of annotations, as a workspace keeps in .shoptrace/annotations.")
    private @Nullable Path annotations;

    @Option(
            names = "--workspace",
            paramLabel = "DIR",
            description = "html, atif: a folder to take tasks, catalogue, annotations and step limit from where no other option names"
                    + " them, "
                    + "with what was answered in the window.")
    private @Nullable Path workspace;

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "html: how many steps an agent had (default: as said of the workspace, else 30).")
    private @Nullable Integer steps;

    @Option(names = "--hide-truth", description = "html: without targets, scores and classes, for readers who are to judge by themselves.")
    private boolean hideTruth;

    @Mixin
    private ScorerOptions scorer = new ScorerOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /// Which run; all of them without either.
    static final class Chosen {
        @Option(names = "--line", paramLabel = "N", description = "The run on that line, counted from 1.")
        private @Nullable Long line;

        @Option(names = "--run", paramLabel = "SHA", description = "The run with that SHA-256, or its first digits.")
        private @Nullable String run;

        boolean is(Run candidate) {
            return line != null
                    ? candidate.source().line() == line
                    : run != null && candidate.id().sha256().startsWith(run.toLowerCase(Locale.ROOT));
        }
    }

    @Override
    public Integer call() throws ShoptraceException {
        ExportFormat asked = ExportFormat.of(format).orElseThrow(
                () -> new ParameterException(spec.commandLine(), "--format: benchmark, atif, messages or html is expected, not " + format));
        if (tasks != null && catalog == null && workspace == null) {
            throw new ParameterException(spec.commandLine(), "--tasks needs --catalog or --workspace: findings rest on both");
        }
        if (steps != null && steps < 1) {
            throw new ParameterException(spec.commandLine(), "--steps: at least 1 is expected, not " + steps);
        }
        SimilarityChoice option = scorer.similarity(spec);
        PrintWriter err = spec.commandLine().getErr();
        if (workspace == null) {
            return export(asked, option, Optional.empty());
        }
        try (KnownWorkspace known = KnownWorkspace.of(workspace, err, Progress.NONE)) {
            return export(asked, option, Optional.of(known));
        }
    }

    private int export(ExportFormat asked, SimilarityChoice option, Optional<KnownWorkspace> known) throws ShoptraceException {
        PrintWriter err = spec.commandLine().getErr();
        List<TaskFile> files = known.map(KnownWorkspace::taskFiles).orElse(List.of());
        if (tasks != null) {
            TaskFile file = TaskFileReader.read(tasks);
            file.rejections().forEach(err::println);
            files = List.of(file);
        }
        List<TaskFile> counting = files;
        TaskBelonging belonging = known.map(here -> here.belonging(counting)).orElseGet(() -> TaskBelonging.of(counting));
        List<Run> runs = runs(belonging, err);
        Annotations said = said(known);
        if (catalog != null) {
            try (Sandbox sandbox = LuceneSandbox.open(catalog)) {
                return export(asked, runs, said, sandbox, new Judging(option, counting, belonging, limit(known)));
            }
        }
        Optional<Sandbox> sandbox = known.isPresent() ? known.get().sandbox() : Optional.empty();
        return sandbox.isPresent()
                ? export(asked, runs, said, sandbox.get(), new Judging(option, counting, belonging, limit(known)))
                : write(asked, runs, said, run -> RunExport.of(run, Provenance.UNKNOWN));
    }

    private int limit(Optional<KnownWorkspace> known) {
        return steps != null ? steps : known.map(KnownWorkspace::stepLimit).orElse(Diagnostician.USUAL_STEP_LIMIT);
    }

    /// What a diagnosis rests on beside the catalogue.
    private record Judging(SimilarityChoice similarity, List<TaskFile> files, TaskBelonging tasks, int stepLimit) {}

    private int export(ExportFormat asked, List<Run> runs, Annotations said, Sandbox sandbox, Judging judging) throws ShoptraceException {
        SimilarityModels models = new SimilarityModels(UserFolders.ofThisUser().cache(), System.getenv());
        List<Task> known = judging.files().stream().flatMap(file -> file.tasks().stream()).toList();
        try (Similarities.Opened opened = models.open(judging.similarity(), known)) {
            Provenance provenance = new Provenance(Optional.of(sandbox.fingerprint().sha256()), Optional.of(opened.similarity().name()));
            if (asked != ExportFormat.HTML) {
                return write(asked, runs, said, run -> RunExport.of(run, provenance));
            }
            Profile profile = scorer.profile(sandbox, opened.similarity(), false);
            Diagnostician diagnostician = new Diagnostician(sandbox, profile, judging.stepLimit());
            return write(asked, runs, said, run -> {
                Optional<Task> task = judging.tasks().task(run).filter(each -> profile.intents().contains(each.intent()));
                if (task.isPresent()) {
                    profile.similarity().prepare(new LinkedHashSet<>(profile.titles(task.get(), run)));
                }
                Diagnosis diagnosis = diagnostician.diagnose(task, run);
                return RunExport.of(run, provenance).with(diagnosis);
            });
        }
    }

    private interface Making {
        RunExport of(Run run) throws ShoptraceException;
    }

    private int write(ExportFormat asked, List<Run> runs, Annotations said, Making making) throws ShoptraceException {
        List<RunExport> exports = new ArrayList<>();
        for (Run run : runs) {
            exports.add(making.of(run).with(said.of(run.id())).hidingTruth(hideTruth));
        }
        ExportFile.write(asked, exports, out).forEach(spec.commandLine().getOut()::println);
        return 0;
    }

    private Annotations said(Optional<KnownWorkspace> known) throws ShoptraceException {
        if (annotations == null && known.isEmpty()) {
            return Annotations.NONE;
        }
        try (AnnotationStore store = annotations != null
                ? new AnnotationStore(annotations, List.of())
                : AnnotationStore.of(known.orElseThrow().found().folder())) {
            AnnotationStore.Contents contents = store.read();
            contents.rejections().forEach(spec.commandLine().getErr()::println);
            return contents.annotations();
        }
    }

    /// The runs asked for, whole: a summary of a file would do for lists, not for what is written.
    private List<Run> runs(TaskBelonging tasks, PrintWriter err) throws ShoptraceException {
        List<Run> runs = new ArrayList<>();
        Path scratch = UserFolders.ofThisUser().cache().resolve("scratch");
        try (RolloutFile file = new RolloutFile(rollouts, scratch)) {
            var index = file.index(_ -> {}, Progress.NONE);
            for (Rejection rejection : index.rejections()) {
                err.println(rejection);
            }
            for (var entry : index.entries()) {
                Run run = chosen == null || chosen.line == null || entry.summary().source().line() == chosen.line ? file.read(entry) : null;
                if (run != null && (chosen == null || chosen.is(run))) {
                    runs.add(tasks.settle(run));
                }
            }
        } catch (IOException e) {
            throw new ShoptraceException("the rollout file cannot be closed", rollouts.toString(), "Nothing is lost; try again", e);
        }
        if (runs.isEmpty()) {
            throw new ShoptraceException("there is no such run", rollouts.toString(),
                    "Leave --line and --run out to export all, or look them up in Replay");
        }
        return runs;
    }
}
