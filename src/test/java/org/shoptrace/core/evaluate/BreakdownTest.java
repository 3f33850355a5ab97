package org.shoptrace.core.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.shoptrace.core.evaluate.Scores.evaluation;
import static org.shoptrace.core.evaluate.Scores.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.evaluate.Breakdown.Dimension;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.core.task.TaskCodec;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.score.Column;
import org.shoptrace.model.score.ConstraintVerdict;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.task.Task;

class BreakdownTest {
    @Test
    void tellsTasksApartByProductsAndVoucherAndRunsByStepsAndTheirEnd() throws Exception {
        ScoredRun late = new ScoredRun(
                run(Intent.SHOP, "two", 1).id(), run(Intent.SHOP, "two", 1).source(), 17, run(Intent.SHOP, "two", 1).score(),
                Scores.NO_DETAILS);
        Evaluation evaluation = evaluation(
                "m", Map.of(Intent.PRODUCT, 2, Intent.SHOP, 1, Intent.VOUCHER, 2), run(Intent.PRODUCT, "one", 0), late,
                run(Intent.VOUCHER, "fixed", 1));
        List<Task> absent = tasks().stream().filter(task -> List.of("absent", "share").contains(task.query())).toList();
        List<Breakdown> breakdowns = Breakdown.of(missing(evaluation, absent), tasks(), TargetCategories.NONE);

        assertEquals(
                List.of(
                        Dimension.PRODUCTS, Dimension.CONSTRAINTS, Dimension.QUERY_LENGTH, Dimension.VOUCHER_TYPE, Dimension.DISCOUNT_TYPE,
                        Dimension.STEPS, Dimension.CALLS,
                        Dimension.TERMINATION),
                breakdowns.stream().map(Breakdown::by).toList(),
                "no task states a constraint, and no tool is called");
        assertEquals(List.of("1", "2"), List.copyOf(breakdowns.getFirst().groups().keySet()));
        Summary single = group(breakdowns, Dimension.PRODUCTS, "1");
        assertEquals(3, single.taskCount());
        assertEquals(2, single.missing(), "one product task and one voucher task have no run");
        assertEquals(Optional.of(new Rate(0, 1)), single.asr().rate());
        assertEquals(Optional.of(new Rate(2, 2)), group(breakdowns, Dimension.PRODUCTS, "2").asr().rate());
        assertEquals(1, group(breakdowns, Dimension.VOUCHER_TYPE, "shop").missing());
        assertEquals(Optional.of(new Rate(1, 1)), group(breakdowns, Dimension.DISCOUNT_TYPE, "fixed").asr().rate());
        assertEquals(Optional.of(new Rate(1, 2)), group(breakdowns, Dimension.STEPS, "01–05").asr().rate());
        assertEquals(Optional.of(new Rate(1, 1)), group(breakdowns, Dimension.STEPS, "11–20").asr().rate());
        assertEquals(Optional.of(new Rate(2, 3)), group(breakdowns, Dimension.TERMINATION, "ended by terminate").asr().rate());
    }

    @Test
    void tasksThatTheModelWasNotAskedAreNotMissing() throws Exception {
        Evaluation shop = evaluation("m", Map.of(Intent.SHOP, 1), run(Intent.SHOP, "two", 1));
        Breakdown products = Breakdown.of(shop, tasks(), TargetCategories.NONE).getFirst();
        assertEquals(List.of("2"), List.copyOf(products.groups().keySet()));
        assertEquals(0, Objects.requireNonNull(products.groups().get("2")).missing());
    }

    private static Evaluation missing(Evaluation evaluation, List<Task> missing) {
        return new Evaluation(
                evaluation.conditions(), evaluation.trials(), evaluation.overall(), evaluation.byIntent(), missing, evaluation.leftovers());
    }

    @Test
    void tellsRunsApartByTheirUseOfToolsAndTasksByEveryKindOfConstraintThatTheyState() throws Exception {
        Task both = TaskCodec.decode(JsonReader.read(
                "{\"query\":\"both\",\"reward\":{\"product_id\":\"1\",\"title\":[\"t\"],\"price\":[{\"less than\":[null,5]}]}}"));
        Task title = TaskCodec.decode(JsonReader.read("{\"query\":\"title\",\"reward\":{\"product_id\":\"1\",\"title\":[\"t\"]}}"));
        Evaluation evaluation = evaluation(
                "m", Map.of(Intent.PRODUCT, 2), calling("both", 1, 0), calling("title", 0, 1), calling("a", 1, 2), calling("b", 1, 3),
                calling("c", 1, 4), calling("d", 1, 5), calling("e", 0, 32), calling("f", 1, 33));
        List<Breakdown> breakdowns = Breakdown.of(evaluation, List.of(both, title), TargetCategories.NONE);
        assertEquals(Optional.of(new Rate(1, 2)), group(breakdowns, Dimension.CONSTRAINT, "Title").asr().rate());
        assertEquals(Optional.of(new Rate(1, 1)), group(breakdowns, Dimension.CONSTRAINT, "Price").asr().rate());
        Breakdown searches = breakdowns.stream().filter(b -> b.by() == Dimension.SEARCHES).findFirst().orElseThrow();
        assertEquals(List.of("00", "01–02", "03–04", "05–08", "17–32", "33 and more"), List.copyOf(searches.groups().keySet()));
        assertEquals(2, group(breakdowns, Dimension.SEARCHES, "01–02").runs().size());
        assertTrue(breakdowns.stream().noneMatch(b -> b.by() == Dimension.VIEWS), "no run views a product");
        List<ConstraintShare> shares = ConstraintShare.of(evaluation.overall(), new Bootstrap(5, 200));
        assertEquals(List.of(ConstraintVerdict.Kind.PRICE), shares.stream().map(ConstraintShare::kind).toList());
        assertEquals(new Rate(6, 16), shares.getFirst().met());
        assertEquals(8, shares.getFirst().missing().size(), "each misses one at least");
        assertTrue(shares.getFirst().interval().orElseThrow().contains(6 / 16.0));
    }

