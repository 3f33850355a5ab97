/// The palette over everything that can be opened or done, and the list of keys in which every key can be changed.
///
/// [PaletteViewModel] ranks commands, tasks, runs, products and references against what is typed; [KeyListViewModel] shows and changes
/// keys. Both are shown in sheets.
///
/// May depend on: `core`, `core.job`, `core.sandbox`, `core.settings`, `model.catalog`, `model.json`, `model.task`, `model.trajectory`,
/// `ui.kit`, `ui.kit.control`, `ui.session`, Ikonli, JavaFX.
@NullMarked
package org.shoptrace.ui.palette;

import org.jspecify.annotations.NullMarked;
