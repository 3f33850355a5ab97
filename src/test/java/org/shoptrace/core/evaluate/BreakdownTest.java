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
import org.junit.jupiter.api.Test;
import org.shoptrace.core.evaluate.Breakdown.Dimension;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.core.task.TaskCodec;
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
        List<Breakdown> breakdowns = Breakdown.of(missing(evaluation, absent), tasks());

        assertEquals(
                List.of(
                        Dimension.PRODUCTS, Dimension.VOUCHER_TYPE, Dimension.DISCOUNT_TYPE, Dimension.STEPS, Dimension.CALLS,
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
        Breakdown products = Breakdown.of(shop, tasks()).getFirst();
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
        List<Breakdown> breakdowns = Breakdown.of(evaluation, List.of(both, title));
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
