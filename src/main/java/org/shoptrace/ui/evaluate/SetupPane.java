package org.shoptrace.ui.evaluate;

import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.core.evaluate.setup.RolloutChoice;
import org.shoptrace.core.score.EmbeddedModel;
import org.shoptrace.core.score.ScoringProfile;
import org.shoptrace.core.score.SimilarityChoice.Kind;
import org.shoptrace.core.score.embedding.EmbeddedSimilarity;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.kit.control.LineField;

/// What to evaluate, and how.
final class SetupPane extends VBox {
    private static final double LEAST_LIST = 110;
    /// Of the pane, for the list of files.
    private static final double LIST_SHARE = 0.36;

    private final SetupViewModel model;
    private final EvaluationForm form;
    private final ServerViewModel servers;

    SetupPane(SetupViewModel model, ServerViewModel servers, RunViewModel running) {
        this.model = model;
        this.servers = servers;
        this.form = model.form();
        getStyleClass().add("evaluate-setup");
        Node profile = profile();
        Node similarity = similarity();
        showFor(profile, JudgedBy.RULES);
        showFor(similarity, JudgedBy.RULES);
        VBox choices = new VBox(rolloutsHeading(), rollouts(), trials(), judge(), profile, similarity);
        ScrollPane scrolling = new ScrollPane(choices);
        scrolling.setFitToWidth(true);
        scrolling.setFitToHeight(true);
        VBox.setVgrow(scrolling, Priority.ALWAYS);
        getChildren().addAll(scrolling, new RunBar(model, running));
    }

