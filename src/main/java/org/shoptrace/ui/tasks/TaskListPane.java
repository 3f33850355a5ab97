package org.shoptrace.ui.tasks;

import java.util.List;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.task.Task;
import org.shoptrace.ui.kit.Counts;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.KeyCommands;
import org.shoptrace.ui.kit.Placeholder;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.kit.WrappingCell;
import org.shoptrace.ui.kit.control.ManyChoice;
import org.shoptrace.ui.kit.control.SearchField;

/// The tasks, with the filters above them.
final class TaskListPane extends VBox {
    private final TasksViewModel model;
    private final ListView<Task> list = new ListView<>();
    private final Label count = Texts.muted("");

    TaskListPane(TasksViewModel model) {
        this.model = model;
        getStyleClass().add("task-list-pane");
        KeyCommands.giveBackTo(this, list);
        VBox filters = new VBox(text(), intents(), choices());
        filters.getStyleClass().add("search-form");
        VBox.setVgrow(list, Priority.ALWAYS);
        buildList();
        getChildren().addAll(filters, list);
        model.shown().addListener((ListChangeListener<Task>) _ -> refresh());
        model.detailProperty().subscribe(_ -> mark());
        refresh();
    }

    private Node text() {
        SearchField text = new SearchField("task-text", "Words to look for in tasks", "Words of a query, a title or an id");
        text.textProperty().addListener((_, _, words) -> model.filter(model.filterProperty().get().withText(words)));
        model.filterProperty().subscribe(filter -> {
            if (!filter.text().equals(text.getText())) {
                text.setText(filter.text());
            }
        });
        count.setId("task-count");
        count.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        return row(text, count);
    }

    private Node intents() {
        ManyChoice<Intent> intents = new ManyChoice<>("task-intents", "Intents", "Any intent", Intent::label);
        intents.offer(Intent.LEVELS);
        intents.setOnChoice(chosen -> model.filter(model.filterProperty().get().withIntents(chosen)));
        model.filterProperty().subscribe(filter -> intents.choose(filter.intents()));
        HBox.setHgrow(intents, Priority.ALWAYS);
        return row(intents);
    }

    private Node choices() {
        ComboBox<TaskFilter.Vouchers> vouchers = new ComboBox<>();
        vouchers.setId("task-voucher");
        vouchers.setAccessibleText("Voucher");
        vouchers.getItems().setAll(TaskFilter.Vouchers.values());
        vouchers.setOnAction(_ -> model.filter(model.filterProperty().get().withVouchers(vouchers.getValue())));
        ComboBox<Integer> products = new ComboBox<>();
        products.setId("task-products");
        products.setAccessibleText("Number of products");
        products.setConverter(new ProductCounts());
        products.setOnAction(_ -> model.filter(model.filterProperty().get().withProducts(products.getValue())));
        model.all().addListener((ListChangeListener<Task>) _ -> fillCounts(products));
        fillCounts(products);
        Button clear = Icons.button(Feather.X, "Clear the filters", () -> model.filter(TaskFilter.ALL));
        clear.setId("task-clear");
        model.filterProperty().subscribe(filter -> {
            vouchers.setValue(filter.vouchers());
            products.setValue(filter.products());
            clear.setDisable(filter.equals(TaskFilter.ALL));
        });
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return row(vouchers, products, gap, clear);
    }

    private void fillCounts(ComboBox<Integer> products) {
        int most = model.all().stream().mapToInt(task -> task.rewards().size()).max().orElse(1);
        List<Integer> counts = IntStream.rangeClosed(0, most).boxed().toList();
        if (!counts.equals(products.getItems())) {
            products.getItems().setAll(counts);
            products.setValue(model.filterProperty().get().products());
        }
    }

    private void buildList() {
        list.setId("tasks-list");
        list.setAccessibleText("Tasks");
        list.getStyleClass().add("product-list");
        list.setItems(model.shown());
        list.setCellFactory(_ -> new TaskCell());
        list.getSelectionModel().selectedItemProperty().subscribe(task -> {
            if (task != null) {
                model.select(task);
            }
        });
    }

    private void refresh() {
        Texts.say(count, model.shown().size() == model.all().size()
                ? Counts.of(model.all().size(), "task")
                : Counts.grouped(model.shown().size()) + " of " + Counts.of(model.all().size(), "task"));
        list.setPlaceholder(model.all().isEmpty()
                ? new Placeholder(Feather.CLIPBOARD, "This workspace has no tasks",
                        "Put a tasks file (synthesize_…_test.jsonl or a suite) into its folder and open it again.")
                : new Placeholder(Feather.FILTER, "No task passes the filters", "Clear a filter, or change the words."));
        mark();
    }

    private void mark() {
        model.detailProperty().get().map(TaskDetail::task).ifPresent(task -> {
            if (!task.equals(list.getSelectionModel().getSelectedItem()) && list.getItems().contains(task)) {
                list.getSelectionModel().select(task);
                list.scrollTo(task);
            }
        });
    }

    private static HBox row(Node... nodes) {
        HBox row = new HBox(nodes);
        row.getStyleClass().add("form-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private final class TaskCell extends WrappingCell<Task> {
        TaskCell() {
            super(list);
        }

        @Override
        protected Region content(Task task) {
            Label query = Texts.wrapped(task.query().strip().replaceAll("\\s+", " "), "task-query");
            VBox content = new VBox(query, new TaskChips(task));
            content.getStyleClass().add("task-cell");
            content.setAccessibleText(task.intent().label() + ": " + task.query());
            return content;
        }
    }

    private static final class ProductCounts extends StringConverter<Integer> {
        @Override
        public String toString(@Nullable Integer count) {
            return count == null || count == 0 ? "Any number of products" : Counts.of(count, "product");
        }

        @Override
        public Integer fromString(String text) {
            throw new UnsupportedOperationException("the number is chosen, not typed");
        }
    }
}
