package org.shoptrace.core.search.lucene;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.search.MetProduct;
import org.shoptrace.core.search.MetProduct.Way;
import org.shoptrace.core.search.Query.Thing;
import org.shoptrace.core.search.RunSearch.Products;
import org.shoptrace.core.search.ThingMatch;
import org.shoptrace.model.catalog.Product;

/// Products that a run names without an answer that describes them, as one recommended unseen. They are few; what they are is asked of
/// the catalogue that is open now, one by one.
final class BareProducts {
    private final Products catalogue;
    private final Map<String, Boolean> known = new HashMap<>();

    BareProducts(Products catalogue) {
        this.catalogue = catalogue;
    }

    void find(IndexSearcher searcher, Way way, Thing thing, ShownAtCollector.Told told) throws IOException, ShoptraceException {
        known.clear();
        var bare = StepQueries.all(List.of(StepQueries.kind(RunDocuments.BARE), new FieldExistsQuery(RunDocuments.first(way))));
        int count = searcher.count(bare);
        StoredFields stored = searcher.storedFields();
        for (ScoreDoc hit : count == 0 ? new ScoreDoc[0] : searcher.search(bare, count).scoreDocs) {
            String id = Optional.ofNullable(stored.document(hit.doc, Set.of(RunDocuments.PRODUCT_ID)).get(RunDocuments.PRODUCT_ID))
                    .orElse("");
            if (is(id, thing)) {
                tell(searcher, hit.doc, way, told);
            }
        }
    }

    private boolean is(String id, Thing thing) throws ShoptraceException {
        Boolean is = known.get(id);
        if (is == null) {
            MetProduct product = new MetProduct(
                    id, Optional.empty(), "", OptionalDouble.empty(), Set.of(), OptionalInt.empty(), OptionalInt.empty(),
                    OptionalInt.empty());
            Optional<Product> record = catalogue.product(id);
            is = ThingMatch.is(record.map(product::completedBy).orElse(product), thing);
            known.put(id, is);
        }
        return is;
    }

    private static void tell(IndexSearcher searcher, int document, Way way, ShownAtCollector.Told told) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        for (LeafReaderContext leaf : leaves) {
            int doc = document - leaf.docBase;
            if (doc >= 0 && doc < leaf.reader().maxDoc()) {
                SortedDocValues ids = DocValues.getSorted(leaf.reader(), RunDocuments.ID);
                NumericDocValues steps = DocValues.getNumeric(leaf.reader(), RunDocuments.first(way));
                if (ids.advanceExact(doc) && steps.advanceExact(doc)) {
                    told.met(ids.lookupOrd(ids.ordValue()).utf8ToString(), (int) steps.longValue());
                }
            }
        }
    }
}
