package org.shoptrace.core.sandbox.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.catalog.DocumentWriter;
import org.shoptrace.core.catalog.SampleProducts;
import org.shoptrace.core.file.FileTree;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.sandbox.Cutoffs;
import org.shoptrace.core.sandbox.FindRequest;
import org.shoptrace.model.catalog.Document;
import org.shoptrace.model.catalog.Product;

/// The sandbox against a [PlainWalk], on small catalogues full of ties and with cut-offs small enough to bite.
class FindParityTest {
    private static final Cutoffs CUTOFFS = new Cutoffs(20, 5);
    private static final String MISSING = "(missing)";

    @Property(tries = 60)
    void findAnswersAsThePlainWalkDoes(
            @ForAll("catalogues") List<Product> products, @ForAll("requests") List<FindRequest> requests) throws Exception {
        Path folder = Files.createTempDirectory("parity");
        try (LuceneSandbox sandbox = build(products, folder)) {
            PlainWalk walk = new PlainWalk(products, CUTOFFS);
            for (FindRequest request : requests) {
                List<String> answered = sandbox.find(request).products().stream().map(Product::productId).toList();
                assertEquals(walk.find(request), answered, request.toString());
            }
            String q = String.valueOf(requests.getFirst().q());
            List<String> ranking = walk.ranking(q).stream().map(Product::productId).toList();
            for (Product product : products) {
                int place = ranking.indexOf(product.productId());
                OptionalInt expected = place < 0 ? OptionalInt.empty() : OptionalInt.of(place + 1);
                assertEquals(expected, sandbox.rank(q, product.productId()));
            }
        } finally {
            FileTree.delete(folder);
        }
    }

    /// One document a batch and two threads, so that documents land in several segments.
    private static LuceneSandbox build(List<Product> products, Path folder) throws Exception {
        Path documents = folder.resolve("documents.jsonl");
        try (DocumentWriter writer = new DocumentWriter(documents)) {
            for (Product product : products) {
                writer.write(Document.of(product));
            }
        }
        Path catalog = folder.resolve("catalogue");
        new CatalogIndexer(2, 1, Clock.systemUTC()).build(List.of(documents), catalog, _ -> {}, Progress.NONE);
        return LuceneSandbox.open(catalog, CUTOFFS);
    }

    @Provide
    Arbitrary<List<Product>> catalogues() {
        return products().list().ofMinSize(1).ofMaxSize(90).uniqueElements(Product::productId);
    }

    private static Arbitrary<Product> products() {
        // Ids whose order as UTF-8 differs from their order as UTF-16.
        Arbitrary<String> ids = Arbitraries.strings().withChars('1', '2', 'z', '\u00E9', '\uFF5E').ofMinLength(1).ofMaxLength(3)
                .flatMap(id -> Arbitraries.of("", "\uD835\uDFD3").map(end -> id + end));
        Arbitrary<String> titles = words().list().ofMinSize(1).ofMaxSize(5).map(words -> String.join(" ", words));
        Arbitrary<List<String>> services = Arbitraries.of("COD", "official", "gift wrap").set().ofMaxSize(3).map(ArrayList::new);
        return Combinators.combine(
                ids, titles, Arbitraries.of("7", "8"), Arbitraries.of("10", "10.0", "20", "0", "-0.0", "15.5"),
                Arbitraries.of("0", "1", "2"), services)
                .as(SampleProducts::product);
    }

    @Provide
    Arbitrary<List<FindRequest>> requests() {
        Arbitrary<String> q = words().list().ofMinSize(1).ofMaxSize(4).map(words -> String.join(" ", words));
        Arbitrary<String> price = Arbitraries.of(MISSING, MISSING, MISSING, "10-", "-10", "0-15", "10-15.5", "20-10", "0-0", "-0", "-");
        return Combinators.combine(
                q,
                Arbitraries.frequencyOf(Tuple.of(9, Arbitraries.just("1")), Tuple.of(1, Arbitraries.of("0", "2", "6"))),
                Arbitraries.of(MISSING, MISSING, MISSING, "7", "8", "9", ""),
                price,
                Arbitraries.of(MISSING, MISSING, "priceasc", "pricedesc", "order", "other"),
                Arbitraries.of(MISSING, MISSING, "COD", "COD,official", "official"))
                .as((words, page, shop, bounds, sort, service) -> new FindRequest(
                        words, page, orNull(shop), orNull(bounds), orNull(sort), orNull(service)))
                .list()
                .ofSize(40);
    }

    private static @Nullable String orNull(String value) {
        return value.equals(MISSING) ? null : value;
    }

    private static Arbitrary<String> words() {
        return Arbitraries.of("red", "lamp", "wallet", "the", "cup");
    }
}
