package org.shoptrace.ui.room;

import java.util.function.BooleanSupplier;

/// What a room does when it is left.
///
/// @param screen  when another screen is shown
/// @param program when the window closes: waits until what the user has written is on the disk, and tells whether it is
public record Leaving(Runnable screen, BooleanSupplier program) {
    static final Leaving NOTHING = new Leaving(() -> {}, () -> true);
}
