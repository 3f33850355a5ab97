/// The screen that scores rollouts: choose rollout files, a profile and a title similarity; see success and relevance by intent level
/// with their intervals; open the runs behind every figure.
///
/// Key types: [EvaluateViewModel], [EvaluateView]; [EvaluationRunner] is the port to the scorer, with [RolloutScorer] behind it; [TaskCover] finds
/// the task files that a rollout file was made from; [FigureColumn] defines the table once,
/// for the window and for what is copied.
///
/// May depend on: `ui.kit`, `ui.workspace`, `core`, `model`. Never on another screen.
@NullMarked
package org.shoptrace.ui.evaluate;

import org.jspecify.annotations.NullMarked;
