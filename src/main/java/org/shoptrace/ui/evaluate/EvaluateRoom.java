package org.shoptrace.ui.evaluate;

import java.util.List;
import java.util.stream.Stream;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.evaluate.result.EvaluationRunner;
import org.shoptrace.ui.room.Act;
import org.shoptrace.ui.room.Feature;
import org.shoptrace.ui.room.Room;
import org.shoptrace.ui.room.Selection;
import org.shoptrace.ui.room.Surroundings;

/// The room of the figures. For a picture everything is evaluated first, and nothing of it is kept.
public final class EvaluateRoom {
    private EvaluateRoom() {}

    /// @param runner evaluates
    public static Feature feature(EvaluationRunner runner) {
        return Feature.screen("evaluate", "page=NAME", around -> build(around, runner));
    }

    private static Room build(Surroundings around, EvaluationRunner runner) {
        EvaluateViewModel model = new EvaluateViewModel(
                around.workspace(), around.jobs(), runner, around.notices(), around.navigator(), around.clipboard());
        model.onScored(around.opened().session()::scored);
        model.onAnswer(around.opened().session()::answer);
        return Room.of(new EvaluateView(model).screen()).selecting(selection -> acts(model, selection));
    }

    private static List<Act> acts(EvaluateViewModel model, Selection selection) {
        return Stream
                .concat(Stream.<Act>of(model::evaluateForPicture), selection.text("page").stream().map(page -> () -> show(model, page)))
                .toList();
    }

    private static void show(EvaluateViewModel model, String page) throws ShoptraceException {
        if (!model.showPage(page)) {
            throw new ShoptraceException(
                    "there is no such page", "page=" + page, "Write overview, published, breakdowns, compare, trials, scorer or claims");
        }
    }
}
