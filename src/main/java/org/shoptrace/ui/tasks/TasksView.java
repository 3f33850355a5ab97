package org.shoptrace.ui.tasks;

import javafx.scene.control.SplitPane;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.ui.kit.CopyText;
import org.shoptrace.ui.kit.KeyCommands;
import org.shoptrace.ui.kit.Screen;

/// The screen *Tasks*: the list on the left, the selected task on the right.
public final class TasksView extends StackPane {
    private static final double LIST_SHARE = 0.37;

    public TasksView(TasksViewModel model, CopyText clipboard) {
        setId("tasks");
        getStyleClass().add("pane");
        SplitPane split = new SplitPane(new TaskListPane(model), new TaskPane(model, clipboard));
        split.setDividerPositions(LIST_SHARE);
        SplitPane.setResizableWithParent(split.getItems().getFirst(), false);
        getChildren().add(split);
    }

    public Screen screen() {
        return new Screen("tasks", "Tasks", Feather.CLIPBOARD, this, new KeyCommands());
    }
}
