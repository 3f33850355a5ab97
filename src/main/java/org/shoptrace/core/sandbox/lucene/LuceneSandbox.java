package org.shoptrace.core.sandbox.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.catalog.BadDocumentException;
import org.shoptrace.core.catalog.DocumentCodec;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.core.sandbox.CatalogInfo;
import org.shoptrace.core.sandbox.Cutoffs;
import org.shoptrace.core.sandbox.Explanation;
import org.shoptrace.core.sandbox.FindAnswer;
import org.shoptrace.core.sandbox.FindCriteria;
import org.shoptrace.core.sandbox.FindRequest;
import org.shoptrace.core.sandbox.RankedProduct;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.sandbox.SearchRules;
import org.shoptrace.core.sandbox.SortOrder;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.json.Json;

/// A catalogue searched by Lucene, with the reference's analysis, ranking, filters and cut-offs.
///
/// The reference fetches the best 100,000 hits and parses stored documents until 50 pass the filters. Here the filters run in the
/// index, which gives the 50 best that pass; what remains is to drop those whose rank *without* filters exceeds the cut-off, and a
/// [RankCounter] finds these ranks in one pass.
public final class LuceneSandbox implements Sandbox {
    private static final Sort RANKING = new Sort(SortField.FIELD_SCORE, new SortField(DocumentFields.ID, SortField.Type.STRING_VAL));

    private final Path path;
    private final CatalogInfo info;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final Analyzer analyzer = DocumentFields.analyzer();
    private final Cutoffs cutoffs;

    private LuceneSandbox(Path path, CatalogInfo info, DirectoryReader reader, Cutoffs cutoffs) {
        this.path = path;
        this.info = info;
        this.reader = reader;
        this.cutoffs = cutoffs;
        this.searcher = new IndexSearcher(reader);
        searcher.setSimilarity(DocumentFields.similarity());
    }

    /// Opens the catalogue in a directory, with the reference's cut-offs.
    ///
    /// @throws ShoptraceException when there is none, or it is foreign, unfinished or damaged
    public static LuceneSandbox open(Path catalog) throws ShoptraceException {
        return open(catalog, Cutoffs.REFERENCE);
    }

    /// As [#open(Path)], with other cut-offs.
    public static LuceneSandbox open(Path catalog, Cutoffs cutoffs) throws ShoptraceException {
        CatalogDirectory directory = new CatalogDirectory(catalog);
        // Filters count as clauses in Lucene's own limit, which is one for the whole program; the reference has none, and BagOfTerms
        // holds the limit on terms.
        IndexSearcher.setMaxClauseCount(Integer.MAX_VALUE);
        CatalogManifest manifest = directory.manifest();
        try {
            return new LuceneSandbox(catalog, manifest.info(), directory.openIndex(manifest), cutoffs);
        } catch (ShoptraceException e) {
            CatalogManifest now = directory.manifest();
            if (now.equals(manifest)) {
                throw e;
            }
            // A new build took over between the two steps and removed the index that we were about to open.
            return new LuceneSandbox(catalog, now.info(), directory.openIndex(now), cutoffs);
        }
    }

    @Override
    public CatalogInfo info() {
        return info;
    }

    @Override
    public FindAnswer find(FindRequest request) throws ShoptraceException {
        return find(request, cutoffs);
    }

    @Override
    public FindAnswer find(FindRequest request, SearchRules rules) throws ShoptraceException {
        return find(rules.read(request), rules == SearchRules.BENCHMARK ? cutoffs : rules.cutoffs());
    }

