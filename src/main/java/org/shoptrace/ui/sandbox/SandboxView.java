package org.shoptrace.ui.sandbox;

import javafx.scene.control.SplitPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.core.session.CatalogState;
import org.shoptrace.ui.kit.CopyText;
import org.shoptrace.ui.kit.KeyCommands;
import org.shoptrace.ui.kit.Screen;

/// The screen *Sandbox*: the search and its results on the left, the product's page on the right.
public final class SandboxView extends StackPane {
    private static final double SEARCH_SHARE = 0.37;

    public SandboxView(SandboxViewModel model, CopyText clipboard) {
        setId("sandbox");
        getStyleClass().add("pane");
        SplitPane split = new SplitPane(searchSide(model, clipboard), new ProductPane(model, clipboard));
        split.setDividerPositions(SEARCH_SHARE);
        SplitPane.setResizableWithParent(split.getItems().getFirst(), false);
        StackPane missing = new StackPane();
        model.catalogProperty().subscribe(state -> {
            boolean open = state instanceof CatalogState.Open;
            split.setVisible(open);
            missing.setVisible(!open);
            if (!open) {
                missing.getChildren().setAll(CatalogPlaceholder.of(state, model::buildIndex));
            }
        });
        getChildren().addAll(split, missing);
    }

    public Screen screen() {
        return new Screen("sandbox", "Sandbox", Feather.SEARCH, this, new KeyCommands());
    }

    private static VBox searchSide(SandboxViewModel model, CopyText clipboard) {
        ResultList results = new ResultList(model);
        VBox.setVgrow(results, Priority.ALWAYS);
        VBox side = new VBox(new SearchForm(model.search()), new CallBar(model.search(), clipboard), results);
        side.getStyleClass().add("search-side");
        return side;
    }
}
