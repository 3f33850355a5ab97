package org.shoptrace.ui.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shoptrace.core.evaluate.result.SampleEvaluation;
import org.shoptrace.core.session.GivenWorkspace;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.finding.Stage;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.ui.kit.Notices;
import org.shoptrace.ui.kit.chart.Mark;
import org.shoptrace.ui.session.WorkspaceViewModel;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Every mark of every page has an id of its own, and opens its own runs.
@ExtendWith(ApplicationExtension.class)
class MarksTest {
    private final GivenWorkspace given = new GivenWorkspace();
    private final WorkspaceViewModel workspace = new WorkspaceViewModel(given.open());
    private final NavigatorFake navigator = new NavigatorFake();
    private List<String> models = SampleEvaluation.MODELS;
    private EvaluateViewModel model;

    @Start
    void start(javafx.stage.Stage stage) {
        SampleScreen.fill(given);
        model = SampleScreen.show(stage, workspace, () -> SampleEvaluation.result(models, Intent.LEVELS), new Notices(),
                navigator);
    }

    private void evaluate(ResultPage page) {
        SampleScreen.evaluate(model, page);
    }

    /// Node ids are of letters, digits and hyphens: these names make two ids.
    @Test
    void modelsWhoseNamesMakeOneIdOpenEachTheirOwnRuns(FxRobot robot) {
        models = List.of("qwen2.5-7b", "qwen2-5-7b", "通义", "智谱");
        for (ResultPage page : ResultPage.values()) {
            evaluate(page);
            for (String name : models) {
                List<Mark> own = marks(robot).stream().filter(mark -> mark.getAccessibleText().startsWith(name + ",")).toList();
                assertFalse(own.isEmpty() && page == ResultPage.BREAKDOWNS, name);
                for (Mark mark : own) {
                    navigator.reasons.clear();
                    Pressed.act(mark::fire);
                    assertTrue(navigator.reasons.stream().allMatch(why -> why.startsWith(name + " · ")),
                            page + ", " + mark.getAccessibleText() + ": " + navigator.reasons);
                }
            }
        }
    }

    private static List<Mark> marks(FxRobot robot) {
        return List.copyOf(robot.lookup(".mark").queryAllAs(Mark.class));
    }

    @Test
    void anotherResultLeavesNothingOfTheOneBeforeAndTheIdsAsTheyWere(FxRobot robot) {
        Map<RunId, RunFacts> facts = new LinkedHashMap<>();
        for (Intent intent : Intent.LEVELS) {
            for (int task = 0; task < 3; task++) {
                facts.put(SampleEvaluation.id("alpha", intent, task),
                        ResultPagesTest.facts("alpha", intent, task, Stage.NEVER_RETRIEVED, 1));
            }
        }
        Pressed.act(() -> given.facts(facts));
        for (ResultPage page : ResultPage.values()) {
            evaluate(page);
            List<String> before = marks(robot).stream().map(Node::getId).sorted().toList();
            assertFalse(before.isEmpty(), page.id());
            evaluate(page);
            assertEquals(before, marks(robot).stream().map(Node::getId).sorted().toList());
        }
    }
}
