package org.shoptrace.core.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.shoptrace.core.diagnose.PlantedShop.DEAR;
import static org.shoptrace.core.diagnose.PlantedShop.HOSE;
import static org.shoptrace.core.diagnose.PlantedShop.LAMP;
import static org.shoptrace.core.diagnose.PlantedShop.LAMP_TWIN;
import static org.shoptrace.core.diagnose.PlantedShop.MUG;
import static org.shoptrace.core.diagnose.PlantedShop.OTHER_VARIANT;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.core.sandbox.CatalogFingerprint;
import org.shoptrace.core.sandbox.Cutoffs;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.sandbox.lucene.LuceneSandbox;
import org.shoptrace.core.score.ShoppingBenchProfile;
import org.shoptrace.core.task.TaskCodec;
import org.shoptrace.core.trajectory.RunCodec;
import org.shoptrace.core.trajectory.StepCodec;
import org.shoptrace.core.trajectory.StepEncoder.Exchange;
import org.shoptrace.core.trajectory.StepEncoder.Turn;
import org.shoptrace.model.finding.Budget;
import org.shoptrace.model.finding.Claim;
import org.shoptrace.model.finding.Claim.Verdict;
import org.shoptrace.model.finding.ConstraintMatrix;
import org.shoptrace.model.finding.Diagnosis;
import org.shoptrace.model.finding.Milestones;
import org.shoptrace.model.finding.NearMiss;
import org.shoptrace.model.finding.Reexecution;
import org.shoptrace.model.finding.TargetTrack;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.score.ConstraintVerdict;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.Run;

/// What happens to products on the way through a run: first sight, matrix, claims, budget, milestones, re-execution, and all of it as JSON.
class PlantedJourneyTest extends OnPlantedShop {
    @Test
    void firstSightIsTheStepOfEachKind() throws Exception {
        Run run = shop().run(List.of(
                turn(shop().find("clay mug")),
                turn(shop().view(MUG)),
                Turn.of("I take " + MUG, List.of(shop().recommend(MUG)), "", 1)));
        TargetTrack target = shop().diagnose(PlantedShop.product(), run).targets().getFirst();
        assertEquals(1, target.firstSight().returned().orElseThrow().step());
        assertEquals(2, target.firstSight().viewed().orElseThrow().step());
        assertEquals(3, target.firstSight().named().orElseThrow().step());
        assertEquals(3, target.firstSight().recommended().orElseThrow().step());
        Diagnosis blind = shop().diagnose(PlantedShop.product(), shop().run(shop().find("hose")));
        assertEquals(TargetTrack.FirstSight.NEVER, blind.targets().getFirst().firstSight());
    }

    @Test
    void aHitBeyondTheWalkIsCutThere() throws Exception {
        Run run = shop().run(shop().call("find_product", "{'q':'spoon','page':1,'price':'60-'}"));
        try (Sandbox shallow = LuceneSandbox.open(catalogue(), new Cutoffs(20, 5))) {
            assertEquals(
                    Optional.of(TargetTrack.HiddenBy.CUT_WALKED),
                    new TargetSearches(shallow, new Cutoffs(20, 5)).of(PlantedShop.LAST_SPOON, emptied(run)).getFirst().hiddenBy());
        }
    }

    /// The run as a catalogue that returns nothing would have answered it.
    private Run emptied(Run run) throws Exception {
        Json.Obj parameters = (Json.Obj) run.steps().getFirst().calls().getFirst().parameters();
        return shop().run(new Exchange("find_product", parameters, Optional.of(Json.array(List.of()))));
    }

    @Test
    void theMatrixKnowsWhatTheAgentCouldNotYetSee() throws Exception {
        Run run = shop().run(shop().find("clay mug"), shop().view(OTHER_VARIANT), shop().recommend(OTHER_VARIANT));
        ConstraintMatrix matrix = shop().diagnose(PlantedShop.product(), run).matrix();
        ConstraintMatrix.Row row = matrix.rows().stream().filter(r -> r.productId().equals(OTHER_VARIANT)).findFirst().orElseThrow();
        assertEquals(7, matrix.upTo(1).size());
        assertEquals(1, row.since());
        List<ConstraintMatrix.Cell> cells = row.rewards().getFirst().cells();
        assertEquals(
                List.of(ConstraintVerdict.Kind.TITLE, ConstraintVerdict.Kind.PRICE, ConstraintVerdict.Kind.SERVICE,
                        ConstraintVerdict.Kind.SKU, ConstraintVerdict.Kind.SKU, ConstraintVerdict.Kind.ATTRIBUTE),
                cells.stream().map(ConstraintMatrix.Cell::kind).toList());
        assertEquals(ConstraintMatrix.State.SATISFIED, cells.get(1).at(1));
        assertEquals(ConstraintMatrix.State.NOT_YET_VISIBLE, cells.get(4).at(1));
        assertEquals(ConstraintMatrix.State.VIOLATED, cells.get(4).at(2));
        assertEquals(Optional.of(NearMiss.Kind.OTHER_VARIANT), cells.get(4).nearMiss());
    }

