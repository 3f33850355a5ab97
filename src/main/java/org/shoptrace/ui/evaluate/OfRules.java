package org.shoptrace.ui.evaluate;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.ui.kit.Placeholder;

/// A page that has nothing to show of runs that are judged by their files, and says why.
final class OfRules implements PageView {
    private final PageView page;
    private final Region why;
    private final StackPane place = new StackPane();

    private OfRules(PageView page, Region why) {
        this.page = page;
        this.why = why;
    }

    /// @param id of what is said instead
    static PageView page(PageView page, String id, String why) {
        Placeholder said = new Placeholder(Feather.FILE_TEXT, "Not for runs that their files judge", why);
        said.setId(id);
        // Large text scrolls rather than lose its last line.
        said.setMinHeight(Region.USE_PREF_SIZE);
        ScrollPane place = Pages.scrolling(id + "-page", said);
        place.setFitToHeight(true);
        return new OfRules(page, place);
    }

    @Override
    public Region node() {
        return place;
    }

    @Override
    public void show(EvaluationResult result) {
        if (result.isOwn()) {
            place.getChildren().setAll(why);
        } else {
            place.getChildren().setAll(page.node());
            page.show(result);
        }
    }
}
