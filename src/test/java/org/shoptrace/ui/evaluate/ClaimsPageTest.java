package org.shoptrace.ui.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.shoptrace.ui.evaluate.Pressed.fire;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.evaluate.ClaimQuality;
import org.shoptrace.core.evaluate.result.SampleEvaluation;
import org.shoptrace.core.session.GivenWorkspace;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.model.finding.Claim.Kind;
import org.shoptrace.model.finding.Claim.Verdict;
import org.shoptrace.model.finding.ClaimFacts;
import org.shoptrace.model.finding.GivenClaims;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.finding.Stage;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.ui.evaluate.ClaimsViewModel.Listed;
import org.shoptrace.ui.kit.Destination;
import org.shoptrace.ui.kit.Notices;
import org.shoptrace.ui.kit.chart.Mark;
import org.shoptrace.ui.session.WorkspaceViewModel;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// What runs claim, over the sample: alpha passes the first task of each intent.
@ExtendWith(ApplicationExtension.class)
class ClaimsPageTest {
    private static final ClaimFacts MERGED = GivenClaims.of(
            GivenClaims.wrong(Kind.BRAND, Verdict.OTHER_PRODUCT, "The kettle is by Acme.", "Acme", true),
            GivenClaims.wrong(Kind.SOLD, Verdict.CONTRADICTED, "The lamp sold 8 pieces.", "sold 8", false));

    private final GivenWorkspace given = new GivenWorkspace();
    private final WorkspaceViewModel workspace = new WorkspaceViewModel(given.open());
    private final NavigatorFake navigator = new NavigatorFake();
    private List<String> models = SampleEvaluation.MODELS;
    private EvaluateViewModel model;

    @TempDir
    private static Path folder;

    @Start
    void start(javafx.stage.Stage stage) {
        given.folder(new WorkspaceFolder(folder, folder.resolve(".shoptrace"), false));
        SampleScreen.fill(given);
        model = SampleScreen.show(
                stage, workspace, () -> SampleEvaluation.result(models, Intent.LEVELS), new Notices(), navigator);
    }

    private void evaluate(Map<Integer, ClaimFacts> ofShop) {
        Map<RunId, RunFacts> facts = new HashMap<>();
        ofShop.forEach((task, claims) -> facts.put(id(task), facts(task, claims)));
        Pressed.act(() -> given.facts(facts));
        SampleScreen.evaluate(model, ResultPage.CLAIMS);
    }

    private static RunId id(int task) {
        return SampleEvaluation.id("alpha", Intent.SHOP, task);
    }

    private static RunFacts facts(int task, ClaimFacts claims) {
        RunFacts before = ResultPagesTest.facts("alpha", Intent.SHOP, task, Stage.CHOSEN, 0);
        return new RunFacts(
                before.id(), before.result(), before.intent(), before.stage(), before.fault(), before.secondFault(), before.targets(),
                before.rewards(),
                before.cart(),
                before.conduct(), before.viewed(), before.recommended(), before.health(), before.nearMisses(), claims,
                before.notCompared(), before.milestones());
    }

