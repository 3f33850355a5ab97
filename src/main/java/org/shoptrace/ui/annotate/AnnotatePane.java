package org.shoptrace.ui.annotate;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.shoptrace.core.annotate.LabelSet;
import org.shoptrace.model.annotation.Statement;
import org.shoptrace.model.annotation.Subject;
import org.shoptrace.ui.kit.Chip;
import org.shoptrace.ui.kit.Flow;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.KeyCommands;
import org.shoptrace.ui.kit.Texts;

/// The form below the inspector: one line until it is wanted, so that the findings keep their room.
public final class AnnotatePane extends VBox {
    private static final Duration TYPING_PAUSE = Duration.millis(600);
    /// Who types on without a pause loses no more than this when the program is killed.
    private static final Duration LONGEST_UNKEPT = Duration.seconds(2);

    private final AnnotateViewModel model;
    private final Runnable openDesk;
    private final Runnable markText;
    private final Label about = Texts.muted("");
    private final Label count = Texts.muted("");
    private final Chip queue = new Chip("", Chip.Tone.ACCENT);
    private final ComboBox<Subject> subject = new ComboBox<>();
    private final FlowPane labels = new Flow();
    private final TextArea note = new TextArea();
    private final VBox particulars = new VBox();
    private final VBox said = new VBox();
    private final VBox form = new VBox();
    private final ScrollPane scroll = new ScrollPane(form);
    private final AuthorField author;
    private final PauseTransition pause = new PauseTransition(TYPING_PAUSE);
    private final PauseTransition unkept = new PauseTransition(LONGEST_UNKEPT);
    /// Where the focus was before it came into the form by a key.
    private Optional<Node> cameFrom = Optional.empty();
    private Optional<Particulars> shown = Optional.empty();
    private boolean allLabels;
    private boolean refreshing;

