package org.shoptrace.core.search;

import java.util.List;
import java.util.Optional;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.annotate.AnnotationStore;
import org.shoptrace.core.annotate.Annotations;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.score.ChosenScorer;
import org.shoptrace.core.session.OpenWorkspace;
import org.shoptrace.core.session.WorkspaceVisit;

/// Answers a question over all runs of a workspace. Its index is brought up to date first; its runs are diagnosed only for a question that
/// asks what a diagnosis tells.
///
/// @param search over the workspace's index
/// @param scorer what runs are diagnosed with
public record WorkspaceSearch(WorkspaceVisit visit, RunSearch search, ChosenScorer scorer) {

    /// Answers a question.
    ///
    /// @param steps at most so many steps are listed of each run, at least 1
    /// @param told  what became of the update, before anything is searched
    /// @throws ShoptraceException when the index, the catalogue or the annotations cannot be read, or there are no rollouts
    public SearchAnswer answer(Query query, int steps, Told told, Progress progress) throws ShoptraceException {
        if (visit.found().rolloutFiles().isEmpty()) {
            throw new ShoptraceException(
                    "there are no rollouts to search", visit.found().folder().folder().toString(),
                    "Name a folder that holds rollout files");
        }
        visit.readRuns();
        Annotations annotations;
        try (AnnotationStore store = AnnotationStore.of(visit.found().folder())) {
            annotations = store.read().annotations();
        }
        OpenWorkspace open = visit.workspace();
        told.updated(search.update(open.runs(), open.reader(), progress));
        SearchAnswer answer = ask(query, steps, annotations);
        if (answer.undecided() == 0 || visit.sandbox().isEmpty()) {
            return answer;
        }
        visit.diagnose(scorer);
        return ask(query, steps, annotations);
    }

    /// Told what became of the update of the index.
    @FunctionalInterface
    public interface Told {
        void updated(RunSearch.Update update);
    }

    private SearchAnswer ask(Query query, int steps, Annotations annotations) throws ShoptraceException {
        OpenWorkspace open = visit.workspace();
        List<RunRecord> records = open.runs().stream()
                .map(run -> new RunRecord(run, open.facts(run.id()), annotations.labels(run.id()), open.ownThreshold())).toList();
        return search.search(
                query,
                records,
                id -> visit.sandbox().isPresent() ? visit.sandbox().get().product(id) : Optional.empty(),
                new RunSearch.Limit(Integer.MAX_VALUE, steps));
    }
}
