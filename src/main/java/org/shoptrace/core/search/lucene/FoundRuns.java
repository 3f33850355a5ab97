package org.shoptrace.core.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.IndexSearcher;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.search.Excerpts;
import org.shoptrace.core.search.Query;
import org.shoptrace.core.search.Query.Said;
import org.shoptrace.core.search.Role;
import org.shoptrace.core.search.RunRecord;
import org.shoptrace.core.search.RunSearch.Limit;
import org.shoptrace.core.search.SearchAnswer;
import org.shoptrace.core.search.SearchAnswer.RunHits;
import org.shoptrace.core.search.SearchAnswer.StepHit;

/// What the rounds of a question have found, by the runs' places in the list that was asked about.
final class FoundRuns {
    private final List<RunRecord> runs;
    private final Limit limit;
    private final BitSet met = new BitSet();
    private final BitSet undecided = new BitSet();
    private final Map<Integer, HitCollector.Steps> steps = new HashMap<>();
    private final Map<Integer, Integer> shownAt = new HashMap<>();

    FoundRuns(List<RunRecord> runs, Limit limit) {
        this.runs = runs;
        this.limit = limit;
    }

    /// Asks a question about whole runs.
    void wholeRuns(Query query, QueryEvaluation evaluation, Copies asked) throws IOException, ShoptraceException {
        evaluation.runs(query, false).stream().forEach(i -> {
            Optional<Integer> step = Optional.ofNullable(evaluation.shownAt().get(i));
            asked.places().get(i).forEach(place -> {
                met.set(place);
                step.ifPresent(at -> shownAt.put(place, at));
            });
        });
        undecided(evaluation, asked);
    }

    /// Asks a question about steps.
    void steps(Query query, QueryEvaluation evaluation, IndexSearcher searcher, Copies asked) throws IOException, ShoptraceException {
        HitCollector hits = new HitCollector(evaluation, limit.steps());
        searcher.search(StepQueries.all(List.of(StepQueries.kind(RunDocuments.STEP), evaluation.steps(query, false))), hits);
        hits.byPlace().forEach((i, found) -> asked.places().get(i).forEach(place -> {
            met.set(place);
            steps.put(place, found);
        }));
        undecided(evaluation, asked);
    }

    private void undecided(QueryEvaluation evaluation, Copies asked) {
        evaluation.undecided().stream().forEach(i -> asked.places().get(i).forEach(undecided::set));
    }

    SearchAnswer answer(IndexSearcher searcher, List<Said> sought, int notIndexed) throws IOException {
        List<RunHits> listed = new ArrayList<>();
        for (int place : met.stream().limit(limit.runs()).toArray()) {
            listed.add(hits(place, searcher, sought));
        }
        undecided.andNot(met);
        return new SearchAnswer(
                met.stream().mapToObj(place -> runs.get(place).run().place()).toList(),
                steps.values().stream().mapToInt(HitCollector.Steps::count).sum(),
                listed,
                notIndexed,
                undecided.cardinality());
    }

    private RunHits hits(int place, IndexSearcher searcher, List<Said> sought) throws IOException {
        HitCollector.Steps found = steps.get(place);
        if (found == null) {
            return new RunHits(
                    runs.get(place).run(), 0,
                    Optional.ofNullable(shownAt.get(place)).map(at -> new StepHit(at, Optional.empty())).stream().toList());
        }
        List<StepHit> first = new ArrayList<>();
        for (HitCollector.Found step : found.first()) {
            first.add(new StepHit(step.number(), Excerpts.first(texts(searcher, step.document(), sought), sought)));
        }
        return new RunHits(runs.get(place).run(), found.count(), first);
    }

    /// The step's texts of the roles that are asked about.
    private static Map<Role, String> texts(IndexSearcher searcher, int document, List<Said> sought) throws IOException {
        Map<Role, String> texts = new EnumMap<>(Role.class);
        List<Role> roles = Stream.of(Role.values())
                .filter(role -> sought.stream().anyMatch(said -> said.role().map(r -> r == role).orElse(role.isOfTheRun())))
                .toList();
        if (roles.isEmpty()) {
            return texts;
        }
        Document stored = searcher.storedFields()
                .document(document, roles.stream().map(RunDocuments::text).collect(Collectors.toSet()));
        for (Role role : roles) {
            Optional.ofNullable(stored.get(RunDocuments.text(role))).ifPresent(text -> texts.put(role, text));
        }
        return texts;
    }
}
