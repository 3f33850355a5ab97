/// From a call to the run of the sub-agent that it called, and back: [SubAgentRoom] is built from [SubAgentActions].
///
/// May depend on: `core.trajectory`, `model.finding`, `model.trajectory`, `ui.kit`, `ui.room`, `ui.run`, `ui.session`, Ikonli.
@NullMarked
package org.shoptrace.ui.subagent;

import org.jspecify.annotations.NullMarked;
