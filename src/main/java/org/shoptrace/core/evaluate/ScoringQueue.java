package org.shoptrace.core.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.job.BatchQueue;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.score.LiteralTitles;
import org.shoptrace.core.score.Profile;
import org.shoptrace.model.score.Assessment;
import org.shoptrace.model.score.ConstraintVerdict;
import org.shoptrace.model.score.ProductScore;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.Run;

/// Scores runs on worker threads while the file is still being read. The titles of a batch are embedded together. Used by one thread.
final class ScoringQueue implements AutoCloseable {
    private final Profile profile;
    private final Profile titlesApart;
    private final Map<String, Task> tasks;
    private final Progress progress;
    private final BatchQueue<Run, ScoredRun> queue;

    ScoringQueue(Profile profile, Map<String, Task> tasks, int workers, Progress progress) {
        this.profile = profile;
        this.titlesApart = profile.with(LiteralTitles.ANY);
        this.tasks = tasks;
        this.progress = progress;
        this.queue = new BatchQueue<>("score", workers, this::score,
                done -> progress.report(done + " runs scored", Math.min(1, done / (double) Math.max(1, tasks.size()))));
    }

    /// Adds a run of a known task; waits while enough runs are waiting.
    void add(Run run) {
        queue.add(run);
    }

    /// Every run's score, in the order that they were added.
    List<ScoredRun> results() {
        return queue.results();
    }

    @Override
    public void close() {
        queue.close();
    }

    private List<ScoredRun> score(List<Run> runs) throws ShoptraceException {
        Set<String> titles = new LinkedHashSet<>();
        for (Run run : runs) {
            progress.checkCancelled();
            titles.addAll(profile.titles(task(run), run));
        }
        profile.similarity().prepare(titles);
        List<ScoredRun> results = new ArrayList<>();
        for (Run run : runs) {
            progress.checkCancelled();
            Assessment assessment = profile.assess(task(run), run);
            RunDetails details = RunDetails.of(run, assessment, titles(run, assessment));
            results.add(new ScoredRun(run.id(), run.source(), run.steps().size(), assessment.score(), details));
        }
        return results;
    }

    private TitleDependence titles(Run run, Assessment assessment) throws ShoptraceException {
        if (!assessment.score().success()
                && (!hasOtherTitle(assessment) || !titlesApart.score(task(run), run).success())) {
            return TitleDependence.LOST;
        }
        OptionalDouble lowest = OptionalDouble.empty();
        boolean equal = true;
        for (ProductScore product : assessment.products()) {
            for (ConstraintVerdict verdict : product.constraints()) {
                if (!product.target() && verdict.kind() == ConstraintVerdict.Kind.TITLE) {
                    double cosine = profile.similarity().similarity(verdict.actual(), verdict.expected());
                    lowest = OptionalDouble.of(Math.min(cosine, lowest.orElse(cosine)));
                    equal &= verdict.actual().equals(verdict.expected());
                }
            }
        }
        return new TitleDependence(true, lowest, equal);
    }

    /// Whether a title is missed that another similarity could find alike; saves scoring most failures twice.
    private static boolean hasOtherTitle(Assessment assessment) {
        return assessment.products().stream().allMatch(product -> product.target() || missesTitlesOnly(product));
    }

    private static boolean missesTitlesOnly(ProductScore product) {
        return product.product().isPresent()
                && product.constraints().stream()
                        .allMatch(verdict -> verdict.satisfied() || verdict.kind() == ConstraintVerdict.Kind.TITLE);
    }

    private Task task(Run run) {
        return Objects.requireNonNull(tasks.get(run.query().orElseThrow()), "only runs of known tasks are added");
    }
}
