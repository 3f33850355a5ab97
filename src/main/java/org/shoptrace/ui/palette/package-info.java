/// The palette over everything that can be opened or done, and the list of keys in which every key can be changed.
///
/// [PaletteViewModel] ranks commands, tasks, runs, products and references against what is typed; [KeyListViewModel] shows and changes
/// keys. Both are shown in sheets.
///
/// May depend on: `ui.kit`, `ui.session`, `core.sandbox`, `core.search` (words), `model`.
@NullMarked
package org.shoptrace.ui.palette;

import org.jspecify.annotations.NullMarked;
