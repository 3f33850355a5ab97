package org.shoptrace.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.MMapDirectory;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.model.json.Json;

/// `find_product` as the reference does it: fetch the best 100,000 hits, then walk them, parse each one's stored JSON and look
/// whether it passes, until 50 do. Over the same index, in the same engine, so that the filters are the only difference.
final class NaiveWalk implements AutoCloseable {
    private static final int WALKED = 100_000;
    private static final int KEPT = 50;

    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final EnglishAnalyzer analyzer = new EnglishAnalyzer();

    NaiveWalk(Path catalog) throws Exception {
        try (Stream<Path> entries = Files.list(catalog)) {
            Path index = entries.filter(Files::isDirectory).findFirst().orElseThrow();
            reader = DirectoryReader.open(new MMapDirectory(index));
        }
        searcher = new IndexSearcher(reader);
        searcher.setSimilarity(new BM25Similarity(0.9f, 0.4f));
    }

    /// The ids of the products kept.
    List<String> find(FilteredSearch search) throws Exception {
        Sort ranking = new Sort(SortField.FIELD_SCORE, new SortField("id", SortField.Type.STRING_VAL));
        ScoreDoc[] hits = searcher.search(query(search.q()), new TopFieldCollectorManager(ranking, WALKED, null, WALKED)).scoreDocs;
        StoredFields stored = searcher.storedFields();
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < hits.length && kept.size() < KEPT; i++) {
            var line = stored.document(hits[i].doc, Set.of("line")).getBinaryValue("line");
            Json.Obj product = ((Json.Obj) JsonReader.read(line.bytes, line.offset, line.length)).object("product").orElseThrow();
            if (passes(product, search)) {
                kept.add(product.text("product_id").orElseThrow());
            }
        }
        return kept;
    }

    long matches(String q) throws Exception {
        return searcher.count(query(q));
    }

    private static boolean passes(Json.Obj product, FilteredSearch search) {
        double price = product.get("price").map(number -> ((Json.Num) number).asDouble()).orElseThrow();
        Set<String> services = product.items("service").stream().map(name -> name.asText().orElseThrow()).collect(Collectors.toSet());
        return product.text("shop_id").orElseThrow().equals(search.shopId())
                && price >= search.low()
                && price <= search.high()
                && services.containsAll(Arrays.asList(search.service().split(",")));
    }

    private BooleanQuery query(String q) throws Exception {
        List<String> terms = new ArrayList<>();
        try (TokenStream tokens = analyzer.tokenStream("contents", q)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                terms.add(term.toString());
            }
            tokens.end();
        }
        BooleanQuery.Builder bag = new BooleanQuery.Builder();
        terms.stream().collect(Collectors.groupingBy(term -> term, Collectors.counting())).forEach((term, count) -> bag.add(
                new BoostQuery(new TermQuery(new Term("contents", term)), count), BooleanClause.Occur.SHOULD));
        return bag.build();
    }

    @Override
    public void close() throws Exception {
        reader.close();
        analyzer.close();
    }
}