    @Test
    void claimsAreObservedUnobservedOrFalse() throws Exception {
        List<Exchange> nothing = List.of();
        Run run = shop().run(List.of(
                Turn.of("Maybe " + MUG + " will do. Or 7777777.", List.of(shop().find("clay mug")), "", 1),
                Turn.of("The mug " + MUG + " costs 100 of shop 7000.", List.of(shop().view(MUG)), "", 1),
                Turn.of("Its color family: grey. I saw " + MUG + ".", nothing, MUG + " is ₱90.", 1),
                Turn.of("The total price is 1234. " + DEAR + " has color_family: blue and material: wool.", nothing, "", 1)));
        List<Claim> claims = shop().diagnose(PlantedShop.product(), run).claims();
        assertEquals(
                List.of(
                        "1 1000001 UNOBSERVED", "1 7777777 FALSE",
                        "2 1000001 OBSERVED", "2 7000 CONTRADICTED", "2 100 OBSERVED",
                        "3 color family: grey OBSERVED", "3 1000001 OBSERVED", "3 ₱90 CONTRADICTED",
                        "4 1000005 OBSERVED", "4 color_family: blue UNOBSERVED", "4 material: wool FALSE"),
                claims.stream().map(c -> c.place().step() + " " + c.text() + " " + c.verdict()).toList());
        assertTrue(claims.stream().anyMatch(c -> c.kind() == Claim.Kind.PRICE && c.verdict() == Verdict.CONTRADICTED));
    }

    @Test
    void theBudgetIsRecomputedUnderBothReadings() throws Exception {
        Run run = shop().run(shop().find("clay mug"), shop().find("lamp"), shop().recommend(MUG + "," + LAMP));
        Budget budget = shop().diagnose(PlantedShop.voucher(140), run).budget().orElseThrow();
        assertEquals(150, budget.total());
        assertEquals(130, budget.payment().orElseThrow().toPay());
        assertEquals(150, budget.strict().orElseThrow().toPay());
        assertEquals(Optional.of(true), budget.voucherNeeded());
        assertEquals(Optional.of(10.0), budget.remaining());
        assertEquals(new Budget.BestBasket(List.of(MUG, LAMP), 130), budget.best().orElseThrow());
        assertEquals(Optional.of(false), shop().diagnose(PlantedShop.voucher(500), run).budget().orElseThrow().voucherNeeded());
    }

    @Test
    void theBestBasketIsOfOneShopWhereTheTaskSaysSo() throws Exception {
        Run run = shop().run(shop().find("clay mug"), shop().find("lamp"), shop().recommend(MUG + "," + LAMP_TWIN));
        Budget budget = shop().diagnose(PlantedShop.shop(), run).budget().orElseThrow();
        assertEquals(List.of("7", "8"), budget.shops());
        assertEquals(new Budget.BestBasket(List.of(MUG, LAMP), 150), budget.best().orElseThrow());
        assertEquals(Optional.empty(), shop().diagnose(PlantedShop.product(), run).budget());
    }

    @Test
    void theBestBasketOfOneShopIsFoundBehindManyCheaperAnswersOfOthers() throws Exception {
        Run run = shop().run(shop().find("spoon"), shop().find("lamp"), shop().recommend(HOSE + "," + HOSE));
        Task task = TaskCodec.decode(PlantedShop.json("{'query':'q','reward':["
                + "{'product_id':'" + HOSE + "','price':[{'less than':[null,100]}]},"
                + "{'product_id':'" + LAMP_TWIN + "','title':['desk lamp two'],'price':[{'greater than':[55,null]}]}]}"));
        assertEquals(new Budget.BestBasket(List.of(LAMP_TWIN, LAMP_TWIN), 120),
                shop().diagnose(task, run).budget().orElseThrow().best().orElseThrow());
    }

    @Test
    void milestonesMarkWhatWasLetGoAndWhenTheStepsRanOut() throws Exception {
        Run letGo = shop().run(shop().find("hose"), shop().find("clay mug"), shop().recommend(HOSE));
        assertEquals(
                new Milestones(OptionalInt.empty(), OptionalInt.of(2), OptionalInt.of(3)),
                shop().diagnose(PlantedShop.product(), letGo).milestones());
        Run blind = shop().run(Collections.nCopies(30, turn(shop().find("hose"))));
        assertEquals(
                new Milestones(OptionalInt.of(29), OptionalInt.empty(), OptionalInt.empty()),
                shop().diagnose(PlantedShop.product(), blind).milestones());
        List<Turn> late = new ArrayList<>(Collections.nCopies(30, turn(shop().find("clay mug"))));
        assertEquals(OptionalInt.of(30), shop().diagnose(PlantedShop.product(), shop().run(late)).milestones().outOfSteps());
        late.set(29, turn(shop().recommend(MUG)));
        assertEquals(OptionalInt.empty(), shop().diagnose(PlantedShop.product(), shop().run(late)).milestones().outOfSteps());
    }