    /// A run that meets one price of two when it succeeds, and none otherwise.
    private static ScoredRun calling(String query, double rule, int searches) {
        ScoredRun run = run(Intent.PRODUCT, query, rule);
        RunDetails details = new RunDetails(
                new LinkedHashMap<>(Map.of("find_product", searches)),
                Map.of(ConstraintVerdict.Kind.PRICE, new Rate(rule >= 1 ? 1 : 0, 2)),
                TitleDependence.NONE);
        return new ScoredRun(run.id(), run.source(), run.steps(), run.score(), details);
    }

    @Test
    void tellsTasksApartByTheLengthOfTheQueryAndTheNumberOfConstraints() throws Exception {
        String eleven = "one two three four five six seven eight nine ten eleven";
        Task some = TaskCodec.decode(JsonReader.read(("{'query':'" + eleven
                + "','reward':{'product_id':'1','title':['t'],'service':['cod'],"
                + "'price':[{'less than':[null,5]}],'sku_options':[{'size':'1','colour':'red'}],'attributes':[{'brand':['a','b']}]}}")
                .replace('\'', '"')));
        Task bare = TaskCodec.decode(JsonReader.read("{\"query\":\"one\",\"reward\":{\"product_id\":\"1\"}}"));
        Evaluation evaluation = evaluation("m", Map.of(Intent.PRODUCT, 2), run(Intent.PRODUCT, eleven, 1), run(Intent.PRODUCT, "one", 0));
        List<Breakdown> breakdowns = Breakdown.of(evaluation, List.of(some, bare), TargetCategories.NONE);
        assertEquals(Optional.of(new Rate(1, 1)), group(breakdowns, Dimension.CONSTRAINTS, "07–08").asr().rate(),
                "title, price, service, two of each pair");
        assertEquals(Optional.of(new Rate(0, 1)), group(breakdowns, Dimension.CONSTRAINTS, "00").asr().rate());
        assertEquals(Optional.of(new Rate(1, 1)), group(breakdowns, Dimension.QUERY_LENGTH, "011–015").asr().rate());
        assertEquals("1–10", Breakdown.shown("001–010"));
        assertTrue(breakdowns.stream().noneMatch(b -> b.by() == Dimension.CATEGORY || b.by() == Dimension.DIFFICULTY), "nobody says");
    }

    @Test
    void aTaskIsInTheCategoryOfEachOfItsProductsAndWhatIsNotKnownIsAGroup() throws Exception {
        Map<String, String> categories = Map.of("1", "Toys", "2", "Beauty");
        List<Task> tasks = tasks();
        tasks.add(TaskCodec.decode(JsonReader.read("{\"query\":\"lost\",\"reward\":{\"product_id\":\"9\"}}")));
        Evaluation evaluation = evaluation(
                "m", Map.of(Intent.PRODUCT, 2, Intent.SHOP, 1), run(Intent.PRODUCT, "one", 0), run(Intent.SHOP, "two", 1),
                run(Intent.PRODUCT, "lost", 1));
        List<Breakdown> breakdowns = Breakdown.of(evaluation, tasks, new TargetCategories(categories, Set.of("Toys", "Beauty")));
        Breakdown by = breakdowns.stream().filter(b -> b.by() == Dimension.CATEGORY).findFirst().orElseThrow();
        assertEquals(List.of("Beauty", "Toys", "not known"), List.copyOf(by.groups().keySet()), "what is not known comes last");
        assertEquals(Optional.of(new Rate(1, 2)), group(breakdowns, Dimension.CATEGORY, "Toys").asr().rate());
        assertEquals(Optional.of(new Rate(1, 1)), group(breakdowns, Dimension.CATEGORY, "not known").asr().rate());
        List<Breakdown> shop = Breakdown.of(
                evaluation, Optional.of(Intent.SHOP), tasks, new TargetCategories(categories, Set.of("Beauty")));
        assertEquals(Set.of("Beauty", "other categories"), group(shop, Dimension.CATEGORY).groups().keySet());
        assertEquals(Optional.of(new Rate(1, 1)), group(shop, Dimension.PRODUCTS, "2").asr().rate());
        assertEquals(List.of(), Breakdown.of(evaluation, Optional.of(Intent.WEB), tasks, TargetCategories.NONE), "not asked");
    }

