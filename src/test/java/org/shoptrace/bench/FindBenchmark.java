package org.shoptrace.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.sandbox.FindAnswer;
import org.shoptrace.core.sandbox.FindCriteria;
import org.shoptrace.core.sandbox.FindRequest;
import org.shoptrace.core.sandbox.lucene.CatalogDirectory;
import org.shoptrace.core.sandbox.lucene.CatalogIndexer;
import org.shoptrace.core.sandbox.lucene.LuceneSandbox;
import org.shoptrace.model.catalog.Product;

/// `find_product` over 500,000 products, filtered and not, beside a [NaiveWalk] over the same index; every answer is compared.
///
/// Times are the processor time of the one thread that asks, so that other work on the machine does not blur them; everything that is
/// read lies in memory after the first pass.
///
/// Arguments: [products [requests]], by default 500000 and 1000.
public final class FindBenchmark {
    private static final int MANY_MATCHES = 100_000;

    private FindBenchmark() {}

    public static void main(String[] args) throws Exception {
        int products = args.length > 0 ? Integer.parseInt(args[0]) : 500_000;
        int requests = args.length > 1 ? Integer.parseInt(args[1]) : 1_000;
        BenchCatalog catalog = new BenchCatalog(products);
        Path directory = Path.of("target", "bench", "catalogue-" + products);
        if (!CatalogDirectory.isCatalog(directory)) {
            new CatalogIndexer().build(List.of(catalog.file()), directory, _ -> {}, Progress.NONE);
        }
        List<FilteredSearch> searches = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(42);
        for (int i = 0; i < requests; i++) {
            searches.add(FilteredSearch.draw(catalog, random));
        }
        System.out.printf(Locale.ROOT, "%,d products, %,d requests%n", products, requests);
        System.out.printf(Locale.ROOT, "share of products that pass the filters: %.4f%n", share(catalog, searches));
        try (LuceneSandbox sandbox = LuceneSandbox.open(directory);
                NaiveWalk walk = new NaiveWalk(directory)) {
            measure(sandbox, walk, searches);
        }
    }

    private static void measure(LuceneSandbox sandbox, NaiveWalk walk, List<FilteredSearch> searches) throws Exception {
        long many = 0;
        for (FilteredSearch search : searches) {
            many += walk.matches(search.q()) > MANY_MATCHES ? 1 : 0;
            sandbox.find(search.request(1));
            sandbox.find(FindRequest.of(search.q()));
        }
        System.out.printf(Locale.ROOT, "requests that match more than %,d products: %d%n", MANY_MATCHES, many);

        Timings plain = time(searches, search -> () -> sandbox.find(FindRequest.of(search.q())));
        System.out.println("without filters: " + plain);
        Timings filtered = time(searches, search -> () -> sandbox.find(search.request(1)));
        System.out.println("filtered:        " + filtered);

        for (FilteredSearch search : searches.subList(0, Math.min(20, searches.size()))) {
            walk.find(search);
        }
        List<List<String>> walked = new ArrayList<>();
        Timings naive = time(searches, search -> () -> walked.add(walk.find(search)));
        System.out.println("naive walk:      " + naive);
        System.out.printf(
                Locale.ROOT, "naive / filtered: %.0f times at the median, %.0f at p95%n",
                naive.median() / filtered.median(), naive.quantile(0.95) / filtered.quantile(0.95));
        compare(sandbox, searches, walked);
    }

    private static void compare(LuceneSandbox sandbox, List<FilteredSearch> searches, List<List<String>> walked) throws Exception {
        int different = 0;
        int cut = 0;
        for (int i = 0; i < searches.size(); i++) {
            List<String> kept = new ArrayList<>();
            for (int page = 1; page <= FindCriteria.LAST_PAGE; page++) {
                FindAnswer answer = sandbox.find(searches.get(i).request(page));
                answer.products().stream().map(Product::productId).forEach(kept::add);
            }
            different += kept.equals(walked.get(i)) ? 0 : 1;
            cut += kept.size() < 50 ? 1 : 0;
        }
        System.out.printf(Locale.ROOT, "answers compared: %d, different: %d (with fewer than 50 kept: %d)%n", searches.size(), different,
                cut);
        if (different > 0) {
            System.exit(1);
        }
    }

    private interface Request {
        Callable<?> of(FilteredSearch search);
    }

    private static Timings time(List<FilteredSearch> searches, Request request) throws Exception {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double[] millis = new double[searches.size()];
        for (int i = 0; i < millis.length; i++) {
            Callable<?> call = request.of(searches.get(i));
            long start = threads.getCurrentThreadCpuTime();
            call.call();
            millis[i] = (threads.getCurrentThreadCpuTime() - start) / 1e6;
        }
        return new Timings(millis);
    }

    /// Over every fiftieth product.
    private static double share(BenchCatalog catalog, List<FilteredSearch> searches) {
        long passing = 0;
        long looked = 0;
        for (int i = 0; i < catalog.size(); i += 50) {
            Product product = catalog.product(i);
            passing += searches.stream().filter(search -> search.accepts(product)).count();
            looked += searches.size();
        }
        return (double) passing / looked;
    }
}
