package org.shoptrace.ui.kit.control;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.util.StringConverter;
import org.controlsfx.control.PropertySheet;
import org.controlsfx.property.editor.PropertyEditor;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.markup.DrawnText;
import org.shoptrace.ui.kit.Decimals;

/// Settings under each other, each with its name and the control that changes it at once.
public final class SettingSheet extends PropertySheet {

    /// A setting.
    ///
    /// @param id    for tests and styles, of the control
    /// @param name  for people
    /// @param help  a sentence, shown where the name is pointed at
    /// @param kind  how it is changed
    /// @param value what counts now, whoever changed it
    /// @param set   makes another count
    public record Setting<T>(String id, String name, String help, Kind<T> kind, ObservableValue<T> value, Consumer<T> set) {}

    /// How a setting is changed.
    public sealed interface Kind<T> {}

    /// On or off.
    ///
    /// @param on what it is when it is on
    public record OnOff(String on) implements Kind<Boolean> {}

    /// One of a few.
    ///
    /// @param label a value's name for people
    public record OneOf<T>(List<T> values, Function<T, String> label) implements Kind<T> {}

    /// A whole number; it counts as a line does.
    ///
    /// @param least what is less does not count
    /// @param most  what is more does not count either
    public record Whole(int least, int most) implements Kind<Integer> {}

    /// Any finite number; it counts as a line does.
    public record Decimal() implements Kind<Double> {}

    /// A line of text; it counts at Enter and where the field is left.
    ///
    /// @param prompt what can be typed
    public record Line(String prompt) implements Kind<String> {}

    public SettingSheet(List<Setting<?>> settings) {
        setMode(Mode.NAME);
        setModeSwitcherVisible(false);
        setSearchBoxVisible(false);
        setPropertyEditorFactory(item -> ((Shown<?>) item).editor());
        // The pane scrolls by its controls; it is no stop of its own.
        skinProperty().subscribe(_ -> lookupAll(".scroll-pane").forEach(scroll -> scroll.setFocusTraversable(false)));
        getItems().setAll(FXCollections.observableArrayList(settings.stream().<Item>map(Shown::new).toList()));
    }

    private static Node control(Setting<?> setting) {
        return switch (setting.kind()) {
            case OnOff _ -> onOff(cast(setting));
            case OneOf<?> _ -> oneOf(setting);
            case Whole _ -> whole(cast(setting));
            case Decimal _ -> decimal(cast(setting));
            case Line _ -> line(cast(setting));
        };
    }

    @SuppressWarnings("unchecked")
    private static <T> Setting<T> cast(Setting<?> setting) {
        return (Setting<T>) setting;
    }

    private static Node onOff(Setting<Boolean> setting) {
        Switch control = new Switch(setting.id(), ((OnOff) (Kind<?>) setting.kind()).on());
        control.setAccessibleText(setting.name() + ": " + control.getText());
        setting.value().subscribe(control::setSelected);
        control.setOnSwitch(now -> tell(setting, now));
        return control;
    }

    private static <T> Node oneOf(Setting<T> setting) {
        ComboBox<T> control = new ComboBox<>();
        control.setId(setting.id());
        control.setAccessibleText(setting.name());
        OneOf<T> kind = (OneOf<T>) setting.kind();
        control.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : DrawnText.of(kind.label().apply(value));
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("a value is chosen, not typed");
            }
        });
        control.getItems().setAll(kind.values());
        setting.value().subscribe(control::setValue);
        control.setOnAction(_ -> tell(setting, control.getValue()));
        return control;
    }

    private static Node whole(Setting<Integer> setting) {
        Whole kind = (Whole) (Kind<?>) setting.kind();
        TextField control = field(setting, String::valueOf, text -> read(text, kind));
        control.setTextFormatter(new TextFormatter<>(change -> {
            change.setText(change.getText().replaceAll("\\D", ""));
            return change;
        }));
        control.setPrefColumnCount(6);
        return control;
    }

    private static Optional<Integer> read(String text, Whole kind) {
        if (text.isEmpty() || text.length() > 9) {
            return Optional.empty();
        }
        return Optional.of(Integer.valueOf(text)).filter(number -> number >= kind.least() && number <= kind.most());
    }

    private static Node decimal(Setting<Double> setting) {
        TextField control = field(setting, Decimals::text, Decimals::read);
        control.setPrefColumnCount(6);
        return control;
    }

    private static Node line(Setting<String> setting) {
        TextField control = field(setting, text -> text, Optional::of);
        control.setPromptText(((Line) (Kind<?>) setting.kind()).prompt());
        return control;
    }

    /// A field whose text counts at Enter and where it is left; what does not count is taken back.
    private static <T> TextField field(Setting<T> setting, Function<T, String> write, Function<String, Optional<T>> read) {
        TextField control = new LineField();
        control.setId(setting.id());
        control.setAccessibleText(setting.name());
        setting.value().subscribe(value -> control.setText(write.apply(value)));
        Runnable commit = () -> {
            read.apply(control.getText()).ifPresent(value -> tell(setting, value));
            control.setText(write.apply(setting.value().getValue()));
        };
        control.setOnAction(_ -> commit.run());
        control.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                commit.run();
            }
        });
        return control;
    }

    private static <T> void tell(Setting<T> setting, @Nullable T now) {
        if (now != null && !now.equals(setting.value().getValue())) {
            setting.set().accept(now);
        }
    }

    /// A setting in the shape that the control knows.
    private record Shown<T>(Setting<T> setting) implements Item {
        @Override
        public Class<?> getType() {
            return Object.class;
        }

        @Override
        public String getCategory() {
            return "";
        }

        @Override
        public String getName() {
            return setting.name();
        }

        @Override
        public String getDescription() {
            return setting.help();
        }

        @Override
        public Object getValue() {
            return setting.value().getValue();
        }

        /// The control sets it itself, so that nothing is set twice.
        @Override
        public void setValue(Object value) {}

        @Override
        public Optional<ObservableValue<? extends Object>> getObservableValue() {
            return Optional.of(setting.value());
        }

        PropertyEditor<Object> editor() {
            Node control = control(setting);
            return new PropertyEditor<>() {
                @Override
                public Node getEditor() {
                    return control;
                }

                @Override
                public Object getValue() {
                    return setting.value().getValue();
                }

                @Override
                public void setValue(Object value) {}
            };
        }
    }
}
