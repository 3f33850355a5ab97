package org.shoptrace.app.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.annotate.AnnotationStore;
import org.shoptrace.core.annotate.Annotations;
import org.shoptrace.core.diagnose.Diagnostician;
import org.shoptrace.core.export.ChosenRuns;
import org.shoptrace.core.export.ExportFormat;
import org.shoptrace.core.export.ExportMaking;
import org.shoptrace.core.export.FileExport;
import org.shoptrace.core.export.RunChoice;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.sandbox.lucene.LuceneCatalogs;
import org.shoptrace.core.score.ChosenScorer;
import org.shoptrace.core.session.Complaints;
import org.shoptrace.core.session.OpenWorkspace;
import org.shoptrace.core.session.WorkspaceVisit;
import org.shoptrace.core.settings.UserFolders;
import org.shoptrace.core.task.TaskFile;
import org.shoptrace.core.task.TaskFileReader;
import org.shoptrace.core.workspace.TaskBelonging;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.model.trajectory.OwnVerdict;
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

    @Option(
            names = "--model",
            paramLabel = "NAME",
            description = "The model's name (default: from the file's name, or its folder's).")
    private @Nullable String model;

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

    @Option(
            names = "--tasks",
            arity = "1..*",
            paramLabel = "FILE",
            description = "html: the tasks, for findings (with --catalog).")
    private List<Path> tasks = List.of();

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
            description = "html, atif: a folder to take tasks, catalogue, annotations, step limit and threshold from where no other option"
                    + " names them, with what was answered in the window.")
    private @Nullable Path workspace;

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "html: how many steps an agent had (default: as said of the workspace, else 30).")
    private @Nullable Integer steps;

    @Option(
            names = "--threshold",
            paramLabel = "X",
            description = "html: from which score on a run is a success whose file does not say whether it is one (default: as said of the"
                    + " workspace, else 1).")
    private @Nullable Double threshold;

    @Option(names = "--hide-truth", description = "html: without targets, scores and classes, for readers who are to judge by themselves.")
    private boolean hideTruth;

    @Mixin
    private ScorerOptions scorer = new ScorerOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /// Which run; all of them without either.
    static final class Chosen {
        @Option(
                names = "--line",
                paramLabel = "N",
                description = "The run on that line, counted from 1; N.1 is the first run inside it, such as a sub-agent's.")
        private @Nullable String line;

        @Option(names = "--run", paramLabel = "SHA", description = "The run with that SHA-256, or its first digits.")
        private @Nullable String run;

        RunChoice choice() {
            return new RunChoice(Optional.ofNullable(line), Optional.ofNullable(run));
        }
    }

    @Override
    public Integer call() throws ShoptraceException {
        ExportFormat asked = ExportFormat.of(format).orElseThrow(
                () -> new ParameterException(spec.commandLine(), "--format: benchmark, atif, messages or html is expected, not " + format));
        if (chosen != null && chosen.line != null && !chosen.line.matches("\\d{1,18}(\\.\\d{1,9})?")) {
            throw new ParameterException(spec.commandLine(), "--line: a line such as 12, or a run inside it such as 12.1, is expected, not "
                    + chosen.line);
        }
        if (!tasks.isEmpty() && catalog == null && workspace == null) {
            throw new ParameterException(spec.commandLine(), "--tasks needs --catalog or --workspace: findings rest on both");
        }
        if (steps != null && steps < 1) {
            throw new ParameterException(spec.commandLine(), "--steps: at least 1 is expected, not " + steps);
        }
        if (threshold != null && !Double.isFinite(threshold)) {
            throw new ParameterException(spec.commandLine(), "--threshold: a number is expected, not " + threshold);
        }
        UserFolders folders = UserFolders.ofThisUser();
        ChosenScorer with = scorer.chosen(spec);
        if (workspace == null) {
            List<TaskFile> files = taskFiles();
            return export(asked, with, new Around(
                    files, TaskBelonging.of(files), Optional.empty(), Diagnostician.USUAL_STEP_LIMIT, OwnVerdict.THRESHOLD,
                    Optional.empty()));
        }
        WorkspaceFolder place = WorkspaceFolder.existing(workspace, folders.data());
        Complaints complaints = new PrintedComplaints(spec.commandLine().getErr());
        try (WorkspaceVisit visit = WorkspaceVisit.to(place, new LuceneCatalogs(), complaints, Progress.NONE)) {
            visit.readTasks(taskFiles());
            OpenWorkspace open = visit.workspace();
            Optional<Sandbox> sandbox = catalog == null ? visit.sandbox() : Optional.empty();
            return export(asked, with,
                    new Around(open.taskFiles(), open.belonging(), sandbox, open.stepLimit(), open.ownThreshold(), Optional.of(place)));
        }
    }

    /// What the runs stand in.
    ///
    /// @param sandbox of the workspace, when no other catalogue is named
    private record Around(
            List<TaskFile> files, TaskBelonging belonging, Optional<Sandbox> sandbox, int stepLimit, double threshold,
            Optional<WorkspaceFolder> workspace) {}

    private int export(ExportFormat asked, ChosenScorer with, Around around) throws ShoptraceException {
        PrintWriter err = spec.commandLine().getErr();
        RunChoice choice = chosen == null ? RunChoice.ALL : chosen.choice();
        Progress progress = new TerminalProgress(err, System::nanoTime);
        Annotations said = said(around.workspace());
        ChosenRuns.From from = new ChosenRuns.From(
                rollouts, Optional.ofNullable(model), UserFolders.ofThisUser().cache().resolve("scratch"));
        try (ChosenRuns runs = ChosenRuns.of(from, choice, around.belonging(), err::println, progress); @Nullable
        Sandbox named = catalog == null ? null : CatalogOption.open(catalog, spec.commandLine().getErr())) {
            FileExport export = new FileExport(
                    around.files().stream().flatMap(file -> file.tasks().stream()).toList(),
                    around.belonging(),
                    Optional.ofNullable(named).or(around::sandbox),
                    steps == null ? around.stepLimit() : steps,
                    with,
                    said);
            export.write(runs, asked, made(choice, around), out, hideTruth, progress).forEach(spec.commandLine().getOut()::println);
        }
        return 0;
    }

    private List<TaskFile> taskFiles() throws ShoptraceException {
        List<TaskFile> files = new ArrayList<>();
        for (Path path : tasks) {
            TaskFile file = TaskFileReader.read(path);
            file.rejections().forEach(spec.commandLine().getErr()::println);
            files.add(file);
        }
        return files;
    }

    /// With the files that a workspace gave where no option names them.
    private ExportMaking made(RunChoice choice, Around around) {
        Optional<Path> notes = annotations != null
                ? Optional.of(annotations)
                : around.workspace().flatMap(place -> AnnotationStore.folders(place).stream().findFirst());
        return new ExportMaking(
                rollouts, Optional.ofNullable(model), choice, around.files().stream().map(TaskFile::path).toList(), notes,
                threshold == null ? around.threshold() : threshold);
    }

    private Annotations said(Optional<WorkspaceFolder> place) throws ShoptraceException {
        if (annotations == null && place.isEmpty()) {
            return Annotations.NONE;
        }
        try (AnnotationStore store = annotations != null
                ? new AnnotationStore(annotations, List.of())
                : AnnotationStore.of(place.orElseThrow())) {
            AnnotationStore.Contents contents = store.read();
            contents.rejections().forEach(spec.commandLine().getErr()::println);
            return contents.annotations();
        }
    }
}
