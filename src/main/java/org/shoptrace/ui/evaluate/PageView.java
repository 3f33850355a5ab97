package org.shoptrace.ui.evaluate;

import javafx.scene.layout.Region;
import org.shoptrace.core.evaluate.result.EvaluationResult;

/// A page of a result. It is built when it is first looked at, and drawn again only when it is seen.
interface PageView {
    Region node();

    void show(EvaluationResult result);
}
