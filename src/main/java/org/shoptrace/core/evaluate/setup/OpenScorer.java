package org.shoptrace.core.evaluate.setup;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.EvaluationRequest;
import org.shoptrace.core.evaluate.Evaluator;
import org.shoptrace.core.evaluate.TaskCover;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.score.Profile;
import org.shoptrace.core.score.Similarities;
import org.shoptrace.core.score.TitleSimilarity;
import org.shoptrace.core.trajectory.RunlessFile;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.RunSummary;

/// The scorer of a set-up while its title similarity is open: scores the files of the set-up, one after the other, by its own profile or by
/// another. Closing lets go of the similarity.
public final class OpenScorer implements AutoCloseable {
    private final EvaluationSetup setup;
    private final EvaluationMaterial material;
    private final Evaluator evaluator;
    private final Similarities.Opened opened;
    private final Profile profile;

    private OpenScorer(EvaluationSetup setup, EvaluationMaterial material, Evaluator evaluator, Similarities.Opened opened) {
        this.setup = setup;
        this.material = material;
        this.evaluator = evaluator;
        this.opened = opened;
        this.profile = setup.profile().with(material.sandbox()::product, opened.similarity(), setup.noThink());
    }

    /// @throws ShoptraceException when the similarity cannot be had
    public static OpenScorer of(EvaluationSetup setup, EvaluationMaterial material, Similarities similarities, Evaluator evaluator)
            throws ShoptraceException {
        return new OpenScorer(setup, material, evaluator, similarities.open(setup.similarity(), material.tasks()));
    }

    /// The scorer itself.
    public Profile profile() {
        return profile;
    }

    /// What it compares titles with.
    public TitleSimilarity similarity() {
        return opened.similarity();
    }

    /// The scorer with the profile that the set-up does not ask for.
    public Profile otherProfile() {
        return setup.profile().other().with(material.sandbox()::product, opened.similarity(), setup.noThink());
    }

    /// One evaluation for each file that was asked something.
    ///
    /// @param each told of each as soon as it is there
    /// @throws ShoptraceException when a file, a product or a title's similarity cannot be had, or no file was asked anything that the
    ///     profile scores; where files were asked all tasks, also when one of them has no run of any, or a task is not scored
    /// @throws java.util.concurrent.CancellationException when the job was cancelled
    public List<Evaluation> evaluate(Consumer<Evaluation> each, Progress progress) throws ShoptraceException {
        List<Evaluation> evaluations = new ArrayList<>();
        for (int i = 0; i < setup.files().size(); i++) {
            Path file = setup.files().get(i);
            boolean all = setup.asked() == EvaluationSetup.Asked.ALL;
            List<Task> asked = all ? material.tasks() : scored(own(file), profile);
            if (all || !asked.isEmpty()) {
                Evaluation evaluation = evaluate(i, asked, profile, part(i, asked.size(), progress));
                if (all) {
                    requireRuns(evaluation);
                }
                evaluations.add(evaluation);
                each.accept(evaluation);
            }
        }
        requireAny(evaluations, profile);
        return evaluations;
    }

    /// The same files by another scorer, as far as it scores their tasks.
    ///
    /// @throws ShoptraceException as [#evaluate(Consumer, Progress)], and when it scores no task of any file
    public List<Evaluation> evaluateBy(Profile other, Progress progress) throws ShoptraceException {
        List<Evaluation> evaluations = new ArrayList<>();
        for (int i = 0; i < setup.files().size(); i++) {
            boolean all = setup.asked() == EvaluationSetup.Asked.ALL;
            List<Task> asked = scored(all ? material.tasks() : own(setup.files().get(i)), other);
            if (all || !asked.isEmpty()) {
                evaluations.add(evaluate(i, asked, other, part(i, asked.size(), progress)));
            }
        }
        requireAny(evaluations, other);
        return evaluations;
    }

    @Override
    public void close() {
        opened.close();
    }

    private Evaluation evaluate(int file, List<Task> asked, Profile by, Progress progress) throws ShoptraceException {
        return evaluator.evaluate(new EvaluationRequest(asked, setup.files().get(file), setup.model(file), by), progress);
    }

    private Collection<Task> own(Path file) {
        return new TaskCover(material.taskSets()).of(material.runs(file)).tasks();
    }

    private static List<Task> scored(Collection<Task> tasks, Profile by) {
        return tasks.stream().filter(task -> by.intents().contains(task.intent())).toList();
    }

    private void requireAny(List<Evaluation> evaluations, Profile by) throws ShoptraceException {
        if (evaluations.isEmpty()) {
            throw new ShoptraceException(
                    "no run belongs to a task that the profile " + by.name() + " scores",
                    setup.files().stream().map(Path::toString).collect(Collectors.joining(", ")),
                    "Name the task files that the runs were made from");
        }
    }

    /// A report of zeros over nothing helps nobody: it is the wrong file.
    private void requireRuns(Evaluation evaluation) throws ShoptraceException {
        Evaluation.Leftovers leftovers = evaluation.leftovers();
        String file = evaluation.conditions().rollouts().toString();
        if (!evaluation.trials().isEmpty() || !leftovers.lost().isEmpty()) {
            return;
        }
        if (leftovers.unknown().isEmpty()) {
            RunlessFile.check(evaluation.conditions().rollouts());
            throw new ShoptraceException("the file holds no run", file, "Name a file of rollouts, one trajectory a line");
        }
        throw new ShoptraceException(
                "none of the " + leftovers.unknown().size() + " runs belongs to a task of "
                        + material.taskFiles().stream().map(Path::toString).collect(Collectors.joining(", ")),
                file + ":" + leftovers.unknown().getFirst().source().line(),
                "Name the task file that these runs were made for");
    }

    private Progress part(int file, int tasks, Progress whole) {
        List<RunSummary> runs = material.runs(setup.files().get(file));
        return runs.isEmpty() ? whole : new Part(whole, file, setup.files().size(), setup.files().get(file), tasks, runs.size());
    }

    /// The share of the whole that one file is. The evaluator counts against the tasks; here it is counted against the runs.
    private record Part(Progress whole, int done, int files, Path file, int tasks, int runs) implements Progress {
        @Override
        public void report(String message, double fraction) {
            double ofFile = fraction < 0 ? 0 : Math.min(1, fraction * tasks / runs);
            whole.report(file.getFileName() + ": " + message, (done + ofFile) / files);
        }

        @Override
        public boolean isCancelled() {
            return whole.isCancelled();
        }
    }
}
