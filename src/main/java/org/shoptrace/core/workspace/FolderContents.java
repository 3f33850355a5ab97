package org.shoptrace.core.workspace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeSet;
import org.shoptrace.core.Rejection;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.trajectory.RolloutFile;
import org.shoptrace.core.trajectory.RunlessFile;
import org.shoptrace.core.workspace.Workspace.Problem;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Run;

/// What every file of a folder was read as, or why it was passed over.
///
/// @param files in alphabetical order
public record FolderContents(List<FileContents> files) {
    public FolderContents {
        files = List.copyOf(files);
    }

    /// What a file was read as.
    ///
    /// @param path    below the folder
    /// @param format  for people; empty for a file that was passed over
    /// @param steps   turns of the assistant, of all runs
    /// @param calls   of all runs
    /// @param answers how many of the calls are answered
    /// @param reason  why the file, or a part of it, was not read; empty when all was
    public record FileContents(Path path, Optional<String> format, int runs, int steps, int calls, int answers, Optional<String> reason) {}

    /// Reads every file of a workspace that was found.
    ///
    /// @throws java.util.concurrent.CancellationException when the job was cancelled
    public static FolderContents of(Workspace workspace, Progress progress) {
        Path root = workspace.folder().folder();
        List<FileContents> files = new ArrayList<>();
        for (Path file : workspace.rolloutFiles()) {
            progress.checkCancelled();
            files.add(runs(root, file, progress));
        }
        workspace.taskFiles().forEach(file -> files.add(whole(root, file, "tasks")));
        workspace.catalogues().forEach(catalogue -> catalogue.documents()
                .ifPresentOrElse(
                        file -> files.add(whole(root, file, "documents")),
                        () -> files.add(whole(root, catalogue.directory(), "catalogue"))));
        for (List<Problem> problems : List.of(workspace.problems(), workspace.passedOver())) {
            problems.forEach(problem -> files.add(new FileContents(
                    root.relativize(problem.path()), Optional.empty(), 0, 0, 0, 0, Optional.of(problem.cause()))));
        }
        files.sort(Comparator.comparing(FileContents::path));
        return new FolderContents(files);
    }

    private static FileContents whole(Path root, Path file, String format) {
        return new FileContents(root.relativize(file), Optional.of(format), 0, 0, 0, 0, Optional.empty());
    }

    private static FileContents runs(Path root, Path file, Progress progress) {
        Count count = new Count();
        Optional<String> reason;
        try {
            List<Rejection> rejections = RolloutFile.forEachRun(file, count::add, progress);
            Optional<String> runless = count.runs == 0 && rejections.size() < 2 ? RunlessFile.reason(file) : Optional.empty();
            reason = runless.or(() -> reason(count, rejections));
        } catch (ShoptraceException e) {
            reason = Optional.of(e.getMessage());
        }
        Optional<String> format = count.formats.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", count.formats));
        return new FileContents(root.relativize(file), format, count.runs, count.steps, count.calls, count.answers, reason);
    }

    /// What was not read, or that there was nothing to read.
    private static Optional<String> reason(Count count, List<Rejection> rejections) {
        if (rejections.isEmpty()) {
            return count.runs > 0 ? Optional.empty() : Optional.of("it holds no run");
        }
        return Optional.of(rejections.size()
                + (rejections.size() == 1 ? " part is no run, line " : " parts are no runs, the first in line ")
                + rejections.getFirst().line() + ": " + rejections.getFirst().cause());
    }

    private static final class Count {
        private final TreeSet<String> formats = new TreeSet<>();
        private int runs;
        private int steps;
        private int calls;
        private int answers;

        void add(Run run) {
            formats.add(run.envelope().label());
            runs++;
            steps += run.steps().size();
            run.steps().forEach(step -> {
                calls += step.calls().size();
                answers += (int) step.calls().stream().filter(call -> call.observation().isPresent()).count();
            });
        }
    }

    /// `{"files": [{path, format, runs, steps, calls, answers, reason}]}`; what does not apply is null.
    public Json.Obj json() {
        return Json.Obj.EMPTY.with("files", Json.array(files.stream().map(FolderContents::json).toList()));
    }

    private static Json.Obj json(FileContents file) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        fields.put("path", Json.of(file.path().toString()));
        fields.put("format", file.format().<Json>map(Json::of).orElse(Json.NULL));
        boolean ofRuns = file.runs() > 0;
        fields.put("runs", ofRuns ? Json.Num.of(file.runs()) : Json.NULL);
        fields.put("steps", ofRuns ? Json.Num.of(file.steps()) : Json.NULL);
        fields.put("calls", ofRuns ? Json.Num.of(file.calls()) : Json.NULL);
        fields.put("answers", ofRuns ? Json.Num.of(file.answers()) : Json.NULL);
        fields.put("reason", file.reason().<Json>map(Json::of).orElse(Json.NULL));
        return new Json.Obj(fields);
    }
}
