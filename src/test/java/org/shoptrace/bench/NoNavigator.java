package org.shoptrace.bench;

import org.shoptrace.ui.kit.Destination;
import org.shoptrace.ui.kit.Navigator;

/// Goes nowhere: a benchmark presses no links.
final class NoNavigator implements Navigator {
    @Override
    public void open(Destination destination) {}
}
