package org.shoptrace.core.sandbox.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.sandbox.Explanation;
import org.shoptrace.core.sandbox.RankedProduct;
import org.shoptrace.core.sandbox.SearchRules;
import org.shoptrace.golden.GoldenSet;

/// Why products of the shared catalogue rank where they do.
class RankExplanationTest {
    @TempDir
    static Path folder = Path.of("");

    private static Optional<LuceneSandbox> opened = Optional.empty();

    @BeforeAll
    static void index() throws Exception {
        new CatalogIndexer().build(
                List.of(GoldenSet.DOCUMENTS), folder.resolve("catalogue"), _ -> {}, Progress.NONE);
        opened = Optional.of(LuceneSandbox.open(folder.resolve("catalogue")));
    }

    @AfterAll
    static void close() {
        opened.ifPresent(LuceneSandbox::close);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wireless mouse", "red red honda motorcycle light", "women's running shoes with free shipping", "xyzzyx mouse"})
    void theWeightsAddUpToTheSearchScore(String q) throws Exception {
        LuceneSandbox sandbox = opened.orElseThrow();
        List<RankedProduct> ranking = sandbox.ranking(q, 20);
        assertTrue(ranking.size() > 10);
        for (RankedProduct hit : ranking) {
            Explanation explanation = sandbox.explain(q, hit.productId()).orElseThrow();
            assertEquals(hit.score(), explanation.total(), 1e-5);
            assertEquals(hit.score(), explanation.terms().stream().mapToDouble(Explanation.Term::weight).sum(), 1e-4);
            assertTrue(explanation.terms().stream().allMatch(term -> term.matches() == (term.weight() > 0)), explanation::toString);
        }
    }

    @Test
    void wordsAreNamedAsTheQueryHasThem() throws Exception {
        LuceneSandbox sandbox = opened.orElseThrow();
        String best = sandbox.ranking("wireless mouse", 1).getFirst().productId();
        Explanation explanation = sandbox.explain("the Wireless xyzzyx mice wireless", best).orElseThrow();
        assertEquals(List.of("Wireless", "xyzzyx", "mice"), explanation.terms().stream().map(Explanation.Term::word).toList());
        assertEquals(2, explanation.terms().getFirst().inQuery());
        assertEquals(List.of("xyzzyx", "mice"), explanation.missed().stream().map(Explanation.Term::word).toList());
        String sentence = explanation.sentence(sandbox.size());
        assertTrue(sentence.matches("matches 'Wireless' \\((rare: )?\\d+\\.\\d\\); 'xyzzyx', 'mice' are not in its text"), sentence);
    }

    @Test
    void thereIsNothingToTellOfAnUnknownProductOrOfStopWords() throws Exception {
        LuceneSandbox sandbox = opened.orElseThrow();
        assertEquals(Optional.empty(), sandbox.explain("mouse", "no such product"));
        String any = sandbox.ranking("mouse", 1).getFirst().productId();
        Explanation explanation = sandbox.explain("the of and", any).orElseThrow();
        assertEquals(0, explanation.total());
        assertEquals("the words are stop words only, which match nothing", explanation.sentence(sandbox.size()));
    }

    @Test
    void orosServerReadsSpecialCharactersAsSpaces() {
        assertEquals("a b c    d", SearchRules.ORO.words(" (a+b/c) [\\d]:\"~*?"));
        assertEquals("(a+b)", SearchRules.BENCHMARK.words("(a+b)"));
        assertEquals(10_000, SearchRules.ORO.cutoffs().walked());
    }
}
