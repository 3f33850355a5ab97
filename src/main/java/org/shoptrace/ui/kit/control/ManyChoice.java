package org.shoptrace.ui.kit.control;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.StringConverter;
import org.controlsfx.control.CheckComboBox;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.markup.DrawnText;

/// Any number of a few values, such as the services that a search asks for; none chosen means that all will do. Down, Space or F4 open it;
/// Space then checks and unchecks, Escape closes it.
public final class ManyChoice<E> extends CheckComboBox<E> {
    private final String name;
    private final String any;
    private final Function<E, String> label;
    private Consumer<Set<E>> onChange = _ -> {};
    private boolean filling;

    /// @param name  what is chosen, for those who do not see it, such as `Services`
    /// @param any   shown while nothing is chosen, such as `Any service`
    /// @param label a value's name for people
    public ManyChoice(String id, String name, String any, Function<E, String> label) {
        this.name = name;
        this.any = any;
        this.label = label;
        setId(id);
        setMaxWidth(Double.MAX_VALUE);
        setAccessibleRole(AccessibleRole.COMBO_BOX);
        setConverter(new Names());
        getCheckModel().getCheckedItems().addListener((ListChangeListener<E>) _ -> checksChanged());
        skinProperty().subscribe(_ -> dress());
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        sayChosen();
    }

    /// Told what is chosen whenever the user changes it.
    public void setOnChoice(Consumer<Set<E>> told) {
        onChange = told;
    }

    /// What can be chosen; what is chosen and still there stays so.
    public void offer(List<E> values) {
        if (values.equals(getItems())) {
            return;
        }
        Set<E> chosen = chosen();
        filling = true;
        getCheckModel().clearChecks();
        getItems().setAll(values);
        filling = false;
        choose(chosen);
    }

    /// Chooses exactly these, without telling anybody.
    public void choose(Collection<E> values) {
        filling = true;
        for (E item : getItems()) {
            if (values.contains(item) && !getCheckModel().isChecked(item)) {
                getCheckModel().check(item);
            } else if (!values.contains(item) && getCheckModel().isChecked(item)) {
                getCheckModel().clearCheck(item);
            }
        }
        filling = false;
        sayChosen();
    }

    /// In the order in which they are offered.
    public Set<E> chosen() {
        return getItems().stream().filter(getCheckModel()::isChecked).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void checksChanged() {
        if (!filling) {
            sayChosen();
            onChange.accept(chosen());
        }
    }

    private void sayChosen() {
        String text = chosen().isEmpty() ? any : chosen().stream().map(label).collect(Collectors.joining(", "));
        setTitle(text);
        setAccessibleText(name + ": " + text);
        box().ifPresent(box -> ((ListCell<?>) box.getButtonCell()).setText(text));
    }

    private Optional<ComboBox<?>> box() {
        return getChildrenUnmodifiable().stream().filter(ComboBox.class::isInstance).<ComboBox<?>>map(each -> (ComboBox<?>) each)
                .findFirst();
    }

    /// The box inside is not the one that has the focus, and its own text does not follow the title.
    private void dress() {
        box().ifPresent(box -> {
            box.setMinWidth(0);
            ((ListCell<?>) box.getButtonCell()).setText(getTitle());
        });
    }

    private void pressed(KeyEvent event) {
        if (event.getTarget() == this
                && (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.F4)) {
            show();
            event.consume();
        }
    }

    private final class Names extends StringConverter<E> {
        @Override
        public String toString(@Nullable E value) {
            return value == null ? "" : DrawnText.of(label.apply(value));
        }

        @Override
        public E fromString(String text) {
            throw new UnsupportedOperationException("values are checked, not typed");
        }
    }
}
