package org.shoptrace.ui.runs;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.core.runs.RunFilter;
import org.shoptrace.core.runs.RunGroup;
import org.shoptrace.core.runs.RunListing;
import org.shoptrace.core.runs.RunRow;
import org.shoptrace.core.runs.RunSort;
import org.shoptrace.ui.kit.Counts;
import org.shoptrace.ui.kit.Flow;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Placeholder;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.room.Surroundings;
import org.shoptrace.ui.run.RunList;

/// The left region: how many runs are listed and why, the filters, the runs.
public final class RunListPane extends VBox {
    private final RunListViewModel model;
    private final ReadOnlyBooleanProperty truthHidden;
    private final ListView<RunRow> list = new ListView<>();
    private final ListView<RunGroup> groups = new ListView<>();
    private boolean following;

    /// @param truthHidden whether the list must not say how a run ended
    public RunListPane(RunListViewModel model, ReadOnlyBooleanProperty truthHidden) {
        this.model = model;
        this.truthHidden = truthHidden;
        getStyleClass().addAll("pane", "run-list");
        setMinHeight(0);
        buildList();
        buildGroups();
        getChildren().addAll(header(), banner(), new RunFilterPane(model, truthHidden), list, groups);
        truthHidden.subscribe(_ -> {
            list.refresh();
            groups.refresh();
        });
    }

    /// The list of a window.
    public static RunList of(Surroundings around) {
        RunListViewModel model = new RunListViewModel(
                around.workspace(), around.visibleAnnotations(), around.jobs(), around.notices());
        return new RunList(model, new RunListPane(model, around.openRun().truthHiddenProperty()));
    }

    private Node header() {
        Label count = Texts.bound(
                Bindings.createStringBinding(
                        () -> {
                            int shown = model.listingProperty().get().rows().size();
                            int total = model.listingProperty().get().total();
                            return shown == total ? Counts.grouped(total) : Counts.grouped(shown) + " of " + Counts.grouped(total);
                        },
                        model.listingProperty()),
                "muted");
        count.setId("run-count");
        count.setMinWidth(Region.USE_PREF_SIZE);
        Label title = Texts.heading("Runs");
        title.setMinWidth(Region.USE_PREF_SIZE);
        // With large text the order takes a line of its own.
        Flow header = new Flow(group(title, count), group(sortBox(), direction()));
        header.getStyleClass().addAll("pane-header", "run-header");
        return header;
    }

    private static Node group(Node... nodes) {
        HBox group = new HBox(nodes);
        group.getStyleClass().add("run-header-group");
        return group;
    }

    private Node sortBox() {
        ComboBox<RunSort.By> box = new ComboBox<>();
        box.setId("run-sort");
        box.setAccessibleText("Sort runs by");
        box.setMinWidth(60);
        box.getItems().setAll(RunSort.By.values());
        box.setCellFactory(_ -> new SortCell());
        box.setButtonCell(new SortCell());
        model.sortProperty().subscribe(sort -> box.setValue(sort.by()));
        box.setOnAction(_ -> {
            if (box.getValue() != model.sortProperty().get().by()) {
                model.sort(new RunSort(box.getValue(), model.sortProperty().get().descending()));
            }
        });
        return box;
    }

    private Node direction() {
        Button direction = Icons.button(Feather.ARROW_UP, "Turn the order round", () -> model.sort(
                new RunSort(model.sortProperty().get().by(), !model.sortProperty().get().descending())));
        direction.setId("run-sort-direction");
        model.sortProperty().subscribe(sort -> direction.setGraphic(Icons.of(sort.descending() ? Feather.ARROW_UP : Feather.ARROW_DOWN)));
        return direction;
    }

    private Node banner() {
        Label why = Texts.wrapped("", "strong");
        why.setId("run-why");
        HBox.setHgrow(why, Priority.ALWAYS);
        why.setMaxWidth(Double.MAX_VALUE);
        Button all = new Button("Show all");
        all.setId("run-why-clear");
        all.setMinWidth(Region.USE_PREF_SIZE);
        all.setOnAction(_ -> model.showAll());
        HBox banner = new HBox(Icons.of(Feather.FILTER), why, all);
        banner.getStyleClass().add("why-banner");
        model.scopeProperty().subscribe(scope -> {
            Texts.say(why, scope.why());
            banner.setVisible(!scope.isAll());
            banner.setManaged(!scope.isAll());
        });
        return banner;
    }