    /// @param openDesk opens queues, agreement and files
    /// @param markText opens the step's texts, to mark a piece
    public AnnotatePane(AnnotateViewModel model, Runnable openDesk, Runnable markText) {
        this.model = model;
        this.openDesk = openDesk;
        this.markText = markText;
        author = new AuthorField(model);
        setId("annotate");
        getStyleClass().add("annotate");
        buildForm();
        getChildren().addAll(head(), author, scroll);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setAccessibleText("Annotation");
        model.unfoldedProperty().subscribe(_ -> refresh());
        model.subjectProperty().subscribe(_ -> refresh());
        model.statementProperty().subscribe(_ -> {
            pause.playFromStart();
            unkept.play();
            refresh();
        });
        pause.setOnFinished(_ -> {
            unkept.stop();
            model.keepDraft();
        });
        unkept.setOnFinished(_ -> model.keepDraft());
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && cameFrom.isPresent()) {
                goBack();
                event.consume();
            }
        });
        model.truthHiddenProperty().subscribe(_ -> refresh());
        model.findingsProperty().subscribe(_ -> refresh());
        model.annotations().annotationsProperty().subscribe(_ -> refresh());
        model.annotations().queueProperty().subscribe(_ -> refresh());
        model.annotations().authorProperty().subscribe(_ -> {
            boolean asked = author.isVisible();
            refresh();
            if (asked && !author.isVisible()) {
                subject.requestFocus();
            }
        });
        model.annotations().labelSetProperty().subscribe(_ -> refresh());
    }

    /// The keys of the form, for the screen that it stands in.
    public void bind(KeyCommands keys) {
        keys.bind("annotate", "e", "Annotate", () -> {
            model.unfold(!model.unfoldedProperty().get());
            if (model.unfoldedProperty().get()) {
                focusFirst();
            } else {
                goBack();
            }
        });
        keys.bind("annotate-note", "n", "Write a note", () -> {
            model.unfold(true);
            if (model.annotations().canAnnotate()) {
                remember();
                note.requestFocus();
                // What is there already is gone on with.
                note.end();
            } else {
                focusFirst();
            }
        });
        IntStream.rangeClosed(1, LabelSet.WITH_KEY).forEach(digit -> keys.bindOnce(
                "label-" + digit, Integer.toString(digit), "Give or take back label " + digit, () -> {
                    model.unfold(true);
                    model.toggleLabel(digit);
                }));
        keys.bindOnce("submit-annotation", "Ctrl+Enter", "Submit the annotation and go on", this::submitAndGoOn)
                .bind("undo-annotation", "Ctrl+Z", "Undo the last annotation", model::undo)
                .bind("redo-annotation", "Ctrl+Shift+Z", "Redo the last annotation", model::redo)
                .bind("annotation-desk", "q", "Queues, agreement and annotation files", openDesk);
    }

    /// The next run's labels are keys again, so the cursor does not stay in the note.
    private void submitAndGoOn() {
        model.submitAndGoOn(this::goBack);
    }

    private void remember() {
        Node focused = getScene() == null ? null : getScene().getFocusOwner();
        if (focused != null && !isInside(focused)) {
            cameFrom = Optional.of(focused);
        }
    }

    private void goBack() {
        Node focused = getScene() == null ? null : getScene().getFocusOwner();
        if (focused != null && isInside(focused)) {
            cameFrom.filter(node -> node.getScene() == getScene()).ifPresent(Node::requestFocus);
        }
    }

    private boolean isInside(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each == this) {
                return true;
            }
        }
        return false;
    }

    private void focusFirst() {
        remember();
        if (author.isVisible()) {
            author.ask();
        } else {
            subject.requestFocus();
        }
    }

    private Node head() {
        FontIcon chevron = Icons.of(Feather.CHEVRON_RIGHT);
        ToggleButton fold = new ToggleButton("Annotate", chevron);
        fold.setId("fold-annotate");
        fold.getStyleClass().addAll("section-toggle", "heading");
        fold.setMinWidth(0);
        fold.setOnAction(_ -> model.unfold(fold.isSelected()));
        model.unfoldedProperty().subscribe(on -> {
            fold.setSelected(on);
            chevron.setIconCode(on ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
            fold.setAccessibleText("Annotate" + (on ? ", unfolded" : ", folded"));
        });
        about.setMinWidth(0);
        // What the form is about gives way before its name does.
        about.setPrefWidth(0);
        about.setId("annotate-about");
        HBox.setHgrow(about, Priority.ALWAYS);
        about.setMaxWidth(Double.MAX_VALUE);
        count.setMinWidth(Region.USE_PREF_SIZE);
        count.setId("annotate-count");
        queue.setId("queue-progress");
        queue.setMinWidth(Region.USE_PREF_SIZE);
        Button undo = Icons.button(Feather.CORNER_UP_LEFT, "Undo your last annotation", model::undo);
        undo.setId("undo-annotation");
        Button redo = Icons.button(Feather.CORNER_UP_RIGHT, "Redo your last annotation", model::redo);
        redo.setId("redo-annotation");
        Button desk = Icons.button(Feather.INBOX, "Queues, agreement and annotation files", openDesk);
        desk.setId("open-annotation-desk");
        HBox name = new HBox(fold, about, count, queue);
        HBox does = new HBox(undo, redo, desk);
        name.setMinWidth(0);
        Flow head = new Flow(name, does);
        // With large text the buttons take a line of their own.
        name.prefWidthProperty().bind(Bindings.createDoubleBinding(() -> {
            double room = head.getWidth() - head.snappedLeftInset() - head.snappedRightInset();
            double beside = room - does.prefWidth(-1) - head.getHgap();
            return Math.max(0, beside >= fold.prefWidth(-1) ? beside : room);
        }, head.widthProperty(), fold.fontProperty(), head.insetsProperty()));
        List.of(name, does).forEach(part -> part.getStyleClass().add("annotate-head-part"));
        head.getStyleClass().add("annotate-head");
        return head;
    }

    private void buildForm() {
        subject.setId("annotate-subject");
        subject.setAccessibleText("What the annotation speaks of");
        subject.setMaxWidth(Double.MAX_VALUE);
        subject.setMinWidth(0);
        subject.setConverter(new SubjectWords());
        subject.setItems(model.subjects());
        subject.valueProperty().subscribe(chosen -> {
            if (!refreshing && chosen != null) {
                model.speakOf(chosen);
            }
        });
        labels.getStyleClass().add("annotate-labels");
        note.setId("annotate-note");
        note.setPromptText("A note");
        note.setAccessibleText("Note");
        note.setWrapText(true);
        note.setPrefRowCount(2);
        // A tab has no place in a note; to the next control it has.
        note.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
                event.consume();
                note.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            }
        });
        note.textProperty().subscribe(text -> {
            if (!refreshing) {
                model.note(text);
            }
        });
        Button submit = new Button("Submit and go on");
        submit.setId("submit-annotation");
        submit.getStyleClass().add("accent");
        submit.setOnAction(_ -> submitAndGoOn());
        Button stay = new Button("Submit");
        stay.setId("submit-and-stay");
        stay.setOnAction(_ -> model.submit());
        FlowPane actions = new Flow(submit, stay, Texts.muted("Ctrl+Enter"));
        actions.getStyleClass().add("annotate-actions");
        form.getStyleClass().add("annotate-form");
        said.getStyleClass().add("annotate-said");
        particulars.getStyleClass().add("annotate-said");
        form.getChildren().addAll(subject, labels, note, particulars, actions, said);
    }

    private void refresh() {
        refreshing = true;
        boolean open = model.subjectProperty().get().isPresent();
        boolean unfolded = model.unfoldedProperty().get();
        boolean named = model.annotations().canAnnotate();
        author.setVisible(unfolded && !named);
        author.setManaged(unfolded && !named);
        scroll.setVisible(unfolded && named);
        scroll.setManaged(unfolded && named);
        String who = model.annotations().authorProperty().get();
        Texts.say(about, open
                ? model.subjectProperty().get().map(Subject::words).orElse("") + (who.isEmpty() ? "" : " · " + who) + unsubmitted()
                : "no run is open");
        Texts.say(count, model.ofTheRun() == 0 ? "" : model.ofTheRun() + " in this run");
        Optional<String> progress = model.progress();
        Texts.say(queue, progress.map(done -> "Queue: " + done).orElse(""));
        queue.setVisible(progress.isPresent());
        queue.setManaged(progress.isPresent());
        if (unfolded && named) {
            subject.setValue(model.subjectProperty().get().orElse(null));
            Statement statement = model.statementProperty().get();
            if (!note.getText().equals(statement.note())) {
                note.setText(statement.note());
            }
            showLabels(statement);
            showParticulars();
            showSaid();
        }
        refreshing = false;
    }

    private void showParticulars() {
        Particulars fitting = shown.filter(Particulars::fits).orElseGet(() -> new Particulars(model, markText));
        if (!shown.equals(Optional.of(fitting))) {
            shown = Optional.of(fitting);
            particulars.getChildren().setAll(fitting.nodes());
        }
        fitting.refresh();
    }

    /// Only when there is something else to show: what was unfolded stays so while the user types.
    private void showSaid() {
        List<Object> now = List.of(model.others(), model.earlier(), model.labelSet());
        if (!now.equals(said.getUserData())) {
            said.setUserData(now);
            said.getChildren().setAll(SaidBefore.of(model));
        }
    }

    private String unsubmitted() {
        return model.isUnsubmitted() ? " · not submitted" : "";
    }

    private void showLabels(Statement statement) {
        // The same set of buttons is kept while the labels are: one that has the focus must not lose it when it is pressed.
        List<LabelSet.Label> all = model.labelSet().labels();
        List<LabelSet.Label> shown = allLabels || all.size() <= LabelSet.WITH_KEY
                ? all
                : IntStream.range(0, all.size())
                        .filter(i -> i < LabelSet.WITH_KEY || statement.labels().contains(all.get(i).name()))
                        .mapToObj(all::get)
                        .toList();
        if (!shown.equals(labels.getUserData())) {
            labels.setUserData(shown);
            labels.getChildren().setAll(shown.stream().<Node>map(label -> toggle(label, all.indexOf(label) + 1)).toList());
            if (all.size() > LabelSet.WITH_KEY) {
                labels.getChildren().add(more());
            }
        }
        for (int i = 0; i < shown.size(); i++) {
            ((ToggleButton) labels.getChildren().get(i)).setSelected(statement.labels().contains(shown.get(i).name()));
        }
    }

    private ToggleButton toggle(LabelSet.Label label, int place) {
        String digit = place <= LabelSet.WITH_KEY ? place + " " : "";
        ToggleButton toggle = new ToggleButton(Texts.drawn(digit + label.title()));
        toggle.setId("label-" + label.name());
        toggle.getStyleClass().addAll("chip", "choice");
        toggle.setWrapText(true);
        toggle.setAccessibleText("Label " + label.title());
        toggle.setOnAction(_ -> model.toggleLabel(label.name()));
        return toggle;
    }

    private Button more() {
        Button more = new Button(Texts.drawn(allLabels ? "Fewer" : "More labels"));
        more.setId("more-labels");
        more.getStyleClass().addAll("flat", "small");
        more.setOnAction(_ -> {
            allLabels = !allLabels;
            refresh();
        });
        return more;
    }

    /// Subjects in words, for the choice of one.
    private static final class SubjectWords extends StringConverter<Subject> {
        @Override
        public String toString(@Nullable Subject of) {
            if (of == null) {
                return "";
            }
            String words = of.words();
            return Character.toUpperCase(words.charAt(0)) + words.substring(1);
        }

        @Override
        public Subject fromString(String text) {
            throw new UnsupportedOperationException("subjects are chosen, not written");
        }
    }
}