    private FindAnswer find(FindRequest request, Cutoffs limits) throws ShoptraceException {
        Optional<FindCriteria> criteria = FindCriteria.of(request);
        if (criteria.isEmpty()) {
            return FindAnswer.NOTHING;
        }
        BagOfTerms bag = BagOfTerms.of(criteria.get().q(), analyzer);
        if (bag.isEmpty()) {
            return FindAnswer.NOTHING;
        }
        try {
            List<Hit> kept = sorted(kept(bag, criteria.get(), limits), criteria.get().sort());
            int from = Math.min(kept.size(), (criteria.get().page() - 1) * FindCriteria.PAGE_SIZE);
            int to = Math.min(kept.size(), from + FindCriteria.PAGE_SIZE);
            List<Product> page = new ArrayList<>();
            for (Hit hit : kept.subList(from, to)) {
                page.add(product(hit.document()));
            }
            return new FindAnswer(page, kept.size());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public Optional<Product> product(String productId) throws ShoptraceException {
        try {
            OptionalInt document = document(productId);
            return document.isPresent() ? Optional.of(product(document.getAsInt())) : Optional.empty();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public Optional<Json.Obj> record(String productId) throws ShoptraceException {
        try {
            OptionalInt document = document(productId);
            if (document.isEmpty() || !(JsonReader.read(line(document.getAsInt())) instanceof Json.Obj line)) {
                return Optional.empty();
            }
            return line.object("product");
        } catch (IOException | JsonSyntaxException e) {
            throw unreadable(e);
        }
    }

    @Override
    public OptionalInt rank(String q, String productId) throws ShoptraceException {
        BagOfTerms bag = BagOfTerms.of(q, analyzer);
        try {
            OptionalInt document = document(productId);
            if (bag.isEmpty() || document.isEmpty()) {
                return OptionalInt.empty();
            }
            Optional<Hit> hit = score(bag, document.getAsInt(), new BytesRef(productId));
            if (hit.isEmpty()) {
                return OptionalInt.empty();
            }
            RankCounter counter = new RankCounter(List.of(hit.get()), Integer.MAX_VALUE);
            searcher.search(bag.query(), counter.onOneThread());
            return OptionalInt.of(counter.rank(0));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public Optional<Explanation> explain(String q, String productId) throws ShoptraceException {
        BagOfTerms bag = BagOfTerms.of(q, analyzer);
        try {
            OptionalInt document = document(productId);
            return document.isPresent()
                    ? Optional.of(new RankExplainer(searcher, analyzer).explain(q, bag, document.getAsInt()))
                    : Optional.empty();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /// The best products for `q` without filters and cut-offs, with their scores.
    ///
    /// @param places at least 1
    /// @throws ShoptraceException as [#rank]
    public List<RankedProduct> ranking(String q, int places) throws ShoptraceException {
        BagOfTerms bag = BagOfTerms.of(q, analyzer);
        try {
            return top(bag.query(), places).stream()
                    .map(hit -> new RankedProduct(hit.id().utf8ToString(), hit.score()))
                    .toList();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing files that were only read failed", e);
        }
    }

    /// The best hits that pass the filters and whose unfiltered rank is within the cut-off, in rank order.
    private List<Hit> kept(BagOfTerms bag, FindCriteria criteria, Cutoffs limits) throws IOException {
        Query bagQuery = bag.query();
        int places = Math.min(limits.kept(), limits.walked());
        if (!criteria.filters()) {
            return top(bagQuery, places);
        }
        List<Hit> passing = top(filtered(bagQuery, criteria), places);
        if (passing.isEmpty() || mostMatches(bag) <= limits.walked()) {
            return passing;
        }
        RankCounter counter = new RankCounter(passing, limits.walked());
        searcher.search(bagQuery, counter.onOneThread());
        return passing.subList(0, counter.withinLimit());
    }

    /// No fewer than the documents that match.
    private long mostMatches(BagOfTerms bag) throws IOException {
        long sum = 0;
        for (String term : bag.counts().keySet()) {
            sum += reader.docFreq(new Term(DocumentFields.CONTENTS, term));
        }
        return Math.min(sum, reader.numDocs());
    }

    private List<Hit> top(Query query, int places) throws IOException {
        List<Hit> hits = new ArrayList<>();
        for (ScoreDoc each : searcher.search(query, new TopFieldCollectorManager(RANKING, places, null, places)).scoreDocs) {
            FieldDoc hit = (FieldDoc) each;
            hits.add(new Hit(hit.doc, (Float) hit.fields[0], (BytesRef) hit.fields[1]));
        }
        return hits;
    }

    private static Query filtered(Query bag, FindCriteria criteria) {
        BooleanQuery.Builder query = new BooleanQuery.Builder().add(bag, BooleanClause.Occur.MUST);
        if (!criteria.shopId().isEmpty()) {
            query.add(new TermQuery(new Term(DocumentFields.SHOP, criteria.shopId())), BooleanClause.Occur.FILTER);
        }
        criteria.services().forEach(service -> query.add(
                new TermQuery(new Term(DocumentFields.SERVICE, service.wireName())), BooleanClause.Occur.FILTER));
        if (criteria.low().isPresent() || criteria.high().isPresent()) {
            double low = DocumentFields.comparable(criteria.low().orElse(Double.NEGATIVE_INFINITY));
            double high = DocumentFields.comparable(criteria.high().orElse(Double.POSITIVE_INFINITY));
            query.add(DoubleField.newRangeQuery(DocumentFields.PRICE, low, high), BooleanClause.Occur.FILTER);
        }
        return query.build();
    }

    /// The hits by the order's key; the sort is stable, so equal keys stay in rank order.
    private List<Hit> sorted(List<Hit> hits, SortOrder order) throws IOException {
        if (order == SortOrder.RANK) {
            return hits;
        }
        record Keyed(Hit hit, double key) {}
        List<Keyed> keyed = new ArrayList<>();
        for (Hit hit : hits) {
            keyed.add(new Keyed(hit, switch (order) {
                case RANK -> 0;
                case PRICE_ASCENDING -> price(hit);
                case PRICE_DESCENDING -> -price(hit);
                case SOLD -> -sold(hit);
            }));
        }
        keyed.sort(Comparator.comparingDouble(each -> DocumentFields.comparable(each.key())));
        return keyed.stream().map(Keyed::hit).toList();
    }

    private double price(Hit hit) throws IOException {
        LeafReaderContext leaf = leaf(hit.document());
        var prices = DocValues.getSortedNumeric(leaf.reader(), DocumentFields.PRICE);
        return prices.advanceExact(hit.document() - leaf.docBase) ? NumericUtils.sortableLongToDouble(prices.nextValue()) : 0;
    }

    private double sold(Hit hit) throws IOException {
        LeafReaderContext leaf = leaf(hit.document());
        var counts = DocValues.getNumeric(leaf.reader(), DocumentFields.SOLD);
        return counts.advanceExact(hit.document() - leaf.docBase) ? Double.longBitsToDouble(counts.longValue()) : 0;
    }

    private Optional<Hit> score(BagOfTerms bag, int document, BytesRef id) throws IOException {
        LeafReaderContext leaf = leaf(document);
        Weight weight = searcher.createWeight(searcher.rewrite(bag.query()), ScoreMode.COMPLETE, 1);
        Scorer scorer = weight.scorer(leaf);
        if (scorer == null || scorer.iterator().advance(document - leaf.docBase) != document - leaf.docBase) {
            return Optional.empty();
        }
        return Optional.of(new Hit(document, scorer.score(), id));
    }

    private LeafReaderContext leaf(int document) {
        return reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
    }

    private OptionalInt document(String productId) throws IOException {
        Term term = new Term(DocumentFields.ID, productId);
        for (LeafReaderContext leaf : reader.leaves()) {
            PostingsEnum postings = leaf.reader().postings(term, PostingsEnum.NONE);
            if (postings != null && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                return OptionalInt.of(leaf.docBase + postings.docID());
            }
        }
        return OptionalInt.empty();
    }

    private Product product(int document) throws IOException {
        try {
            return DocumentCodec.decode(line(document)).product();
        } catch (BadDocumentException e) {
            throw new IOException("a stored document is damaged: " + e.fault(), e);
        }
    }

    private byte[] line(int document) throws IOException {
        BytesRef line = searcher.storedFields().document(document).getBinaryValue(DocumentFields.LINE);
        if (line == null) {
            throw new IOException("a stored document is missing");
        }
        return Arrays.copyOfRange(line.bytes, line.offset, line.offset + line.length);
    }

    private ShoptraceException unreadable(Exception e) {
        return new ShoptraceException(
                "the catalogue's index cannot be read", path.toString(), "Build it again with: shoptrace index", e);
    }
}
