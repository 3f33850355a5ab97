package org.shoptrace.core.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.evaluate.Rate;
import org.shoptrace.model.task.Intent;
import org.shoptrace.shared.NeedsShared;
import org.shoptrace.shared.SharedFiles;

class PublishedResultsTest {
    private static final PublishedResults PUBLISHED = PublishedResults.shipped();

    /// The counts that `src/site/markdown/statistics.md` gives.
    @Test
    void successesAreRecoveredFromThePrintedRates() {
        assertEquals(List.of(new Rate(149, 250), new Rate(93, 150), new Rate(116, 250), new Rate(76, 250)), rates("GPT-4.1"));
        assertEquals(new Rate(434, 900), PUBLISHED.overall("GPT-4.1"));
        assertEquals(0.482, PUBLISHED.overall("GPT-4.1").value(), 0.0005);
        assertEquals(List.of(new Rate(152, 250), new Rate(70, 150), new Rate(133, 250), new Rate(83, 250)), rates("SFT+RL-Qwen3-4B"));
        assertEquals(new Rate(438, 900), PUBLISHED.overall("SFT+RL-Qwen3-4B"));
        assertEquals(0.487, PUBLISHED.overall("SFT+RL-Qwen3-4B").value(), 0.0005);
    }

    @Test
    void everyModelHasEveryIntent() {
        assertEquals(19, PUBLISHED.models().size());
        for (Intent intent : Intent.LEVELS) {
            assertEquals(19, PUBLISHED.of(intent).size());
        }
        for (PublishedResults.Row row : PUBLISHED.rows()) {
            assertEquals(row.asrPercent(), 100 * row.asr().value(), 0.05 + 1e-9, row.toString());
            assertTrue(row.carPercent() <= 100);
        }
    }

    @NeedsShared
    @Test
    void theShippedFiguresAreThePublishedOnes() throws Exception {
        List<String> lines = Files.readAllLines(SharedFiles.require("data/published_results.csv"));
        assertEquals(PUBLISHED.rows().size(), lines.size() - 1);
        for (int i = 0; i < PUBLISHED.rows().size(); i++) {
            PublishedResults.Row row = PUBLISHED.rows().get(i);
            String line = row.model() + "," + row.intent().wireName() + "," + row.tasks() + "," + row.asrPercent() + "," + row.carPercent()
                    + ",\"" + PublishedResults.SOURCE + "\"";
            assertEquals(lines.get(i + 1), line);
        }
    }

    private static List<Rate> rates(String model) {
        return PUBLISHED.rows().stream().filter(row -> row.model().equals(model)).map(PublishedResults.Row::asr).toList();
    }
}
