package org.shoptrace.core.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.util.BytesRef;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.search.MetProduct.Way;
import org.shoptrace.core.search.Query;
import org.shoptrace.core.search.Query.Said;
import org.shoptrace.core.search.Query.Thing;
import org.shoptrace.core.search.RunRecord;

/// One question over one state of the index.
///
/// A condition on a run has three values: it holds, it does not, or nobody knows, because the run is not indexed or not diagnosed.
/// What is not known is found by neither a condition nor its opposite. So negations are carried down to the single conditions,
/// and each gives the runs for which it is known to hold.
final class QueryEvaluation {
    private final IndexSearcher searcher;
    private final List<RunRecord> runs;
    private final BareProducts bare;
    private final Map<String, Integer> places = new HashMap<>();
    private final BitSet indexed = new BitSet();
    private final BitSet undecided = new BitSet();
    /// The first step that shows that a run came across a product asked for.
    private final Map<Integer, Integer> shownAt = new HashMap<>();

    /// @param runs no two of which are equal
    QueryEvaluation(IndexSearcher searcher, List<RunRecord> runs, Set<String> indexedIds, BareProducts bare) {
        this.searcher = searcher;
        this.runs = runs;
        this.bare = bare;
        for (int i = 0; i < runs.size(); i++) {
            String id = runs.get(i).run().id().sha256();
            places.put(id, i);
            indexed.set(i, indexedIds.contains(id));
        }
    }

    /// The place of a run in the list asked about.
    Optional<Integer> place(String id) {
        return Optional.ofNullable(places.get(id));
    }

    /// Runs that are neither found nor ruled out, because of something that nobody knows of them.
    BitSet undecided() {
        return undecided;
    }

    Map<Integer, Integer> shownAt() {
        return shownAt;
    }

    /// Whether a step must meet something, rather than a run, or all steps of one something not.
    static boolean asksForSteps(Query query) {
        return asks(query, false);
    }

    private static boolean asks(Query query, boolean negated) {
        return switch (query) {
            case Query.All(List<Query> parts) -> parts.stream().anyMatch(part -> asks(part, negated));
            case Query.Any(List<Query> parts) -> parts.stream().anyMatch(part -> asks(part, negated));
            case Query.Not(Query part) -> asks(part, !negated);
            case Said _,Query.Called _,Query.AtStep _ -> !negated;
            case Query.Met _,Query.Test _ -> false;
        };
    }

    /// Whether the index has to be asked at all.
    static boolean needsIndex(Query query) {
        return switch (query) {
            case Query.All(List<Query> parts) -> parts.stream().anyMatch(QueryEvaluation::needsIndex);
            case Query.Any(List<Query> parts) -> parts.stream().anyMatch(QueryEvaluation::needsIndex);
            case Query.Not(Query part) -> needsIndex(part);
            case Query.Test _ -> false;
            default -> true;
        };
    }

    /// The runs that meet a question about whole runs, `-words` among them: no step has them.
    BitSet runs(Query query, boolean negated) throws IOException, ShoptraceException {
        return switch (query) {
            case Query.All(List<Query> parts) -> joined(parts, negated, !negated);
            case Query.Any(List<Query> parts) -> joined(parts, negated, negated);
            case Query.Not(Query part) -> runs(part, !negated);
            case Query.Test test -> tested(test.of(), negated);
            case Query.Met(Way way, Thing thing) -> inverted(met(way, thing), negated);
            case Said said -> inverted(withStep(StepQueries.said(said)), negated);
            case Query.Called(String tool) -> inverted(withStep(StepQueries.called(tool)), negated);
            case Query.AtStep(var comparison, int number) -> inverted(withStep(StepQueries.atStep(comparison, number)), negated);
        };
    }

    /// The steps that meet a question.
    org.apache.lucene.search.Query steps(Query query, boolean negated) throws IOException, ShoptraceException {
        return switch (query) {
            case Query.All(List<Query> parts) -> steps(parts, negated, !negated);
            case Query.Any(List<Query> parts) -> steps(parts, negated, negated);
            case Query.Not(Query part) -> steps(part, !negated);
            case Query.Test _,Query.Met _ -> ofRuns(runs(query, negated));
            case Said said -> step(StepQueries.said(said), negated);
            case Query.Called(String tool) -> step(StepQueries.called(tool), negated);
            case Query.AtStep(var comparison, int number) -> step(StepQueries.atStep(comparison, number), negated);
        };
    }

    private org.apache.lucene.search.Query steps(List<Query> parts, boolean negated, boolean all) throws IOException, ShoptraceException {
        List<org.apache.lucene.search.Query> queries = new ArrayList<>();
        for (Query part : parts) {
            queries.add(steps(part, negated));
        }
        return all ? StepQueries.all(queries) : StepQueries.any(queries);
    }

    private static org.apache.lucene.search.Query step(org.apache.lucene.search.Query query, boolean negated) {
        org.apache.lucene.search.Query steps = StepQueries.kind(RunDocuments.STEP);
        return negated ? StepQueries.not(steps, query) : query;
    }

    private org.apache.lucene.search.Query ofRuns(BitSet set) {
        List<BytesRef> ids = set.stream().mapToObj(place -> new BytesRef(runs.get(place).run().id().sha256())).toList();
        return ids.isEmpty() ? new MatchNoDocsQuery() : SortedDocValuesField.newSlowSetQuery(RunDocuments.ID, ids);
    }

    private BitSet joined(List<Query> parts, boolean negated, boolean all) throws IOException, ShoptraceException {
        BitSet joined = runs(parts.getFirst(), negated);
        for (Query part : parts.subList(1, parts.size())) {
            if (all) {
                joined.and(runs(part, negated));
            } else {
                joined.or(runs(part, negated));
            }
        }
        return joined;
    }

    private BitSet tested(Function<RunRecord, Optional<Boolean>> test, boolean negated) {
        BitSet met = new BitSet();
        for (int i = 0; i < runs.size(); i++) {
            Optional<Boolean> holds = test.apply(runs.get(i));
            met.set(i, holds.isPresent() && holds.get() != negated);
            if (holds.isEmpty()) {
                undecided.set(i);
            }
        }
        return met;
    }

    private BitSet inverted(BitSet met, boolean negated) {
        if (!negated) {
            return met;
        }
        BitSet others = (BitSet) indexed.clone();
        others.andNot(met);
        return others;
    }

    private BitSet met(Way way, Thing thing) throws IOException, ShoptraceException {
        BitSet met = new BitSet();
        ShownAtCollector collector = new ShownAtCollector(way, (run, step) -> place(run).ifPresent(place -> {
            met.set(place);
            shownAt.merge(place, step, Math::min);
        }));
        searcher.search(
                StepQueries.all(List.of(StepQueries.things(thing), new FieldExistsQuery(RunDocuments.first(way)))), collector);
        bare.find(searcher, way, thing, (run, step) -> place(run).ifPresent(place -> {
            met.set(place);
            shownAt.merge(place, step, Math::min);
        }));
        return met;
    }

    private BitSet withStep(org.apache.lucene.search.Query query) throws IOException {
        Set<String> ids = new HashSet<>();
        searcher.search(query, new IdCollector(ids));
        BitSet found = new BitSet();
        ids.forEach(id -> place(id).ifPresent(found::set));
        return found;
    }
}
