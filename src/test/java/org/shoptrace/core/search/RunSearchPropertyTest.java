package org.shoptrace.core.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.shoptrace.core.file.FileTree;
import org.shoptrace.core.file.OwnFolder;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.search.MetProduct.Way;
import org.shoptrace.core.search.Query.Said;
import org.shoptrace.core.search.Query.Thing;
import org.shoptrace.core.search.SearchAnswer.RunHits;
import org.shoptrace.core.search.SearchAnswer.StepHit;
import org.shoptrace.core.search.lucene.LuceneRunSearch;
import org.shoptrace.core.trajectory.StepEncoder.Turn;
import org.shoptrace.model.trajectory.Run;

/// What the index finds is there, and what is there it finds: every answer equals that of a plain walk over all steps.
class RunSearchPropertyTest {
    private static final RunSearch.Limit ALL = new RunSearch.Limit(1_000, 1_000);

    @Property(tries = 60)
    void theIndexAnswersAsAPlainWalkDoes(
            @ForAll("workspaces") List<Run> runs, @ForAll("questions") List<Query> questions) throws Exception {
        Path folder = Files.createTempDirectory("search");
        try (RunSearch search = new LuceneRunSearch(OwnFolder.at(folder))) {
            List<RunRecord> records = RunTexts.records(runs);
            assertEquals(RunSearch.Update.DONE, search.update(RunTexts.summaries(runs), RunTexts.reader(runs), Progress.NONE));
            for (Query question : questions) {
                SearchAnswer answer = search.search(question, records, _ -> Optional.empty(), ALL);
                Map<Integer, List<Integer>> plain = PlainWalk.search(question, runs, records);
                assertEquals(plain, found(answer, records), question::toString);
                assertEquals(plain.values().stream().mapToInt(List::size).sum(), answer.stepCount());
                assertEquals(0, answer.notIndexed());
                assertMarked(answer, Excerpts.sought(question));
            }
        } finally {
            FileTree.delete(folder);
        }
    }

    /// A question that asks for words shows them, where it says, in the role that it says.
    private static void assertMarked(SearchAnswer answer, List<Said> sought) {
        for (RunHits run : answer.listed()) {
            for (StepHit hit : run.hits()) {
                hit.excerpt().ifPresent(excerpt -> {
                    assertFalse(excerpt.marks().isEmpty(), excerpt::toString);
                    excerpt.marks().forEach(mark -> {
                        List<String> marked = Words.folded(excerpt.text().substring(mark.start(), mark.end()));
                        assertTrue(sought.stream().anyMatch(said -> said.words().size() == marked.size()
                                && (said.prefix() ? marked.getLast().startsWith(said.words().getLast()) : said.words().equals(marked))),
                                () -> marked + " of " + excerpt);
                    });
                });
            }
        }
    }

    private static Map<Integer, List<Integer>> found(SearchAnswer answer, List<RunRecord> records) {
        Map<Integer, List<Integer>> found = new TreeMap<>();
        for (RunHits run : answer.listed()) {
            List<Integer> steps = run.stepCount() == 0 ? List.of() : run.hits().stream().map(StepHit::step).toList();
            found.put(records.stream().map(RunRecord::run).toList().indexOf(run.run()), steps);
        }
        assertEquals(answer.runs(), answer.listed().stream().map(run -> run.run().place()).toList());
        return found;
    }

    @Provide
    Arbitrary<List<Run>> workspaces() {
        Arbitrary<Turn> turns = Combinators.combine(texts(), texts(), calls()).as((thought, response, call) -> call.isEmpty()
                ? RunTexts.turn(thought, response)
                : RunTexts.turn(thought, response, RunTexts.call(
                        call.contains("{'q'") ? "find_product" : "view_product_information", call.split("~", -1)[0],
                        call.split("~", -1)[1])));
        return turns.list().ofMinSize(0).ofMaxSize(4).list().ofMinSize(1).ofMaxSize(5).map(all -> {
            List<Run> runs = new ArrayList<>();
            for (List<Turn> run : all) {
                runs.add(RunTexts.run(runs.size() + 1, "a red mug", run));
            }
            // Equal lines elsewhere, in the file of another model, and twice in one.
            runs.add(RunTexts.copy(runs.getFirst(), "rollout_product_n.jsonl", 1, "n"));
            runs.add(1, RunTexts.copy(runs.getFirst(), "rollout_product_m.jsonl", 9, "m"));
            runs.add(RunTexts.copy(runs.get(runs.size() / 2), "rollout_product_n.jsonl", 2, "n"));
            return runs;
        });
    }

