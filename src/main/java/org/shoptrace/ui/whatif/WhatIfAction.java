package org.shoptrace.ui.whatif;

import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.core.whatif.WhatIf;
import org.shoptrace.ui.kit.CopyText;
import org.shoptrace.ui.kit.Navigator;
import org.shoptrace.ui.kit.Sheet;
import org.shoptrace.ui.kit.Sheets;
import org.shoptrace.ui.run.OpenRunViewModel;
import org.shoptrace.ui.run.RunAction;

/// Offers what-if at the calls of the open run; of one that cannot be run the sheet says why.
public final class WhatIfAction {
    static final String ID = "what-if";

    private WhatIfAction() {}

    /// The action, which opens a sheet.
    public static RunAction of(WhatIfViewModel model, OpenRunViewModel openRun, Sheets sheets, Navigator navigator, CopyText clipboard) {
        WhatIfPane pane = new WhatIfPane(model, openRun, new WhatIfPane.Doors(sheets::close, navigator, clipboard));
        return new RunAction(
                ID,
                "w",
                "What if this call had been another?",
                Feather.EDIT_3,
                RunAction.Scope.CALL,
                (run, place) -> WhatIfViewModel.call(run, place).isPresent(),
                (run, place) -> WhatIfViewModel.call(run, place).filter(WhatIf::applies).isPresent(),
                (run, place) -> {
                    model.begin(run, place);
                    sheets.open(new Sheet(ID + "-sheet", "What if · " + place, pane, Sheet.Size.FULL));
                });
    }
}
