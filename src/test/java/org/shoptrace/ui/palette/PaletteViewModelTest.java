package org.shoptrace.ui.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.catalog.SampleProducts;
import org.shoptrace.core.job.DirectJobRunner;
import org.shoptrace.core.search.RunTexts;
import org.shoptrace.core.session.CatalogState;
import org.shoptrace.core.session.GivenWorkspace;
import org.shoptrace.core.settings.KeySettings;
import org.shoptrace.core.task.TaskCodec;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.ui.FakeNavigator;
import org.shoptrace.ui.FakeSandbox;
import org.shoptrace.ui.LateJobRunner;
import org.shoptrace.ui.kit.KeyMap;
import org.shoptrace.ui.palette.PaletteEntry.Kind;
import org.shoptrace.ui.session.WorkspaceViewModel;

class PaletteViewModelTest {
    private final GivenWorkspace given = new GivenWorkspace();
    private final WorkspaceViewModel workspace = new WorkspaceViewModel(given.open());
    private final FakeNavigator navigator = new FakeNavigator();
    private final List<String> done = new ArrayList<>();
    private final KeyMap keys = new KeyMap(KeySettings.USUAL, _ -> {});
    private final PaletteViewModel model = new PaletteViewModel(
            workspace,
            new DirectJobRunner(),
            keys,
            new PaletteViewModel.Ways(navigator, this::commands, this::reference, text -> done.add("search " + text)));
    private final Run run = RunTexts.run(1, "a red mug", List.of(RunTexts.turn("t", "")));

    private List<PaletteCommand> commands() {
        return List.of(
                new PaletteCommand("next-step", "Replay", "Next step", "j", () -> done.add("next-step")),
                new PaletteCommand("keys", "", "List of keys", "?", () -> done.add("keys")));
    }

    private Optional<PaletteEntry> reference(String typed) {
        return typed.equals("abcdef#2")
                ? Optional.of(new PaletteEntry(Kind.REFERENCE, "Step 2", "", "", () -> done.add("reference")))
                : Optional.empty();
    }

    @BeforeEach
    void open() throws Exception {
        given.tasks(List.of(TaskCodec.decode(RunTexts.json("{'query':'a red mug','reward':{'product_id':'1'}}"))));
        given.add(RunTexts.summaries(List.of(run)));
    }

    private PaletteEntry only(Kind kind) {
        List<PaletteEntry> entries = model.entries().stream().filter(entry -> entry.kind() == kind).toList();
        assertEquals(1, entries.size(), model.entries()::toString);
        return entries.getFirst();
    }

    @Test
    void withoutATextEveryCommandIsOfferedWithItsKeys() {
        keys.change("next-step", "n");
        model.type("");
        assertEquals(List.of("Next step", "List of keys"), model.entries().stream().map(PaletteEntry::title).toList());
        assertEquals(List.of("n", "?"), model.entries().stream().map(PaletteEntry::keys).toList());
        model.entries().getFirst().open().run();
        assertEquals(List.of("next-step"), done);
    }

    @Test
    void commandsTasksRunsAndReferencesAnswer() {
        model.type("red mug");
        only(Kind.TASK).open().run();
        only(Kind.RUN).open().run();
        only(Kind.SEARCH).open().run();
        assertEquals(List.of("task a red mug", "run " + run.id().sha256().substring(0, 4) + " step 1"), navigator.sent());
        assertEquals(List.of("search red mug"), done);
        model.type("nxt stp");
        assertEquals("Next step", only(Kind.COMMAND).title());
        model.type("abcdef#2");
        only(Kind.REFERENCE).open().run();
        assertEquals("reference", done.getLast());
        model.type(run.id().sha256().substring(0, 12));
        assertEquals("a red mug", only(Kind.RUN).title());
    }

    @Test
    void enterRightAfterALetterWaitsForWhatTheLetterBrings() {
        LateJobRunner late = new LateJobRunner();
        PaletteViewModel slow = new PaletteViewModel(
                workspace, late, keys,
                new PaletteViewModel.Ways(navigator, this::commands, this::reference, text -> done.add("search " + text)));
        Runnable open = () -> slow.entries().getFirst().open().run();
        slow.type("");
        slow.type("list of");
        slow.whenOffered(open);
        assertEquals(List.of(), done, "the first of all commands is not what was typed");
        late.finish(0);
        assertEquals(List.of("keys"), done);
        slow.whenOffered(open);
        assertEquals(List.of("keys", "keys"), done);
        slow.type("next");
        slow.whenOffered(open);
        slow.type("next s");
        late.finish(1);
        late.finish(2);
        assertEquals(List.of("keys", "keys"), done, "typing on calls it off");
    }

    @Test
    void productsOfTheOpenCatalogueAnswer() {
        FakeSandbox sandbox = new FakeSandbox(List.of(SampleProducts.product("77", "garden hose", "5", "250", List.of())));
        given.catalog(new CatalogState.Open(sandbox));
        model.type("hose");
        only(Kind.PRODUCT).open().run();
        model.type("77");
        assertEquals("garden hose", only(Kind.PRODUCT).title());
        assertEquals(List.of("product 77"), navigator.sent());
        sandbox.breakDown();
        model.type("hose");
        assertTrue(only(Kind.SEARCH).title().contains("failed"), model.entries()::toString);
    }
}
