package org.shoptrace.labelled;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.evaluate.ClaimQuality;
import org.shoptrace.core.evaluate.ClaimQuality.Counts;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.sandbox.lucene.CatalogIndexer;
import org.shoptrace.core.sandbox.lucene.LuceneSandbox;
import org.shoptrace.golden.GoldenSet;
import org.shoptrace.labelled.LabelledClaims.Half;
import org.shoptrace.labelled.LabelledClaims.Judged;

/// What page and report say of the rules is what they do.
class ClaimQualityTest {
    /// Of the labelled kinds, in the order of the README; those that claim nothing come last.
    private static final List<String> KINDS = List.of(
            "title", "id", "price", "range", "shop", "service", "sold", "brand", "category", "colour", "size", "material", "attribute",
            "negation", "comparison", "count", "total", "voucher", "none");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theShippedCountsAreThoseOfTheTestHalf() throws Exception {
        new CatalogIndexer().build(List.of(GoldenSet.DOCUMENTS), folder.resolve("catalogue"), _ -> {}, Progress.NONE);
        SequencedMap<String, Counts> counts = new LinkedHashMap<>();
        KINDS.forEach(kind -> counts.put(kind, Counts.NONE));
        try (LuceneSandbox sandbox = LuceneSandbox.open(folder.resolve("catalogue"))) {
            for (Judged each : LabelledClaims.judge(Half.TEST, sandbox)) {
                counts.merge(
                        each.label().kind(), Counts.NONE.with(!each.label().isWrong(), each.isFlagged()), Counts::plus);
            }
        }
        int runs = (int) LabelledClaims.read(Half.TEST).stream().map(item -> item.run() + " " + item.line()).distinct().count();
        ClaimQuality now = new ClaimQuality(ClaimQuality.measured().set(), runs, counts);
        assertEquals(now.json(), ClaimQuality.measured().json(),
                () -> "the rules do otherwise on the labelled sentences than page and report"
                        + " say. If that is meant, write into resources/org/shoptrace/core/evaluate/claim_quality.json:\n" + now.json()
                        + "\n");
    }
}
