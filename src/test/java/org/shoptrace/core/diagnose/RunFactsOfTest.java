package org.shoptrace.core.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.shoptrace.core.diagnose.PlantedShop.DEAR;
import static org.shoptrace.core.diagnose.PlantedShop.LAMP;
import static org.shoptrace.core.diagnose.PlantedShop.LAMP_TWIN;
import static org.shoptrace.core.diagnose.PlantedShop.MUG;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.trajectory.StepEncoder.Exchange;
import org.shoptrace.core.trajectory.StepEncoder.Turn;
import org.shoptrace.model.finding.Claim;
import org.shoptrace.model.finding.ClaimFacts;
import org.shoptrace.model.finding.ClaimFacts.About;
import org.shoptrace.model.finding.Fault;
import org.shoptrace.model.finding.HealthFinding;
import org.shoptrace.model.finding.RunEnding;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.finding.RunFacts.Cart;
import org.shoptrace.model.finding.RunFacts.Miss;
import org.shoptrace.model.finding.RunFacts.Result;
import org.shoptrace.model.finding.RunFacts.Spot;
import org.shoptrace.model.finding.RunFacts.VoucherUse;
import org.shoptrace.model.finding.Stage;
import org.shoptrace.model.finding.TargetTrack.HiddenBy;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.Run;

/// What remains of a diagnosis for lists and the joint search.
class RunFactsOfTest {
    /// The spoon at rank 11 of `spoon`: equal scores are ordered by id.
    private static final String ELEVENTH_SPOON = "4000011";

    @TempDir
    private Path folder = Path.of("");

    private Optional<PlantedShop> opened = Optional.empty();

    @BeforeEach
    void open() throws Exception {
        opened = Optional.of(new PlantedShop(folder));
    }

    @AfterEach
    void close() {
        opened.ifPresent(PlantedShop::close);
    }

    private PlantedShop shop() {
        return opened.orElseThrow();
    }

    @Test
    void aTargetOnTheSecondPageIsDueThereWhetherOrNotTheAgentPaged() throws Exception {
        Task task = PlantedShop.product(ELEVENTH_SPOON);
        RunFacts first = facts(task, shop().find("spoon"), shop().recommend(MUG));
        assertFalse(first.conduct().paged());
        assertEquals(List.of(2), first.targets().getFirst().hiddenOn());
        assertEquals(Optional.empty(), first.targets().getFirst().best());
        assertEquals(Set.of(HiddenBy.PAGE), first.targets().getFirst().hiddenBy());
        assertEquals(11, first.targets().getFirst().bestRank().getAsInt());
        RunFacts second = facts(task, shop().find("spoon"), shop().call("find_product", "{'q':'spoon','page':2}"));
        assertTrue(second.conduct().paged());
        assertEquals(Optional.of(new Spot(2, 1)), second.targets().getFirst().best());
        assertTrue(second.targets().getFirst().returned());
    }

    @Test
    void aCartThatMissesOnlyTheBudgetSaysSoAndWhatBecameOfTheVoucher() throws Exception {
        // Mug and lamp cost 150, which is the voucher's threshold; it takes 20 off.
        assertEquals(new Cart(Set.of(Miss.BUDGET), Optional.of(VoucherUse.TOO_SMALL)), cart(PlantedShop.voucher(120), MUG + "," + LAMP));
        assertEquals(new Cart(Set.of(), Optional.of(VoucherUse.APPLIED)), cart(PlantedShop.voucher(130), MUG + "," + LAMP));
        assertEquals(new Cart(Set.of(), Optional.of(VoucherUse.NOT_NEEDED)), cart(PlantedShop.voucher(150), MUG + "," + LAMP));
        assertTrue(cart(PlantedShop.voucher(120), MUG + "," + LAMP).missesOnly(Set.of(Miss.BUDGET)));
        assertFalse(cart(PlantedShop.voucher(120), DEAR + "," + LAMP).missesOnly(Set.of(Miss.BUDGET)));
    }

    @Test
    void everyOtherMissIsNamed() throws Exception {
        assertEquals(Set.of(Miss.SHOP), cart(PlantedShop.shop(), MUG + "," + LAMP_TWIN).misses());
        assertEquals(Set.of(Miss.PRICE), cart(PlantedShop.product(), DEAR).misses());
        assertEquals(Set.of(Miss.PRODUCT), cart(PlantedShop.shop(), MUG).misses());
        assertEquals(Set.of(Miss.SKU), cart(PlantedShop.product(), PlantedShop.OTHER_VARIANT).misses());
        assertEquals(Set.of(Miss.TITLE), cart(PlantedShop.product(), PlantedShop.DOUBT).misses());
        assertEquals(Set.of(Miss.KNOWLEDGE), cart(PlantedShop.web(), LAMP_TWIN).misses());
    }

