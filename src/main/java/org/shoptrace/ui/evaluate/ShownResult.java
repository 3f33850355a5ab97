package org.shoptrace.ui.evaluate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.shoptrace.core.evaluate.kept.KeptResults;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.core.file.InputFile;

/// The result that is shown, and whether it still holds. What it was made with and from is its [SetupViewModel.Basis]: where that differs
/// from what is chosen now, the result is stale.
final class ShownResult {
    private final ReadOnlyObjectProperty<Optional<SetupViewModel.Basis>> present;
    private final ReadOnlyObjectWrapper<Optional<EvaluationResult>> result = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<List<String>> doubts = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Instant>> made = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<SetupViewModel.Basis> basis = Optional.empty();
    private List<InputFile> inputs = List.of();

    /// @param present what would be evaluated now
    ShownResult(ReadOnlyObjectProperty<Optional<SetupViewModel.Basis>> present) {
        this.present = present;
        present.addListener((_, _, _) -> refresh());
    }

    // Properties

    ReadOnlyObjectProperty<Optional<EvaluationResult>> resultProperty() {
        return result.getReadOnlyProperty();
    }

    /// Whether what is chosen, or what the workspace holds, is no longer what the result was made from.
    ReadOnlyBooleanProperty staleProperty() {
        return stale.getReadOnlyProperty();
    }

    /// What has changed since a kept result was made, in short sentences; none for one that was made just now.
    ReadOnlyObjectProperty<List<String>> doubtsProperty() {
        return doubts.getReadOnlyProperty();
    }

    /// When a kept result was made; empty for one that was made just now.
    ReadOnlyObjectProperty<Optional<Instant>> madeProperty() {
        return made.getReadOnlyProperty();
    }

    /// What it was made with and from; empty where that is not known.
    Optional<SetupViewModel.Basis> basis() {
        return basis;
    }

    /// The files that it was made from, as they were then; none where nobody looked.
    List<InputFile> inputs() {
        return inputs;
    }

    boolean is(EvaluationResult other) {
        return result.get().filter(other::equals).isPresent();
    }

    // Commands

    /// Shows a result that was made just now.
    void show(Optional<SetupViewModel.Basis> madeOf, EvaluationResult shown) {
        show(madeOf, shown, List.of(), Optional.empty());
    }

    /// Shows a result that was kept.
    ///
    void showKept(SetupViewModel.Basis madeOf, KeptResults.Restored kept) {
        show(Optional.of(madeOf), kept.result(), kept.stale(), Optional.of(kept.made()));
        inputs = kept.inputs();
    }

    /// Tells the files that the shown result was made from, as they were.
    void madeFrom(List<InputFile> files) {
        inputs = List.copyOf(files);
    }

    /// Another workspace is being opened: what was scored belongs to the last one.
    void forget() {
        basis = Optional.empty();
        result.set(Optional.empty());
        doubts.set(List.of());
        made.set(Optional.empty());
        refresh();
    }

    private void show(Optional<SetupViewModel.Basis> madeOf, EvaluationResult shown, List<String> changes, Optional<Instant> when) {
        basis = madeOf;
        inputs = List.of();
        doubts.set(changes);
        made.set(when);
        result.set(Optional.of(shown));
        refresh();
    }

    private void refresh() {
        stale.set(!doubts.get().isEmpty() || basis.isPresent() && !present.get().equals(basis));
    }
}
