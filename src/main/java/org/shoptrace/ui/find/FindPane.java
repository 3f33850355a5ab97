package org.shoptrace.ui.find;

import java.util.Locale;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.core.search.QuerySyntaxException;
import org.shoptrace.core.search.Question;
import org.shoptrace.core.search.RunRecord;
import org.shoptrace.core.search.SearchAnswer;
import org.shoptrace.model.trajectory.RunSummary;
import org.shoptrace.ui.kit.Counts;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Placeholder;
import org.shoptrace.ui.kit.Sheets;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.kit.control.SearchField;

/// The search over all runs: the question, what became of it, and what was found.
public final class FindPane extends VBox {
    private final FindViewModel model;
    private final Function<RunSummary, RunRecord> shown;
    private final Runnable close;
    private final SearchField field = new SearchField(
            "find-question", "Search in all runs", "Words, \"a phrase\", or a question such as target.page:2 -paged");
    private final ListView<FindRow> list = new ListView<>();
    private final Label status = Texts.wrapped("", "muted");
    private final Label index = Texts.wrapped("", "muted");
    private final Button build = new Button("Index the rest");
    private final HBox problem = new HBox();
    private final ToggleButton help = new ToggleButton("How to ask", Icons.of(Feather.HELP_CIRCLE));
    private final Button listRuns = new Button("List these runs", Icons.of(Feather.LIST));
    private final Button more = new Button("Show more");

    /// @param shown what may be shown of a run, beside its words
    /// @param close closes what this is shown in, before it sends the user elsewhere
    public FindPane(FindViewModel model, Function<RunSummary, RunRecord> shown, Runnable close) {
        this.model = model;
        this.shown = shown;
        this.close = close;
        setId("find");
        getStyleClass().add("find");
        Node body = body();
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(question(), problem, body, foot());
        model.resultProperty().subscribe(this::show);
        model.indexProperty().subscribe(this::show);
    }

