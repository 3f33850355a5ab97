package org.shoptrace.core.search.lucene;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.shoptrace.core.search.Query.Said;
import org.shoptrace.core.search.Query.Thing;
import org.shoptrace.core.search.Relation;
import org.shoptrace.core.search.Role;

/// The single conditions of a question as Lucene's queries. Each finds exactly the documents that meet it.
final class StepQueries {
    private StepQueries() {}

    static Query kind(String kind) {
        return new TermQuery(new Term(RunDocuments.KIND, kind));
    }

    static Query said(Said said) {
        List<Role> roles = said.role().map(List::of)
                .orElseGet(() -> Stream.of(Role.values()).filter(Role::isOfTheRun).toList());
        if (said.words().isEmpty()) {
            return any(roles.stream().<Query>map(role -> new TermQuery(new Term(RunDocuments.HAS, role.wireName()))).toList());
        }
        return any(roles.stream().map(role -> words(RunDocuments.words(role), said.words(), said.prefix())).toList());
    }

    private static Query words(String field, List<String> words, boolean prefix) {
        if (prefix) {
            return new PrefixQuery(new Term(field, words.getFirst()));
        }
        return words.size() == 1
                ? new TermQuery(new Term(field, words.getFirst()))
                : new PhraseQuery(field, words.toArray(String[]::new));
    }

    static Query called(String tool) {
        return new TermQuery(new Term(RunDocuments.TOOL, RunDocuments.shortened(tool)));
    }

    static Query atStep(Relation relation, int number) {
        int from = relation == Relation.MORE ? number + 1 : number;
        int to = relation == Relation.LESS ? number - 1 : number;
        return switch (relation) {
            case LESS, AT_MOST -> IntPoint.newRangeQuery(RunDocuments.NUMBER, Integer.MIN_VALUE, to);
            case EQUAL -> IntPoint.newExactQuery(RunDocuments.NUMBER, number);
            case MORE, AT_LEAST -> IntPoint.newRangeQuery(RunDocuments.NUMBER, from, Integer.MAX_VALUE);
        };
    }

    /// Products whose answers describe them and that are of that kind.
    static Query things(Thing thing) {
        return all(List.of(kind(RunDocuments.PRODUCT), thing(thing)));
    }

    private static Query thing(Thing thing) {
        return switch (thing) {
            case Thing.AllOf(List<Thing> parts) -> all(parts.stream().map(StepQueries::thing).toList());
            case Thing.AnyOf(List<Thing> parts) -> any(parts.stream().map(StepQueries::thing).toList());
            case Thing.No(Thing part) -> not(kind(RunDocuments.PRODUCT), thing(part));
            case Thing.Named named -> any(List.of(
                    words(RunDocuments.TITLE, named.words(), named.prefix()),
                    new TermQuery(new Term(RunDocuments.PRODUCT_ID, RunDocuments.shortened(named.id().toLowerCase(Locale.ROOT))))));
            case Thing.Costs(Relation relation, double price) -> costs(relation, price);
            case Thing.Offers(String name) ->
                new TermQuery(new Term(RunDocuments.SERVICE, RunDocuments.shortened(name.toLowerCase(Locale.ROOT))));
            case Thing.OfShop(String shop) -> new TermQuery(new Term(RunDocuments.SHOP, RunDocuments.shortened(shop)));
        };
    }

    private static Query costs(Relation relation, double price) {
        double from = relation == Relation.MORE ? DoublePoint.nextUp(price) : price;
        double to = relation == Relation.LESS ? DoublePoint.nextDown(price) : price;
        return switch (relation) {
            case LESS, AT_MOST -> DoublePoint.newRangeQuery(RunDocuments.PRICE, Double.NEGATIVE_INFINITY, to);
            case EQUAL -> DoublePoint.newExactQuery(RunDocuments.PRICE, price);
            case MORE, AT_LEAST -> DoublePoint.newRangeQuery(RunDocuments.PRICE, from, Double.POSITIVE_INFINITY);
        };
    }

    static Query all(List<Query> parts) {
        BooleanQuery.Builder builder = new BooleanQuery.Builder();
        parts.forEach(part -> builder.add(part, Occur.FILTER));
        return parts.isEmpty() ? new MatchNoDocsQuery() : builder.build();
    }

    static Query any(List<Query> parts) {
        BooleanQuery.Builder builder = new BooleanQuery.Builder();
        parts.forEach(part -> builder.add(part, Occur.SHOULD));
        return parts.isEmpty() ? new MatchNoDocsQuery() : builder.build();
    }

    static Query not(Query of, Query part) {
        return new BooleanQuery.Builder().add(of, Occur.FILTER).add(part, Occur.MUST_NOT).build();
    }
}
