package org.shoptrace.ui.evaluate;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.property.Property;
import javafx.scene.control.ToggleButton;
import org.shoptrace.ui.kit.Texts;

/// One of several things, as a line of chips. The chosen chip stays chosen when it is pressed again.
final class Choices {
    private Choices() {}

    /// @param id   of a chip, by its place
    /// @param name of a chip, for people
    static <T> List<ToggleButton> of(List<T> values, Property<T> chosen, Function<Integer, String> id, Function<T, String> name) {
        List<ToggleButton> chips = IntStream.range(0, values.size())
                .mapToObj(place -> {
                    ToggleButton chip = new ToggleButton(Texts.drawn(name.apply(values.get(place))));
                    chip.setId(id.apply(place));
                    chip.setMnemonicParsing(false);
                    chip.getStyleClass().add("chip-toggle");
                    chip.setSelected(Objects.equals(values.get(place), chosen.getValue()));
                    return chip;
                })
                .toList();
        for (int i = 0; i < chips.size(); i++) {
            T value = values.get(i);
            chips.get(i).setOnAction(_ -> {
                chosen.setValue(value);
                for (int other = 0; other < chips.size(); other++) {
                    chips.get(other).setSelected(Objects.equals(values.get(other), value));
                }
            });
        }
        return chips;
    }
}