    private Node question() {
        field.getStyleClass().add(Sheets.FIRST);
        field.setText(model.textProperty().get());
        field.textProperty().subscribe(text -> model.ask(text));
        model.textProperty().subscribe(text -> {
            if (!field.getText().equals(text)) {
                field.setText(text);
                field.end();
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::fromField);
        HBox.setHgrow(field, Priority.ALWAYS);
        ProgressIndicator busy = new ProgressIndicator();
        busy.getStyleClass().add("find-busy");
        busy.visibleProperty().bind(model.searchingProperty());
        help.setId("find-help-toggle");
        HBox row = new HBox(field, busy, help);
        row.getStyleClass().add("find-question");
        return row;
    }

    private void fromField(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN && !model.rows().isEmpty()) {
            list.requestFocus();
            list.getSelectionModel().select(0);
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && !model.rows().isEmpty()) {
            open(model.rows().getFirst());
            event.consume();
        }
    }

    private Node body() {
        list.setId("find-hits");
        list.setAccessibleText("What was found");
        list.setItems(model.rows());
        list.setCellFactory(view -> new FindCell(view, shown));
        list.getStyleClass().add("find-hits");
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            FindRow row = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && row != null) {
                open(row);
                event.consume();
            } else if (event.getCode() == KeyCode.UP && list.getSelectionModel().getSelectedIndex() <= 0) {
                field.requestFocus();
                event.consume();
            }
        });
        list.setOnMouseClicked(event -> {
            FindRow row = list.getSelectionModel().getSelectedItem();
            if (event.getClickCount() == 2 && row != null) {
                open(row);
            }
        });
        Node questions = questions();
        FindHelp page = new FindHelp(example -> {
            help.setSelected(false);
            model.ask(example);
            field.requestFocus();
        });
        page.visibleProperty().bind(help.selectedProperty());
        questions.visibleProperty().bind(help.selectedProperty().not().and(model.textProperty().isEmpty()));
        list.visibleProperty().bind(help.selectedProperty().not().and(model.textProperty().isNotEmpty()));
        StackPane body = new StackPane(list, questions, page);
        body.getStyleClass().add("find-body");
        body.setMinHeight(0);
        return body;
    }

    private Node questions() {
        VBox box = new VBox(Texts.heading("Often asked"));
        for (Question question : Question.USUAL) {
            Hyperlink words = Texts.link(question.words());
            words.setId("find-preset-" + Question.USUAL.indexOf(question));
            words.setOnAction(_ -> {
                model.ask(question.query());
                field.requestFocus();
                field.end();
            });
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            Label query = Texts.code(question.query());
            query.getStyleClass().add("muted");
            query.setMinWidth(0);
            // Where there is little room the words stay whole, and the query says less.
            words.setMinWidth(Region.USE_PREF_SIZE);
            HBox line = new HBox(words, gap, query);
            line.getStyleClass().add("find-preset");
            box.getChildren().add(line);
        }
        box.getStyleClass().add("find-questions");
        ScrollPane scroll = new ScrollPane(box);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setFocusTraversable(false);
        return scroll;
    }

    private Node foot() {
        status.setId("find-status");
        index.setId("find-index");
        build.setId("find-build");
        build.setMinWidth(Region.USE_PREF_SIZE);
        build.setOnAction(_ -> model.buildIndex());
        build.managedProperty().bind(build.visibleProperty());
        more.setId("find-more");
        more.setMinWidth(Region.USE_PREF_SIZE);
        more.setOnAction(_ -> model.listMore());
        more.managedProperty().bind(more.visibleProperty());
        listRuns.setId("find-list-runs");
        listRuns.setMinWidth(Region.USE_PREF_SIZE);
        listRuns.setOnAction(_ -> {
            close.run();
            model.openAll();
        });
        listRuns.disableProperty().bind(Bindings.isEmpty(model.rows()));
        problem.setId("find-problem");
        problem.getStyleClass().add("find-problem");
        problem.managedProperty().bind(problem.visibleProperty());
        VBox said = new VBox(status, index);
        HBox.setHgrow(said, Priority.ALWAYS);
        HBox foot = new HBox(said, build, more, listRuns);
        foot.getStyleClass().add("find-foot");
        return foot;
    }

    private void open(FindRow row) {
        close.run();
        model.open(row);
    }

    private void show(FindResult result) {
        problem.setVisible(false);
        more.setVisible(false);
        switch (result) {
            case FindResult.Nothing _ -> Texts.say(status, Counts.of(model.runCount(), "run") + " to search");
            case FindResult.Failed(String why) -> {
                Texts.say(status, "");
                problem(why);
            }
            case FindResult.Unreadable(QuerySyntaxException e) -> {
                Texts.say(status, "");
                unreadable(e);
            }
            case FindResult.Found(SearchAnswer answer, long millis) -> {
                Texts.say(status, summary(answer, millis));
                more.setVisible(answer.listed().size() < answer.runs().size());
                list.setPlaceholder(new Placeholder(
                        Feather.SEARCH, "Nothing found", answer.isWhole() ? "Take a word off, or ask otherwise." : rest(answer)));
            }
        }
    }

    private static String summary(SearchAnswer answer, long millis) {
        String what = answer.stepCount() > 0
                ? Counts.of(answer.stepCount(), "step") + " in " + Counts.of(answer.runs().size(), "run")
                : Counts.of(answer.runs().size(), "run");
        String listed = answer.listed().size() < answer.runs().size()
                ? ", the first " + Counts.grouped(answer.listed().size()) + " listed"
                : "";
        return what + listed + String.format(Locale.ROOT, " · %d ms", millis)
                + (answer.isWhole() ? "" : " · not everything could be asked: " + rest(answer));
    }

    private static String rest(SearchAnswer answer) {
        String text = answer.notIndexed() == 0 ? "" : Counts.of(answer.notIndexed(), "run") + " not indexed yet";
        String facts = answer.undecided() == 0 ? "" : Counts.of(answer.undecided(), "run") + " not diagnosed";
        return text.isEmpty() || facts.isEmpty() ? text + facts : text + ", " + facts;
    }

    private void unreadable(QuerySyntaxException e) {
        problem(e.getMessage());
        e.correction().ifPresent(correction -> {
            Button use = new Button(Texts.drawn("Use " + correction.by()));
            use.setId("find-correct");
            use.setMinWidth(Region.USE_PREF_SIZE);
            use.setOnAction(_ -> {
                model.ask(correction.in(model.textProperty().get()));
                field.requestFocus();
                field.end();
            });
            problem.getChildren().add(use);
        });
    }

    private void problem(String text) {
        Label label = Texts.wrapped(text);
        HBox.setHgrow(label, Priority.ALWAYS);
        label.setMaxWidth(Double.MAX_VALUE);
        problem.getChildren().setAll(Icons.of(Feather.ALERT_TRIANGLE), label);
        problem.setVisible(true);
    }

    private void show(IndexState state) {
        build.setVisible(state instanceof IndexState.Cancelled || state instanceof IndexState.Failed);
        Texts.say(index, switch (state) {
            case IndexState.Waiting _ -> "The workspace is being read; its text can be searched afterwards.";
            case IndexState.Building _ -> "The index is being built; what is found grows.";
            case IndexState.Ready _ -> "";
            case IndexState.Elsewhere _ -> "Another window is building the index; what is found grows.";
            case IndexState.Cancelled _ -> "The index was not finished: some runs cannot be searched.";
            case IndexState.Failed(String why) -> why;
        });
        index.setManaged(!index.getText().isEmpty());
    }
}