    @Test
    void readsAreSameReorderedDifferentOrNotReproducible() throws Exception {
        Exchange good = shop().find("clay mug");
        Json.Arr answer = (Json.Arr) good.results().orElseThrow();
        Run run = shop().run(
                good,
                with(good, Json.array(answer.items().reversed())),
                with(good, Json.array(answer.items().subList(1, 3))),
                with(good, Json.NULL),
                shop().call("web_search", "{'q':'mug'}"));
        Reexecution reexecution = shop().diagnose(PlantedShop.product(), run).reexecution();
        assertEquals(
                List.of(
                        Reexecution.Outcome.SAME, Reexecution.Outcome.REORDERED, Reexecution.Outcome.DIFFERENT,
                        Reexecution.Outcome.NOT_REPRODUCIBLE, Reexecution.Outcome.NOT_REPRODUCIBLE),
                reexecution.calls().stream().map(Reexecution.Call::outcome).toList());
        assertEquals(0.2, reexecution.share(Reexecution.Outcome.SAME));
    }

    @Test
    void theJsonHasTheKeysOfTheSchemaAndReadsBack() throws Exception {
        Run run = shop().run(shop().find("clay mug"), shop().view(OTHER_VARIANT), shop().recommend(OTHER_VARIANT + ", " + MUG));
        Json.Obj json = DiagnosisJson.run(shop().diagnose(PlantedShop.product(), run));
        assertEquals(
                List.of("id", "file", "line", "query", "intent", "model", "success", "stage", "fault", "second_fault", "rewards", "ending",
                        "evidence", "titles_not_compared", "near_misses", "health", "targets", "grounding", "reexecution", "milestones"),
                List.copyOf(json.fields().keySet()));
        assertEquals(Set.of("step", "call", "product", "constraint", "text"), keys(json, "evidence"));
        assertEquals(Set.of("product_id", "stage", "fault"), keys(json, "rewards"));
        assertEquals(Set.of("step", "product", "key", "expected", "actual", "kind"), keys(json, "near_misses"));
        assertEquals(Set.of("product_id", "returned", "viewed", "named", "recommended", "searches"), keys(json, "targets"));
        assertEquals(
                Set.of("step", "call", "page", "place", "rank", "hidden_by"),
                keys((Json.Obj) json.items("targets").getFirst(), "searches"));
        assertEquals(
                Set.of("same", "reordered", "different", "not_reproducible"), json.object("reexecution").orElseThrow().fields().keySet());
        assertEquals(Set.of("out_of_steps", "let_go", "committed"), json.object("milestones").orElseThrow().fields().keySet());
        Json.Obj report = DiagnosisJson.report(new CatalogFingerprint("f"), "s", List.of(json));
        assertEquals(List.of("catalog", "similarity", "runs"), List.copyOf(report.fields().keySet()));
        assertEquals(report, JsonReader.read(JsonWriter.indented(report)));
    }

    @Test
    void aRunOfNoTaskIsToldWhatNeedsNone() throws Exception {
        ShoppingBenchProfile profile = new ShoppingBenchProfile(shop().sandbox()::product, PlantedShop.byFirstWord(), false);
        Diagnosis diagnosis = new Diagnostician(shop().sandbox(), profile, 30)
                .diagnose(Optional.empty(), shop().run(shop().find("clay mug"), shop().call("find_product", "{'q':'x'}")));
        Json.Obj json = DiagnosisJson.run(diagnosis);
        assertEquals(Optional.of(Json.NULL), json.get("stage"));
        assertEquals(Optional.of(Json.NULL), json.get("success"));
        assertEquals(List.of(), json.items("rewards"));
        assertEquals(1, json.items("health").size());
        assertEquals(2, diagnosis.reexecution().count(Reexecution.Outcome.SAME));
    }

    private static Exchange with(Exchange exchange, Json results) {
        return new Exchange(exchange.name(), exchange.parameters(), Optional.of(results));
    }

    private static Set<String> keys(Json.Obj json, String list) {
        return ((Json.Obj) json.items(list).getFirst()).fields().keySet();
    }