    private void buildList() {
        list.setId("runs");
        list.setAccessibleText("Runs");
        // Where other rows come the list selects one by itself, at the same place; that is nobody's choice. Heard before the list hears it.
        model.rows().addListener((ListChangeListener<RunRow>) _ -> following = true);
        list.setItems(model.rows());
        list.setPrefHeight(0);
        list.setMinHeight(0);
        list.setCellFactory(_ -> new RunCell(truthHidden::get, model::labelTitle));
        list.visibleProperty().bind(model.groupedProperty().not());
        list.managedProperty().bind(list.visibleProperty());
        VBox.setVgrow(list, Priority.ALWAYS);
        list.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null && !following) {
                model.select(row.summary());
            }
        });
        model.rows().addListener((ListChangeListener<RunRow>) _ -> follow());
        model.selectedProperty().subscribe(_ -> follow());
        model.listingProperty().subscribe(listing -> {
            list.setPlaceholder(placeholder(listing));
            boolean says = listing.saysOutcomes() || model.judgedProperty().get();
            if (list.getPseudoClassStates().contains(RunCell.UNSCORED) == says) {
                list.pseudoClassStateChanged(RunCell.UNSCORED, !says);
                list.refresh();
            }
        });
        // A list keeps Space for itself and does nothing with it; here it plays the run, as everywhere on the screen.
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.SPACE && event.getTarget() == list) {
                event.consume();
                Event.fireEvent(this, event.copyFor(event.getSource(), this));
            }
        });
    }

    private void buildGroups() {
        groups.setId("run-groups");
        groups.setAccessibleText("Tasks and their runs");
        groups.setPrefHeight(0);
        groups.setMinHeight(0);
        groups.setCellFactory(_ -> new RunGroupCell(
                model::select,
                place -> model.selectedProperty().get() != null && place.is(model.selectedProperty().get()),
                truthHidden::get));
        groups.visibleProperty().bind(model.groupedProperty());
        groups.managedProperty().bind(groups.visibleProperty());
        VBox.setVgrow(groups, Priority.ALWAYS);
        model.listingProperty().subscribe(listing -> groups.getItems().setAll(listing.groups()));
        model.selectedProperty().subscribe(_ -> groups.refresh());
    }

    /// Selects and shows the row of the run that is open.
    private void follow() {
        int index = model.selectedIndex();
        following = true;
        if (index < 0) {
            list.getSelectionModel().clearSelection();
        } else if (list.getSelectionModel().getSelectedIndex() != index
                || list.getSelectionModel().getSelectedItem() != list.getItems().get(index)) {
            list.getSelectionModel().clearAndSelect(index);
            list.getFocusModel().focus(index);
            if (!isInView(index)) {
                list.scrollTo(Math.max(0, index - 1));
            }
        }
        following = false;
    }

    private boolean isInView(int index) {
        return list.lookup(".virtual-flow") instanceof javafx.scene.control.skin.VirtualFlow<?> flow
                && flow.getFirstVisibleCell() != null
                && index > flow.getFirstVisibleCell().getIndex()
                && index < flow.getLastVisibleCell().getIndex();
    }

    private Node placeholder(RunListing listing) {
        if (listing.total() == 0 && model.scopeProperty().get().isAll()) {
            return new Placeholder(Feather.FILM, "No runs here", "Open a folder that holds rollouts: files with one trajectory a line.");
        }
        Button clear = new Button("Clear the filters");
        clear.setId("run-placeholder-clear");
        clear.setOnAction(_ -> {
            model.filter(RunFilter.ALL);
            model.showAll();
        });
        return new Placeholder(Feather.FILTER, "No run passes the filters", "Take one off, or clear them all.", clear);
    }

    private static final class SortCell extends ListCell<RunSort.By> {
        @Override
        protected void updateItem(RunSort.@Nullable By by, boolean empty) {
            super.updateItem(by, empty);
            Texts.say(this, empty || by == null ? "" : by.label());
        }
    }
}
