package org.shoptrace.ui.kit;

/// How one screen sends the user to what another shows. Screens do not know each other.
@FunctionalInterface
public interface Navigator {
    /// Opens that, in whatever shows it.
    ///
    /// @throws IllegalStateException when nothing in the window opens such a destination
    void open(Destination destination);
}
