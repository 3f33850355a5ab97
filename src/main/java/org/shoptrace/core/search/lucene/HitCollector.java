package org.shoptrace.core.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/// Collects the steps found, by run: how many, and which come first.
final class HitCollector extends SimpleCollector {
    private final QueryEvaluation evaluation;
    private final int kept;
    private final Map<Integer, Steps> byPlace = new HashMap<>();
    private SortedDocValues ids = DocValues.emptySorted();
    private NumericDocValues numbers = DocValues.emptyNumeric();
    private int[] places = new int[0];
    private int base;

    /// A step found.
    ///
    /// @param number   from 1
    /// @param document Lucene's number
    record Found(int number, int document) {}

    /// Those of one run.
    static final class Steps {
        private final List<Found> first = new ArrayList<>();
        private int count;

        int count() {
            return count;
        }

        /// The first ones, in order.
        List<Found> first() {
            return first;
        }

        private void add(Found found, int kept) {
            count++;
            first.add(found);
            first.sort(Comparator.comparingInt(Found::number));
            if (first.size() > kept) {
                first.removeLast();
            }
        }
    }

    /// @param kept how many steps of a run are kept
    HitCollector(QueryEvaluation evaluation, int kept) {
        this.evaluation = evaluation;
        this.kept = kept;
    }

    /// The steps by the run's place in the list asked about.
    Map<Integer, Steps> byPlace() {
        return byPlace;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
        base = context.docBase;
        ids = DocValues.getSorted(context.reader(), RunDocuments.ID);
        numbers = DocValues.getNumeric(context.reader(), RunDocuments.NUMBER);
        places = new int[ids.getValueCount()];
        Arrays.fill(places, -2);
    }

    @Override
    public void collect(int doc) throws IOException {
        if (!ids.advanceExact(doc) || !numbers.advanceExact(doc)) {
            return;
        }
        int ord = ids.ordValue();
        if (places[ord] == -2) {
            places[ord] = evaluation.place(ids.lookupOrd(ord).utf8ToString()).orElse(-1);
        }
        if (places[ord] >= 0) {
            byPlace.computeIfAbsent(places[ord], _ -> new Steps()).add(new Found((int) numbers.longValue(), base + doc), kept);
        }
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }
}
