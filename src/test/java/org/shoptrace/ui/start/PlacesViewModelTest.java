package org.shoptrace.ui.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.job.DirectJobRunner;
import org.shoptrace.core.settings.RecentWorkspacesStore;
import org.shoptrace.ui.kit.Notices;

/// Two windows that keep what was opened in one list.
class PlacesViewModelTest {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    @TempDir
    private Path folder = Path.of("");

    private final Notices notices = new Notices();

    /// What a window has open.
    private final SimpleObjectProperty<Optional<Path>> here = new SimpleObjectProperty<>(Optional.empty());
    private final SimpleObjectProperty<Optional<Path>> there = new SimpleObjectProperty<>(Optional.empty());

    private PlacesViewModel window(SimpleObjectProperty<Optional<Path>> open, Path kept) {
        return new PlacesViewModel(
                new RecentWorkspacesStore(kept), () -> NOON,
                new PlacesViewModel.Ways(open, open::get, _ -> {}, () -> {}, () -> {}), new DirectJobRunner(), notices);
    }

    private static List<String> names(PlacesViewModel window) {
        return window.recents().stream().map(row -> row.folder().getFileName().toString()).toList();
    }

    private List<String> kept() {
        return new RecentWorkspacesStore(folder).load().folders().stream().map(each -> each.folder().getFileName().toString()).toList();
    }

    @Test
    void neitherTakesAwayWhatTheOtherOpened() {
        PlacesViewModel one = window(here, folder);
        PlacesViewModel other = window(there, folder);
        here.set(Optional.of(folder.resolve("a")));
        there.set(Optional.of(folder.resolve("b")));
        here.set(Optional.of(folder.resolve("c")));
        assertEquals(List.of("c", "b", "a"), kept());
        assertEquals(List.of("c", "b", "a"), names(one));
        other.remove(other.recents().getLast());
        assertEquals(List.of("c", "b"), kept());
        assertEquals(List.of("c", "b"), names(other));
    }

    @Test
    void whatCannotBeKeptIsShownAndTold() throws Exception {
        PlacesViewModel window = window(here, Files.writeString(folder.resolve("file"), "").resolve("config"));
        here.set(Optional.of(folder.resolve("a")));
        here.set(Optional.of(folder.resolve("b")));
        assertEquals(List.of("b", "a"), names(window));
        assertTrue(notices.open().getFirst().summary().contains("could not be saved"), notices.open()::toString);
    }

    @Test
    void knowsThatTheDemoIsWhatIsOpen() {
        SimpleObjectProperty<Optional<Path>> chosen = new SimpleObjectProperty<>(Optional.empty());
        PlacesViewModel window = new PlacesViewModel(
                new RecentWorkspacesStore(folder), () -> NOON,
                new PlacesViewModel.Ways(here, chosen::get, _ -> {}, () -> {}, () -> {}), new DirectJobRunner(), notices);
        assertFalse(window.demoOpenProperty().get(), "nothing is open");
        here.set(Optional.of(folder.resolve("demo")));
        assertTrue(window.demoOpenProperty().get(), "opened, and by nobody");
        chosen.set(Optional.of(folder.resolve("a")));
        here.set(chosen.get());
        assertFalse(window.demoOpenProperty().get());
    }
}
