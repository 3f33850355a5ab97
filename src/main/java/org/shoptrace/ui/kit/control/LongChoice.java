package org.shoptrace.ui.kit.control;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.util.StringConverter;
import org.controlsfx.control.SearchableComboBox;
import org.controlsfx.control.textfield.CustomTextField;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.core.markup.DrawnText;
import org.shoptrace.ui.kit.Icons;

/// One of values that can be many, such as the models of a workspace: letters typed while it is open narrow the list.
public final class LongChoice<E> extends SearchableComboBox<E> {
    private boolean filling;

    /// @param name  what is chosen, for those who do not see it
    /// @param label a value's name for people, which is searched
    public LongChoice(String id, String name, Function<E, String> label) {
        setId(id);
        setAccessibleText(name);
        setMaxWidth(Double.MAX_VALUE);
        skinProperty().subscribe(_ -> dress());
        setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable E value) {
                return value == null ? "" : DrawnText.of(label.apply(value));
            }

            @Override
            public E fromString(String text) {
                return getItems().stream().filter(item -> toString(item).equals(text)).findFirst().orElseThrow();
            }
        });
    }

    /// The field that takes the place of the box while it is open: its sign is a picture made for light grounds.
    private void dress() {
        for (Node child : getChildrenUnmodifiable()) {
            if (child instanceof CustomTextField field) {
                field.setLeft(Icons.of(Feather.SEARCH));
                field.setPromptText("Some letters of it");
                field.setAccessibleText(getAccessibleText() + ": some letters of it");
                field.getStyleClass().add("search-words");
            }
        }
    }

    /// Told what is chosen whenever the user changes it.
    public void setOnChoice(Consumer<E> told) {
        valueProperty().addListener((_, before, now) -> {
            if (!filling && now != null && !Objects.equals(before, now)) {
                told.accept(now);
            }
        });
    }

    /// What can be chosen, and which of it is, without telling anybody.
    public void offer(List<E> values, E chosen) {
        filling = true;
        if (!values.equals(getItems())) {
            getItems().setAll(values);
        }
        setValue(chosen);
        filling = false;
    }
}
