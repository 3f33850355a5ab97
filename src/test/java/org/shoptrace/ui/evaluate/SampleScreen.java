package org.shoptrace.ui.evaluate;

import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.core.evaluate.result.ProductLookUp;
import org.shoptrace.core.evaluate.result.SampleEvaluation;
import org.shoptrace.core.job.DirectJobRunner;
import org.shoptrace.core.session.CatalogState;
import org.shoptrace.core.session.GivenWorkspace;
import org.shoptrace.ui.kit.Navigator;
import org.shoptrace.ui.kit.Notices;
import org.shoptrace.ui.kit.Theme;
import org.shoptrace.ui.session.WorkspaceViewModel;

/// The screen over the sample, in a window as wide as the program leaves it on a laptop.
final class SampleScreen {
    private SampleScreen() {}

    /// Gives a workspace the tasks and runs of the sample.
    static void fill(GivenWorkspace given) {
        given.tasks(SampleEvaluation.tasks());
        given.add(SampleEvaluation.runs());
        given.catalog(new CatalogState.Open(ProductLookUp.empty()));
    }

    /// @param result what an evaluation gives
    static EvaluateViewModel show(
            Stage stage, WorkspaceViewModel workspace, Supplier<EvaluationResult> result, Notices notices, Navigator navigator) {
        Theme.LIGHT.apply();
        EvaluateViewModel model = new EvaluateViewModel(
                workspace, new DirectJobRunner(), (_, _, _) -> result.get(), notices, navigator, _ -> {});
        Scene scene = new Scene(new EvaluateView(model), 1200, 730);
        Theme.style(scene);
        stage.setScene(scene);
        stage.show();
        return model;
    }

    /// Evaluates, and shows a page of what came out.
    static void evaluate(EvaluateViewModel model, ResultPage page) {
        Pressed.act(() -> {
            model.running().run();
            model.results().pageProperty().set(page);
        });
    }
}