    /// Looked up on the toolkit's thread, which draws the page anew when findings have settled: beside it half a page could be seen.
    private static <T> T seen(Callable<T> look) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, look);
    }

    private static String said(FxRobot robot, String mark) {
        return seen(() -> robot.lookup(mark).queryAs(Mark.class).getAccessibleText());
    }

    private static String text(FxRobot robot, String query) {
        return seen(() -> robot.lookup(query).queryAs(Labeled.class).getText());
    }

    private static boolean isWritten(FxRobot robot, String words) {
        return seen(() -> !robot.lookup((Labeled label) -> words.equals(label.getText())).queryAll().isEmpty());
    }

    private static List<Listed> listed(FxRobot robot) {
        return seen(() -> List.copyOf(robot.lookup("#wrong-claims").<Listed>queryListView().getItems()));
    }

    @Test
    void sharesAreOfTheRunsThatClaimSomethingAndEveryNumberOpensItsRuns(FxRobot robot) {
        evaluate(Map.of(0, GivenClaims.prices(1, 2, 0), 1, GivenClaims.prices(2, 0, 1), 2, ClaimFacts.NONE));
        assertEquals("21 runs are not diagnosed and not counted here", text(robot, "#claims-unknown"));
        String all = said(robot, "#claims-by-outcome-all-alpha");
        assertTrue(all.contains("1 of 2 with a checked claim state something that is not so, 50.0 %, 95 % interval 9.5 to 90.5 %;"
                + " 6 checked claims"), all);
        Pressed.act(robot.lookup("#claims-by-outcome-successes-alpha").queryAs(Mark.class)::fire);
        assertEquals(List.of(id(0)), navigator.opened.getLast());
        fire(robot, "#claims-checked-all-alpha");
        assertEquals(List.of(id(0), id(1)), navigator.opened.getLast());
        fire(robot, "#claims-silent-failures-alpha");
        assertEquals(List.of(id(2)), navigator.opened.getLast());
        assertTrue(said(robot, "#claims-by-verdict-unobserved-alpha").contains("1 of 2"), "never shown has a row of its own");
        assertTrue(said(robot, "#claims-by-verdict-false-alpha").contains("1 of 2"));
        assertTrue(said(robot, "#claims-by-kind-price-alpha").contains("1 of 2"));
        assertTrue(said(robot, "#claims-by-level-shop-alpha").contains("1 of 2"));
        fire(robot, "#claims-of-failures");
        assertTrue(said(robot, "#claims-by-verdict-false-alpha").contains("0 of 1"));
    }

    @Test
    void whereNothingWasCheckedThereIsNoShareAndWordsSaySo(FxRobot robot) {
        evaluate(Map.of(0, ClaimFacts.NONE, 1, ClaimFacts.NONE));
        assertTrue(said(robot, "#claims-by-outcome-all-alpha").endsWith("No claim was checked in any of these 2 runs"));
        assertTrue(isWritten(robot, "No claim was checked in any of these 2 runs"));
        assertTrue(isWritten(robot, "No claim was checked in this one run"));
        assertTrue(robot.lookup("#claims-by-kind-none").tryQuery().isPresent());
        assertEquals("None of the claims that were checked is wrong.", text(robot, "#wrong-claims-none"));
        assertFalse(robot.lookup((Text drawn) -> drawn.getText().contains("0 of 0")).tryQuery().isPresent());
    }

    @Test
    void aWrongClaimOpensItsSentence(FxRobot robot) {
        evaluate(Map.of(0, MERGED));
        assertEquals(1, listed(robot).size(), "the other is not about what is recommended");
        fire(robot, "#claims-about-any");
        assertEquals(2, listed(robot).size());
        ListView<Listed> list = robot.lookup("#wrong-claims").queryListView();
        Pressed.act(() -> {
            list.requestFocus();
            list.getSelectionModel().select(0);
        });
        robot.push(KeyCode.ENTER);
        assertEquals(List
                .of(new Destination.OpenPassage(SampleEvaluation.place("alpha", Intent.SHOP, 0), 2, MERGED.wrong().getFirst().sentence())),
                navigator.passages);
        Node row = robot.from(list).lookup(".claim-row").<Node>queryAll().iterator().next();
        assertEquals("The kettle is by Acme.",
                robot.from(row).lookup((Text drawn) -> drawn.getParent() instanceof TextFlow).queryAll().stream()
                        .map(drawn -> ((Text) drawn).getText())
                        .collect(Collectors.joining()));
        assertEquals("Acme", robot.from(row).lookup(".find-mark").queryAs(Text.class).getText(), "what is stated is marked");
        assertFalse(robot.from(row).lookup((Labeled label) -> "the catalogue says otherwise".equals(label.getText())).queryAll().isEmpty());
    }

    @Test
    void wrongClaimsAreNarrowedByKindVerdictAndOutcome(FxRobot robot) {
        evaluate(Map.of(0, MERGED, 1, GivenClaims.prices(0, 3, 0)));
        fire(robot, "#claims-about-any");
        assertEquals("5 claims", text(robot, "#wrong-claims-count"));
        Pressed.act(() -> model.results().claims().kindsProperty().set(Set.of(Kind.BRAND, Kind.PRICE)));
        assertEquals("4 of 5 claims", text(robot, "#wrong-claims-count"));
        Pressed.act(() -> model.results().claims().verdictsProperty().set(Set.of(Verdict.OTHER_PRODUCT)));
        assertEquals(List.of("Acme"), listed(robot).stream().map(one -> one.claim().text()).toList());
        fire(robot, "#claims-of-failures");
        assertEquals(List.of(Set.of(Kind.PRICE), Set.of()),
                List.of(model.results().claims().kindsProperty().get(), model.results().claims().verdictsProperty().get()),
                "what no claim is of is chosen no longer");
        assertEquals("3 claims", text(robot, "#wrong-claims-count"));
    }

    @Test
    void tenThousandWrongClaimsMakeFewRows(FxRobot robot) {
        List<ClaimFacts.Wrong> many = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            many.add(GivenClaims.wrong(Kind.PRICE, Verdict.FALSE, "It costs " + i + " pesos.", i + " pesos", true));
        }
        evaluate(Map.of(0, GivenClaims.of(many.toArray(ClaimFacts.Wrong[]::new))));
        assertEquals("10,000 claims", text(robot, "#wrong-claims-count"));
        assertTrue(robot.lookup(".claim-row").queryAll().size() < 40, "only those in sight exist");
    }

    @Test
    void oneRunIsEnough(FxRobot robot) {
        models = List.of("alpha");
        evaluate(Map.of(0, GivenClaims.prices(0, 1, 0)));
        assertTrue(isWritten(robot, "100.0 % (20.7–100.0)"));
        assertEquals("1 claim", text(robot, "#wrong-claims-count"));
    }

    @Test
    void howFarTheVerdictsCanBeReliedOnStandsOnThePage(FxRobot robot) {
        evaluate(Map.of(0, MERGED));
        assertTrue(text(robot, "#claim-quality-set").startsWith("Measured on "));
        assertTrue(isWritten(robot, ClaimQualityCard.rate(ClaimQuality.measured().all().recall())));
    }
}
