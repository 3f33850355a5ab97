package org.shoptrace.ui.sandbox;

import java.util.List;
import org.shoptrace.ui.kit.Destination;
import org.shoptrace.ui.room.Act;
import org.shoptrace.ui.room.Feature;
import org.shoptrace.ui.room.Room;
import org.shoptrace.ui.room.Selection;
import org.shoptrace.ui.room.Surroundings;

/// The room of the catalogue: it opens products and searches. A product is pictured with its neighbours.
public final class SandboxRoom {
    public static final Feature FEATURE = Feature.screen("sandbox", "product=ID", SandboxRoom::build);

    private SandboxRoom() {}

    private static Room build(Surroundings around) {
        SandboxViewModel model = new SandboxViewModel(around.workspace(), around.jobs(), around.opened().session()::buildIndex);
        return Room.of(new SandboxView(model, around.clipboard()).screen())
                .opening(Destination.OpenProduct.class, to -> model.openProduct(to.productId()))
                .opening(Destination.OpenSearch.class, to -> model.openSearch(to.request()))
                .selecting(selection -> acts(model, selection));
    }

    private static List<Act> acts(SandboxViewModel model, Selection selection) {
        return selection.text("product")
                .map(id -> List.<Act>of(() -> model.openProduct(id), model::searchForNeighbours))
                .orElse(List.of());
    }
}
