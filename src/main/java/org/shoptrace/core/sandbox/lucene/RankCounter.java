package org.shoptrace.core.sandbox.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;

/// Finds the ranks of a few given hits among all hits of a query, in one pass that keeps nothing: each hit that passes by is counted
/// for the first of the given ones that it beats.
///
/// Hits behind the last of the given ones cannot matter, so Lucene may skip what scores less. As soon as the last one's rank exceeds
/// the limit it is given up, and more may be skipped; when none is left the pass ends.
final class RankCounter implements Collector {
    private final List<Hit> given;
    private final int limit;
    /// At `i`: the hits seen that beat the given hit `i` and not the one before it.
    private final int[] beating;
    private final float[] scores;
    private int alive;
    private int countedForAlive;

    /// @param given hits of the query, in rank order
    /// @param limit the highest rank that counts
    RankCounter(List<Hit> given, int limit) {
        this.given = given;
        this.limit = limit;
        this.alive = given.size();
        this.beating = new int[given.size()];
        this.scores = new float[given.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = given.get(i).score();
        }
    }

    /// How many of the given hits have a rank within the limit. They are the first ones.
    int withinLimit() {
        return alive;
    }

    /// The rank of given hit `i`, counted from 1; it must be within the limit.
    int rank(int i) {
        return 1 + Arrays.stream(beating, 0, i + 1).sum();
    }

    /// This counter for a search that uses the caller's thread alone.
    CollectorManager<RankCounter, RankCounter> onOneThread() {
        return new CollectorManager<>() {
            @Override
            public RankCounter newCollector() {
                return RankCounter.this;
            }

            @Override
            public RankCounter reduce(Collection<RankCounter> counters) {
                return RankCounter.this;
            }
        };
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.TOP_SCORES;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
        if (alive == 0) {
            throw new CollectionTerminatedException();
        }
        BinaryDocValues ids = DocValues.getBinary(leaf.reader(), DocumentFields.ID);
        return new LeafCollector() {
            private Scorable scorer = NOTHING_SCORED;

            @Override
            public void setScorer(Scorable scorer) throws IOException {
                this.scorer = scorer;
                scorer.setMinCompetitiveScore(scores[alive - 1]);
            }

            @Override
            public void collect(int document) throws IOException {
                float score = scorer.score();
                if (score < scores[alive - 1]) {
                    return;
                }
                int beaten = firstBeaten(score, document, ids);
                if (beaten < alive) {
                    beating[beaten]++;
                    countedForAlive++;
                    giveUpBeyondLimit(scorer);
                }
            }
        };
    }

    private static final Scorable NOTHING_SCORED = new Scorable() {
        @Override
        public float score() {
            throw new IllegalStateException("a document was collected before its scorer was set");
        }
    };

    /// The first of the hits alive that a document with this score beats; `alive` when it beats none.
    private int firstBeaten(float score, int document, BinaryDocValues ids) throws IOException {
        int first = 0;
        int end = alive;
        while (first < end) {
            int middle = (first + end) >>> 1;
            if (scores[middle] < score) {
                end = middle;
            } else {
                first = middle + 1;
            }
        }
        // Everything before `first` scores at least as much; equal scores are told apart by id.
        if (first == 0 || scores[first - 1] != score || !ids.advanceExact(document)) {
            return first;
        }
        while (first > 0 && scores[first - 1] == score && ids.binaryValue().compareTo(given.get(first - 1).id()) < 0) {
            first--;
        }
        return first;
    }

    private void giveUpBeyondLimit(Scorable scorer) throws IOException {
        boolean gaveUp = false;
        while (alive > 0 && countedForAlive >= limit) {
            alive--;
            countedForAlive -= beating[alive];
            gaveUp = true;
        }
        if (alive == 0) {
            throw new CollectionTerminatedException();
        }
        if (gaveUp) {
            scorer.setMinCompetitiveScore(scores[alive - 1]);
        }
    }
}
