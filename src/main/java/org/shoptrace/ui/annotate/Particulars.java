package org.shoptrace.ui.annotate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.model.annotation.Overrule;
import org.shoptrace.model.annotation.Subject;
import org.shoptrace.model.annotation.TaskVerdict;
import org.shoptrace.model.finding.FailureClass;
import org.shoptrace.model.finding.Fault;
import org.shoptrace.model.finding.Stage;
import org.shoptrace.model.trajectory.Span;
import org.shoptrace.ui.kit.Flow;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Texts;

/// What can be said of one kind of subject only: a verdict on the task, another stage and fault of the run, pieces of a step's text. The
/// same controls stay while they fit, so that one that is used by keys keeps the focus.
final class Particulars {
    private final AnnotateViewModel model;
    private final List<Runnable> updates = new ArrayList<>();
    private final Object shape;
    private final List<Node> nodes;

    /// @param markText opens the step's texts
    Particulars(AnnotateViewModel model, Runnable markText) {
        this.model = model;
        shape = shape();
        nodes = model.subjectProperty().get().map(subject -> switch (subject) {
            case Subject.OfTask _ -> List.of(verdicts());
            case Subject.OfRun _ -> overrules();
            case Subject.OfStep _ -> spans(markText);
            case Subject.OfCall _,Subject.OfProduct _ -> List.<Node>of();
        })
                .orElse(List.of());
    }

    List<Node> nodes() {
        return nodes;
    }

    /// Whether these are still the controls for what is spoken of.
    boolean fits() {
        return shape.equals(shape());
    }

    /// Shows what the form holds now.
    void refresh() {
        updates.forEach(Runnable::run);
    }

    private Object shape() {
        return List.of(
                model.subjectProperty().get(), model.truthHiddenProperty().get(), model.computed(),
                model.statementProperty().get().spans());
    }

    private Node verdicts() {
        FlowPane choices = new Flow(Texts.muted("The task is"));
        choices.getStyleClass().add("annotate-labels");
        for (TaskVerdict verdict : TaskVerdict.values()) {
            ToggleButton choice = new ToggleButton(Texts.drawn(verdict.label()));
            choice.setId("verdict-" + verdict.wireName());
            choice.getStyleClass().addAll("chip", "choice");
            choice.setWrapText(true);
            updates.add(() -> choice.setSelected(model.statementProperty().get().verdict().equals(Optional.of(verdict))));
            choice.setOnAction(_ -> model.verdict(verdict));
            choices.getChildren().add(choice);
        }
        return choices;
    }

    private List<Node> overrules() {
        Optional<FailureClass> computed = model.computed();
        boolean hidden = model.truthHiddenProperty().get();
        String stage = asComputed(hidden, computed.map(of -> of.stage().label()));
        String fault = asComputed(hidden, computed.map(of -> of.fault().label()));
        return List.of(
                choice("overrule-stage", "Stage", Stage.values(), Stage::label, stage, Overrule::stage,
                        chosen -> model.overrule(chosen, said().fault())),
                choice("overrule-fault", "Fault", Fault.values(), Fault::label, fault, Overrule::fault,
                        chosen -> model.overrule(said().stage(), chosen)));
    }

    private Overrule said() {
        return model.statementProperty().get().overrule();
    }

    private static String asComputed(boolean hidden, Optional<String> computed) {
        return hidden ? "as computed, hidden" : computed.map(value -> "as computed: " + value).orElse("nothing computed");
    }

    private <E> Node choice(
            String id, String title, E[] values, Function<E, String> label, String asComputed, Function<Overrule, Optional<E>> said,
            Consumer<Optional<E>> choose) {
        ComboBox<Optional<E>> box = new ComboBox<>();
        box.setId(id);
        box.setAccessibleText(title + ", " + asComputed);
        box.getItems().add(Optional.empty());
        Arrays.stream(values).map(Optional::of).forEach(box.getItems()::add);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Optional<E> value) {
                return value == null ? "" : Texts.drawn(value.map(label).orElse(asComputed));
            }

            @Override
            public Optional<E> fromString(String text) {
                throw new UnsupportedOperationException("it is chosen, not written");
            }
        });
        updates.add(() -> box.setValue(said.apply(said())));
        box.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(box, Priority.ALWAYS);
        box.setOnAction(_ -> {
            if (!box.getValue().equals(said.apply(said()))) {
                choose.accept(box.getValue());
            }
        });
        HBox line = new HBox(Texts.muted(title), box);
        line.getStyleClass().add("annotate-actions");
        return line;
    }

    private List<Node> spans(Runnable markText) {
        List<Node> nodes = new ArrayList<>();
        for (Span span : model.statementProperty().get().spans()) {
            Button remove = Icons.button(Feather.X, "Unmark this piece", () -> model.unmark(span));
            HBox line = new HBox(Texts.wrapped(span.field().label() + ": “" + span.quote() + "”", "muted"), remove);
            HBox.setHgrow(line.getChildren().getFirst(), Priority.ALWAYS);
            line.getStyleClass().add("annotate-actions");
            nodes.add(line);
        }
        if (!model.texts().isEmpty()) {
            Hyperlink mark = Texts.link("Mark a piece of this step's text…");
            mark.setId("mark-text");
            mark.setWrapText(true);
            mark.setOnAction(_ -> markText.run());
            nodes.add(mark);
        }
        return nodes;
    }
}
