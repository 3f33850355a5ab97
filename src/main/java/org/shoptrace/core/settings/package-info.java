/// What Shoptrace remembers between starts ([Settings], kept by [SettingsStore]) and where it may write outside a workspace
/// ([UserFolders]).
///
/// May depend on: `core`, `core.file`, `core.json`, `model.json`.
@NullMarked
package org.shoptrace.core.settings;

import org.jspecify.annotations.NullMarked;
