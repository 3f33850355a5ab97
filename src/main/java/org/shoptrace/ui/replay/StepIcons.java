package org.shoptrace.ui.replay;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The icons of what an agent does.
final class StepIcons {
    private StepIcons() {}

    static Ikon of(StepGlance.Act act) {
        return switch (act) {
            case THINK -> Feather.MESSAGE_CIRCLE;
            case SEARCH -> Feather.SEARCH;
            case VIEW -> Feather.EYE;
            case OTHER_TOOL -> Feather.TOOL;
            case RECOMMEND -> Feather.SHOPPING_CART;
            case RESPOND -> Feather.MESSAGE_SQUARE;
            case TERMINATE -> Feather.FLAG;
        };
    }
}