    @Test
    void categoriesAreTheFirstLevelOfTheCatalogueAndTheSmallOnesStandTogether() throws Exception {
        List<Task> tasks = new ArrayList<>();
        for (int category = 0; category < 14; category++) {
            for (int i = 0; i <= category; i++) {
                tasks.add(TaskCodec.decode(JsonReader.read("{\"query\":\"" + category + "-" + i + "\",\"reward\":{\"product_id\":\""
                        + (char) ('a' + category) + "\"}}")));
            }
        }
        TargetCategories categories = TargetCategories.of(tasks, id -> id.equals("n")
                ? Optional.empty()
                : Optional.of(product(id, "Goods " + id + " > Small > Smaller")));
        assertEquals("Goods c", categories.byProduct().get("c"));
        assertEquals(11, categories.large().size());
        assertTrue(categories.large().contains("Goods m") && !categories.large().contains("Goods a"), categories.large().toString());
        assertEquals(List.of("other categories"), categories.of(tasks.getFirst()));
        assertEquals(List.of("not known"), categories.of(tasks.getLast()));
        assertTrue(TargetCategories.of(tasks, _ -> {
            throw new ShoptraceException("closed", "here", "Open it");
        }).isEmpty(), "what cannot be read is not known");
    }

    private static Product product(String id, String category) {
        return new Product(
                id, "s", "", category, "t", "", "", "", Json.Num.of(1), Json.Num.of(1), List.of(), new LinkedHashMap<>(), List.of(), "",
                "");
    }

    @Test
    void difficultiesRiseAndATaskWithoutOneIsNotKnown() throws Exception {
        List<Task> tasks = new ArrayList<>();
        for (String difficulty : List.of("hard", "easy", "medium", "")) {
            Task plain = TaskCodec.decode(JsonReader.read("{\"query\":\"q" + difficulty + "\",\"reward\":{\"product_id\":\"1\"}}"));
            tasks.add(new Task(
                    plain.intent(), plain.query(), plain.rewards(), plain.voucher(), plain.knowledgeAnswer(), plain.title(),
                    difficulty.isEmpty() ? Optional.empty() : Optional.of(difficulty), plain.source()));
        }
        Evaluation evaluation = evaluation(
                "m", Map.of(Intent.PRODUCT, 4), run(Intent.PRODUCT, "qhard", 0), run(Intent.PRODUCT, "qeasy", 1),
                run(Intent.PRODUCT, "qmedium", 1), run(Intent.PRODUCT, "q", 1));
        assertEquals(List.of("easy", "medium", "hard", "not known"), List.copyOf(
                group(Breakdown.of(evaluation, tasks, TargetCategories.NONE), Dimension.DIFFICULTY).groups().keySet()));
    }

    private static Breakdown group(List<Breakdown> breakdowns, Dimension by) {
        return breakdowns.stream().filter(b -> b.by() == by).findFirst().orElseThrow();
    }

    @Test
    void taskValuesAreWhatTheMeanIsOver() {
        Evaluation evaluation = evaluation("m", Map.of(Intent.PRODUCT, 3), run(Intent.PRODUCT, "a", 1), run(Intent.PRODUCT, "b", 0.5));
        Summary overRuns = evaluation.overall();
        Summary overTasks = new Summary(overRuns.tasks(), true, overRuns.runs());
        assertEquals(List.of(1.0, 0.5), boxed(overRuns.taskValues(Column.RULE)));
        assertEquals(List.of(1.0, 0.5, 0.0), boxed(overTasks.taskValues(Column.RULE)));
        assertEquals(List.of(), boxed(overRuns.taskValues(Column.BUDGET)));
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    private static Summary group(List<Breakdown> breakdowns, Dimension by, String name) {
        Breakdown breakdown = breakdowns.stream().filter(b -> b.by() == by).findFirst().orElseThrow();
        return Objects.requireNonNull(breakdown.groups().get(name), () -> breakdown.groups().keySet().toString());
    }

    private static List<Task> tasks() throws Exception {
        List<Task> tasks = new ArrayList<>();
        String voucher = "'voucher':{'voucher_type':'%s','threshold':1,'discount_type':'%s','face_value':1,'budget':1}}";
        for (String json : List.of(
                "{'query':'one','reward':{'product_id':'1'}}",
                "{'query':'absent','reward':{'product_id':'1'}}",
                "{'query':'two','reward':[{'product_id':'1'},{'product_id':'2'}]}",
                "{'query':'fixed','reward':[{'product_id':'1'},{'product_id':'2'}]," + voucher.formatted("platform", "fixed"),
                "{'query':'share','reward':[{'product_id':'1'}]," + voucher.formatted("shop", "percentage"))) {
            tasks.add(TaskCodec.decode(JsonReader.read(json.replace('\'', '"'))));
        }
        return tasks;
    }
}