    @Test
    void theBasketColumnsSayWhetherAProductFitsWithTheOthers() throws Exception {
        Run split = shop().run(shop().find("clay mug"), shop().find("lamp hose"), shop().recommend(MUG + "," + LAMP_TWIN));
        assertEquals(
                List.of("SHOP true shop 7", "SHOP true shop 8", "SHOP false shop 9"),
                basket(shop().diagnose(PlantedShop.shop(), split).matrix(), 1, LAMP, LAMP_TWIN, HOSE));
        Diagnosis dear = shop().diagnose(PlantedShop.voucher(140), split);
        assertEquals(List.of("BUDGET true 130.00 to pay", "BUDGET false 930.00 to pay"), basket(dear.matrix(), 0, MUG, DEAR));
        assertEquals(ConstraintMatrix.State.NOT_YET_VISIBLE, row(dear.matrix(), LAMP).rewards().get(1).basket().getFirst().at(1));
        assertEquals(ConstraintMatrix.State.SATISFIED, row(dear.matrix(), LAMP).rewards().get(1).basket().getFirst().at(2));
        assertEquals(List.of(), row(shop().diagnose(PlantedShop.product(), split).matrix(), MUG).rewards().getFirst().basket());
    }

    private static List<String> basket(ConstraintMatrix matrix, int reward, String... ids) {
        return Stream.of(ids)
                .map(id -> row(matrix, id).rewards().get(reward).basket().getFirst())
                .map(cell -> cell.kind() + " " + cell.truth().orElseThrow() + " " + cell.actual())
                .toList();
    }

    private static ConstraintMatrix.Row row(ConstraintMatrix matrix, String id) {
        return matrix.rows().stream().filter(r -> r.productId().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void titlesThatWereLeftOutAreComparedOnDemand() throws Exception {
        Run run = shop().run(shop().find("clay mug"), shop().find("hose"), shop().recommend(MUG));
        ConstraintMatrix matrix = shop().diagnose(PlantedShop.product(), run).matrix();
        assertTrue(matrix.hasTitlesLeft());
        assertEquals(Optional.empty(), row(matrix, HOSE).rewards().getFirst().cells().getFirst().truth());
        List<ConstraintMatrix> filled = new ArrayList<>();
        TitleComparison comparison = new TitleComparison(
                shop().sandbox(), new ShoppingBenchProfile(shop().sandbox()::product, PlantedShop.byFirstWord(), false));
        ConstraintMatrix all = comparison.complete(PlantedShop.product(), matrix, filled::add, Progress.NONE);
        assertEquals(List.of(all), filled);
        ConstraintMatrix.Cell title = row(all, HOSE).rewards().getFirst().cells().getFirst();
        assertEquals(Optional.of(false), title.truth());
        assertEquals("similarity 0.100, under 0.500", title.reason());
        comparison.complete(PlantedShop.product(), all, filled::add, Progress.NONE);
        assertEquals(1, filled.size());
    }

    @Test
    void dialoguesOfOroAreExecutedByItsRules() throws Exception {
        // A quotation mark is a space to ORO's server, and a word's end to the benchmark's: only the slash in a term tells them apart.
        Exchange oro = new Exchange(
                "find_product", parameters("{'q':'cl/ay clay mug','page':1}"), shop().find("cl ay clay mug").results());
        Reexecution told = shop().diagnose(PlantedShop.product(), inCalls(shop().run(oro))).reexecution();
        assertEquals("ORO's server", told.rules());
        assertEquals(1, told.count(Reexecution.Outcome.SAME));
        assertEquals("the benchmark's server", shop().diagnose(PlantedShop.product(), shop().run(oro)).reexecution().rules());
    }

    /// The run as ORO writes it, answers in the calls.
    private static Run inCalls(Run run) throws Exception {
        Json step = PlantedShop.json("[{'completion':{'message':{'think':'t','tool_call':[{'name':'find_product',"
                + "'parameters':{'q':'cl/ay clay mug','page':1},'result':"
                + JsonWriter.compact(run.steps().getFirst().calls().getFirst().observation().orElseThrow().results()).replace('"', '\'')
                + "}]}},'extra_info':{'step':1,'query':'q'}}]");
        return RunCodec.ofSteps(List.of(StepCodec.decode(((Json.Arr) step).items().getFirst(), 1)), run.source(), "m");
    }

    @Test
    void productsOfAnotherCatalogueAreCounted() throws Exception {
        Exchange foreign = new Exchange("find_product", parameters("{'q':'mug','page':1}"), Optional.of(PlantedShop.json(
                "[{'product_id':'9999999','shop_id':'1','title':'cup','price':1,'service':[],'sold_count':0}]")));
        Reexecution told = shop().diagnose(PlantedShop.product(), shop().run(foreign, shop().find("hose"))).reexecution();
        assertEquals(List.of(2, 1), List.of(told.products(), told.unknown()));
    }
}
