package org.shoptrace.core.sandbox.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.shoptrace.core.sandbox.BadRequestException;

/// A query as the reference understands it: its analysed terms, each with how often it stands there.
record BagOfTerms(Map<String, Integer> counts) {
    /// Lucene's clause limit in the reference.
    static final int MOST_TERMS = 1024;

    /// @throws BadRequestException when there are more different terms than [#MOST_TERMS]
    static BagOfTerms of(String q, Analyzer analyzer) throws BadRequestException {
        Map<String, Integer> counts = new LinkedHashMap<>();
        try (TokenStream tokens = analyzer.tokenStream(DocumentFields.CONTENTS, q)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                counts.merge(term.toString(), 1, Integer::sum);
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail to be read", e);
        }
        if (counts.size() > MOST_TERMS) {
            throw new BadRequestException(
                    "q has " + counts.size() + " different terms, more than " + MOST_TERMS, "find_product", "Ask for fewer words");
        }
        return new BagOfTerms(counts);
    }

    /// Whether nothing is left to search for, as with stop words only.
    boolean isEmpty() {
        return counts.isEmpty();
    }

    /// Each distinct term one optional clause, boosted by its count.
    Query query() {
        BooleanQuery.Builder clauses = new BooleanQuery.Builder();
        counts.forEach((term, count) -> clauses.add(
                new BoostQuery(new TermQuery(new Term(DocumentFields.CONTENTS, term)), count), BooleanClause.Occur.SHOULD));
        return clauses.build();
    }
}