    private static Arbitrary<String> calls() {
        return Arbitraries.of(
                "",
                "{'q':'red mug','page':1}~[{'product_id':'11','shop_id':'7','title':'red mug, big','price':100,'service':['COD']}]",
                "{'q':'hose','page':2}~[{'product_id':'22','shop_id':'8','title':'garden hose','price':250.5,'service':[]},"
                        + "{'product_id':'11','shop_id':'7','title':'red mug, big','price':100,'service':['COD']}]",
                "{'product_ids':'22'}~[{'product_id':'22','description':'สายยาง hose'}]",
                "{'q':'mug','page':1}~null");
    }

    private static Arbitrary<String> texts() {
        return pieces().list().ofMaxSize(6).map(pieces -> String.join("", pieces));
    }

    private static Arbitrary<String> pieces() {
        return Arbitraries.of(
                "red", "Red", "mug", "hose", " ", " ", " ", ", ", "-", "รองเท้า", "สี", "红色", "红", "鞋", "Straße", "STRASSE", "👟", "\n",
                "20.50", "_", "é", "e\u0301");
    }

    @Provide
    Arbitrary<List<Query>> questions() {
        return question(2).list().ofMinSize(4).ofMaxSize(10);
    }

    private static Arbitrary<Query> question(int depth) {
        if (depth == 0) {
            return leaf();
        }
        Arbitrary<Query> inner = question(depth - 1);
        Arbitrary<List<Query>> parts = inner.list().ofMinSize(2).ofMaxSize(3);
        Function<Query, Query> not = Query.Not::new;
        return Arbitraries.oneOf(leaf(), parts.map(Query.All::new), parts.map(Query.Any::new), inner.map(not));
    }

    private static Arbitrary<Query> leaf() {
        Arbitrary<Query> said = Combinators.combine(
                pieces().list().ofMinSize(1).ofMaxSize(3).map(p -> Words.folded(String.join("", p))).filter(w -> !w.isEmpty()),
                Arbitraries.of(Role.values()).optional(),
                Arbitraries.of(true, false))
                .as((words, role, prefix) -> new Said(role, words, prefix && words.size() == 1));
        return Arbitraries.oneOf(
                said,
                said,
                Arbitraries.of(
                        new Query.Called("find_product"), new Query.AtStep(Relation.MORE, 1), new Query.AtStep(Relation.EQUAL, 2),
                        new Said(Optional.of(Role.ANSWER), List.of(), false)),
                Combinators.combine(Arbitraries.of(Way.values()), thing()).as(Query.Met::new),
                Arbitraries.of("steps>1", "calls.find_product>0", "paged", "model:m", "model:n", "line>1", "file:_m")
                        .map(RunSearchPropertyTest::parsed));
    }

    private static Query parsed(String text) {
        try {
            return QueryParser.parse(text);
        } catch (QuerySyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Arbitrary<Thing> thing() {
        Arbitrary<Thing> leaf = Arbitraries.of(
                new Thing.Named(List.of("mug"), false, "mug"), new Thing.Named(List.of("22"), false, "22"),
                new Thing.Named(List.of("mug", ","), false, "mug,"), new Thing.Named(List.of("gar"), true, "gar*"),
                new Thing.Costs(Relation.MORE, 100), new Thing.Costs(Relation.LESS, 250.5), new Thing.Costs(Relation.EQUAL, 250.5),
                new Thing.Offers("cod"), new Thing.OfShop("7"));
        Arbitrary<List<Thing>> parts = leaf.list().ofMinSize(2).ofMaxSize(2);
        return Arbitraries.oneOf(leaf, parts.map(Thing.AllOf::new), parts.map(Thing.AnyOf::new), leaf.map(Thing.No::new));
    }
}
