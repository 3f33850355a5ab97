package org.shoptrace.ui.kit;

import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;

/// A screen of the window, as the shell knows it. Its content is built once and kept, so selection and scroll survive leaving it.
///
/// @param id      stable, used by the command line and for node ids, such as `replay`
/// @param title   for the bar on the left
/// @param icon    for the bar on the left
/// @param content what fills the window
/// @param keys    its commands, for the palette and the list of keys
public record Screen(String id, String title, Ikon icon, Node content, KeyCommands keys) {}
