package org.shoptrace.ui.takeover;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.agent.scripted.Shopper;
import org.shoptrace.core.agent.scripted.ShopperHabits;
import org.shoptrace.core.catalog.VocabularyReader;
import org.shoptrace.core.demo.DemoPlan;
import org.shoptrace.core.demo.DemoWorkspace;
import org.shoptrace.core.demo.FactPages;
import org.shoptrace.core.sandbox.tool.WebSearch;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.ui.room.Feature;
import org.shoptrace.ui.room.Room;
import org.shoptrace.ui.room.Surroundings;

/// The open run, gone on with by hand: by this user, or by a scripted shopper. The demo has a web of its own, other workspaces have none.
public final class TakeOverRoom {
    public static final Feature FEATURE = Feature.within(TakeOverRoom::build);

    private TakeOverRoom() {}

    private static Room build(Surroundings around) {
        TakeOverPorts ports = new TakeOverPorts(
                InstantSource.system(),
                author(around.opened().annotations().authorProperty()::get),
                () -> around.workspace().folderProperty().get().flatMap(TakeOverRoom::web),
                new TakeOverPorts.OtherAgent("scripted-shopper", new Shopper(new ShopperHabits(3, 3, 3))),
                around.opened().session()::written);
        TakeOverViewModel model = new TakeOverViewModel(around.workspace(), around.jobs(), around.notices(), ports);
        return Room.ofActions(TakeOverActions.of(model, around.sheets(), around.navigator()));
    }

    /// @param annotator the user's name as an annotator; empty text before they were asked
    private static Supplier<String> author(Supplier<String> annotator) {
        return () -> annotator.get().isBlank() ? System.getProperty("user.name", "somebody") : annotator.get();
    }

    private static Optional<WebSearch> web(WorkspaceFolder workspace) {
        try {
            return new DemoWorkspace(DemoPlan.USUAL).isAt(workspace.folder())
                    ? Optional.of(new FactPages(VocabularyReader.read().facts()))
                    : Optional.empty();
        } catch (ShoptraceException e) {
            // A folder that cannot be read shows its own failure where it is opened; it has no web.
            return Optional.empty();
        }
    }
}