    private Node rolloutsHeading() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox heading = new HBox(
                Texts.heading("Rollouts"), gap, link("choose-all", "All", model::chooseAll),
                link("choose-none", "None", model::chooseNone));
        heading.getStyleClass().add("pane-header");
        return heading;
    }

    private Node rollouts() {
        ListView<RolloutChoice> list = new ListView<>(model.files());
        list.setId("rollout-files");
        list.setAccessibleText("Rollout files; Space chooses or leaves out, F2 changes the model's name");
        list.setCellFactory(_ -> new RolloutChoiceCell(model));
        list.setPlaceholder(Texts.wrapped("No rollouts in this workspace. Open a folder that holds rollout files.", "muted", "hint"));
        list.setEditable(true);
        // What is chosen below has its own scroll bar sooner than the files are a slit.
        list.minHeightProperty().bind(Bindings.max(LEAST_LIST, heightProperty().multiply(LIST_SHARE)));
        VBox.setVgrow(list, Priority.ALWAYS);
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            RolloutChoice file = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.SPACE && file != null && list.getEditingIndex() < 0) {
                model.choose(file.file(), model.leftOut().contains(file.file()));
                event.consume();
            } else if (event.getCode() == KeyCode.F2 && file != null) {
                list.edit(list.getSelectionModel().getSelectedIndex());
                event.consume();
            }
        });
        return list;
    }

    /// Which files are trials of one model.
    private Node trials() {
        Label said = note(model.trialsProperty());
        said.setId("trials-said");
        said.getStyleClass().add("trials-said");
        said.setMinHeight(USE_PREF_SIZE);
        said.setTooltip(Texts.tip(
                "Files of one model are one series. Where they hold runs of the same task, these are its trials: the task counts once, by"
                        + " their mean. Files that are equal line for line count once. Change a model's name where a file is another's"));
        said.visibleProperty().bind(said.textProperty().isNotEmpty());
        said.managedProperty().bind(said.visibleProperty());
        return said;
    }

    /// The benchmark's rules, or what the files say.
    private Node judge() {
        VBox section = section("Judge by");
        section.getChildren().addAll(radios("judge-", form.judgeProperty(), List.of(JudgedBy.values()), JudgedBy::label));
        section.getChildren().add(note(form.judgeProperty().map(JudgedBy::note)));
        TextField threshold = field("own-threshold", "Score from which a run is a success", form.thresholdProperty());
        threshold.setPrefColumnCount(5);
        threshold.setOnAction(_ -> model.sayThreshold());
        threshold.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                model.sayThreshold();
            }
        });
        threshold.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                // The key goes on and leaves the field.
                model.showThreshold();
            }
        });
        HBox line = new HBox(Texts.plain("Success from a score of"), threshold);
        line.getStyleClass().add("field-line");
        line.setAlignment(Pos.CENTER_LEFT);
        showFor(line, JudgedBy.OWN);
        Label where = Texts.wrapped("For all of this workspace. Where a file says itself whether a run is a success, its word counts.",
                "muted", "hint");
        showFor(where, JudgedBy.OWN);
        section.getChildren().addAll(line, where);
        return section;
    }

    private void showFor(Node node, JudgedBy judge) {
        node.visibleProperty().bind(form.judgeProperty().map(judge::equals));
        node.managedProperty().bind(node.visibleProperty());
    }

    private Node profile() {
        VBox section = section("Profile");
        HBox profiles = new HBox();
        profiles.getStyleClass().add("radio-line");
        profiles.getChildren()
                .addAll(radios("profile-", form.profileProperty(), List.of(ScoringProfile.values()), ScoringProfile::wireName));
        section.getChildren().addAll(profiles, note(form.profileProperty().map(ScoringProfile::sentence)));
        CheckBox noThink = new CheckBox("Runs without thinking");
        noThink.setId("no-think");
        noThink.selectedProperty().bindBidirectional(form.noThinkProperty());
        section.getChildren().addAll(noThink, Texts.wrapped("Then the format looks at the tool calls alone.", "muted", "hint"));
        return section;
    }

    private Node similarity() {
        VBox section = section("Title similarity");
        section.getChildren().addAll(radios("similarity-", form.similarityProperty(), List.of(Kind.values()), Kind::label));
        TextField table = field("similarity-file", "File of similarities", form.tableFileProperty());
        HBox.setHgrow(table, Priority.ALWAYS);
        Button choose = Icons.button(Feather.FOLDER, "Choose the file of similarities", this::chooseTable);
        choose.setId("choose-similarity-file");
        HBox file = new HBox(table, choose);
        file.getStyleClass().add("field-line");
        ServerPane server = new ServerPane(servers);
        showFor(file, Kind.TABLE);
        showFor(server, Kind.ENDPOINT);
        HBox models = new HBox();
        models.getStyleClass().add("radio-line");
        models.getChildren()
                .addAll(radios("embedded-", form.embeddedProperty(), List.of(EmbeddedModel.values()), EmbeddedModel::label));
        Label model = note(form.embeddedProperty().map(one -> one.note() + " " + EmbeddedSimilarity.calibrations(one).getFirst().brief()));
        model.setId("embedded-note");
        showFor(models, Kind.EMBEDDED);
        showFor(model, Kind.EMBEDDED);
        section.getChildren().addAll(note(form.similarityProperty().map(Kind::note)), models, model, file, server);
        return section;
    }

    private void chooseTable() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("File of similarities");
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("JSON", "*.json"));
        File file = chooser.showOpenDialog(getScene().getWindow());
        if (file != null) {
            form.tableFileProperty().set(file.toString());
        }
    }

    private void showFor(Node node, Kind kind) {
        node.visibleProperty().bind(form.similarityProperty().map(kind::equals));
        node.managedProperty().bind(node.visibleProperty());
    }

    static <T extends Enum<T>> List<RadioButton> radios(
            String idPrefix, ObjectProperty<T> chosen, List<T> values, Function<T, String> label) {
        ToggleGroup group = new ToggleGroup();
        return values.stream()
                .map(value -> {
                    RadioButton radio = new RadioButton(Texts.drawn(label.apply(value)));
                    radio.setId(idPrefix + value.name().toLowerCase(Locale.ROOT));
                    radio.setToggleGroup(group);
                    chosen.subscribe(now -> radio.setSelected(now == value));
                    radio.setOnAction(_ -> chosen.set(value));
                    return radio;
                })
                .toList();
    }

    static TextField field(String id, String prompt, StringProperty text) {
        TextField field = new LineField();
        field.setId(id);
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        field.textProperty().bindBidirectional(text);
        return field;
    }

    private static VBox section(String title) {
        VBox section = new VBox(Texts.heading(title));
        section.setMinHeight(USE_PREF_SIZE);
        section.getStyleClass().add("section");
        return section;
    }

    static Label note(ObservableValue<String> text) {
        Label note = Texts.wrapped("", "muted", "hint");
        Texts.follow(note, text);
        return note;
    }

    private static Hyperlink link(String id, String text, Runnable action) {
        Hyperlink link = Texts.link(text);
        link.setId(id);
        link.setAccessibleText(text + " rollout files");
        link.setAlignment(Pos.CENTER);
        link.setOnAction(_ -> {
            link.setVisited(false);
            action.run();
        });
        return link;
    }
}
