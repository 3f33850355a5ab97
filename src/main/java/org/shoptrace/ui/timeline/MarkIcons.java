package org.shoptrace.ui.timeline;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.core.timeline.StepMark;

/// The icons of what there is to notice about a step.
final class MarkIcons {
    private MarkIcons() {}

    static Ikon of(StepMark.Kind kind) {
        return switch (kind) {
            case TROUBLE -> Feather.ALERT_TRIANGLE;
            case SIGHT -> Feather.TARGET;
            case LET_GO -> Feather.CORNER_DOWN_LEFT;
            case OUT_OF_STEPS -> Feather.CLOCK;
            case COMMITTED -> Feather.ANCHOR;
            case SAID -> Feather.BOOKMARK;
        };
    }
}