    @Test
    void conductAndEndingAreCounted() throws Exception {
        Task task = PlantedShop.product();
        RunFacts done = facts(task, shop().find("clay mug"), shop().view(MUG + ", " + DEAR), shop().view(MUG), shop().recommend(MUG));
        assertEquals(Result.SUCCESS, done.result());
        assertEquals(Optional.empty(), done.stage());
        assertEquals(5, done.conduct().steps());
        assertEquals(2, done.conduct().calls().get("view_product_information"));
        assertEquals(RunEnding.TERMINATED, done.conduct().ending());
        assertEquals(List.of(MUG, DEAR), done.viewed());
        assertEquals(List.of(MUG), done.recommended());
        Turn turn = Turn.of("t", List.of(shop().find("clay mug")), "", 1);
        RunFacts endless = facts(task, shop().run(Collections.nCopies(30, turn)));
        assertEquals(RunEnding.STEP_LIMIT, endless.conduct().ending());
        assertEquals(Set.of(HealthFinding.Kind.STEP_LIMIT), endless.health());
        assertEquals(Optional.of(Stage.RETRIEVED_NOT_VIEWED), endless.stage());
        assertEquals(Optional.of(Fault.NOTHING), endless.fault());
        assertEquals(Optional.empty(), endless.cart());
        assertEquals(RunEnding.STOPPED, facts(task, shop().run(List.of(turn))).conduct().ending());
        assertEquals(RunEnding.EMPTY, facts(task, shop().run(List.of(turn, Turn.of("", List.of(), "", 2)))).conduct().ending());
        Turn dead = Turn.of("t", List.of(new Exchange("find_product", (Json.Obj) PlantedShop.json("{'q':'mug','page':1}"),
                Optional.of(Json.NULL))), "", 2);
        assertEquals(RunEnding.HARNESS, facts(task, shop().run(List.of(turn, dead))).conduct().ending());
        List<Turn> deadAtLast = new ArrayList<>(Collections.nCopies(29, turn));
        deadAtLast.add(dead);
        assertEquals(RunEnding.STEP_LIMIT, facts(task, shop().run(deadAtLast)).conduct().ending(), "there was no step left to answer in");
    }

    @Test
    void claimsAboutTheChosenProductAreThoseThatNameItOrCloseTheRun() throws Exception {
        Exchange search = shop().find("clay mug");
        Exchange choice = shop().recommend(MUG);
        Turn looks = Turn.of("Looking.", List.of(search), "", 1);
        Turn namesIt = Turn.of("Product " + MUG + " costs PHP 999.", List.of(search), "", 2);
        Turn namesAnother = Turn.of("Product " + DEAR + " costs PHP 999.", List.of(search), "", 3);
        Turn namesNone = Turn.of("It costs PHP 999.", List.of(search), "", 4);
        Turn chooses = Turn.of("The mug.", List.of(choice), "", 5);
        Turn closes = Turn.of("Done.", List.of(shop().call("terminate", "{'status':'success'}")), "It costs PHP 999.", 6);
        assertEquals(List.of(1, 0), chosen(looks, namesIt, chooses));
        assertEquals(List.of(0, 0), chosen(looks, namesAnother, chooses));
        assertEquals(List.of(0, 0), chosen(looks, namesNone, chooses), "of whatever was found");
        assertEquals(List.of(1, 0), chosen(looks, chooses, closes));
        assertEquals(List.of(0, 0), chosen(looks, namesIt, closes), "nothing is chosen");
        Turn knowsAhead = Turn.of("Product " + MUG + " costs PHP 100.", List.of(search), "", 1);
        assertEquals(List.of(0, 1), chosen(knowsAhead, chooses), "true, and not shown before");
    }

    /// How many claims about what is recommended are wrong, and how many nothing supports.
    private List<Integer> chosen(Turn... turns) throws Exception {
        ClaimFacts claims = facts(PlantedShop.product(), shop().run(List.of(turns))).claims();
        return List.of(claims.wrong(About.RECOMMENDED), claims.of(About.RECOMMENDED, Claim.Verdict.UNOBSERVED));
    }

    private RunFacts facts(Task task, Exchange... exchanges) throws Exception {
        return facts(task, shop().run(exchanges));
    }

    private RunFacts facts(Task task, Run run) throws Exception {
        return RunFactsOf.run(run, shop().diagnose(task, run));
    }

    private Cart cart(Task task, String recommended) throws Exception {
        return facts(task, shop().recommend(recommended)).cart().orElseThrow();
    }
}
