package org.shoptrace.ui.identity;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.core.workspace.Identity;
import org.shoptrace.core.workspace.Workspace.Catalogue;
import org.shoptrace.ui.kit.Sheet;
import org.shoptrace.ui.kit.Sheets;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.run.OpenRun;
import org.shoptrace.ui.run.RunAction;
import org.shoptrace.ui.session.WorkspaceViewModel;

/// Offers to change what the open run belongs to.
public final class IdentityActions {
    private IdentityActions() {}

    /// @param answer          takes new answers about tasks
    /// @param chooseCatalogue opens another catalogue of the workspace; empty: the one that knows most of the runs' products
    public static List<RunAction> of(
            WorkspaceViewModel workspace, Consumer<Identity> answer, Consumer<Optional<Path>> chooseCatalogue, Sheets sheets) {
        IdentityViewModel model = new IdentityViewModel(workspace, answer, chooseCatalogue);
        return List.of(
                new RunAction(
                        "change-task", "", "Change task…", Feather.TARGET, RunAction.Scope.RUN,
                        (_, _) -> !workspace.tasks().isEmpty(),
                        (run, _) -> openTasks(model, run, sheets)),
                new RunAction(
                        "change-catalogue", "", "Change catalogue…", Feather.DATABASE, RunAction.Scope.RUN,
                        (_, _) -> model.catalogues().size() > 1,
                        (_, _) -> openCatalogues(model, sheets)));
    }

    private static void openTasks(IdentityViewModel model, OpenRun run, Sheets sheets) {
        ScrollPane scroll = new ScrollPane(new TaskChoicePane(model, run, sheets::close));
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        sheets.open(new Sheet("task-sheet", "What the run belongs to", scroll, Sheet.Size.WIDE));
    }

    private static void openCatalogues(IdentityViewModel model, Sheets sheets) {
        VBox pane = new VBox(Texts.wrapped("All runs of the workspace are looked at with it. Runs are diagnosed anew.", "muted"));
        pane.getStyleClass().add("choice-sheet");
        int number = 1;
        for (Catalogue catalogue : model.catalogues()) {
            String name = model.name(catalogue.documents().orElse(catalogue.directory()));
            pane.getChildren().add(button("catalogue-" + number++, name + (model.isOpen(catalogue) ? "  (open)" : ""), () -> {
                model.chooseCatalogue(Optional.of(catalogue.directory()));
                sheets.close();
            }));
        }
        pane.getChildren().add(button("catalogue-by-products", "The one that knows most of the runs' products", () -> {
            model.chooseCatalogue(Optional.empty());
            sheets.close();
        }));
        sheets.open(new Sheet("catalogue-sheet", "Catalogue of the workspace", pane, Sheet.Size.NARROW));
    }

    private static Button button(String id, String text, Runnable action) {
        Button button = new Button(Texts.drawn(text));
        button.setId(id);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setWrapText(true);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
