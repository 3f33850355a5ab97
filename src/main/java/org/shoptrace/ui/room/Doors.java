package org.shoptrace.ui.room;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.shoptrace.ui.kit.Destination;

/// Which destinations a room opens, and how.
public final class Doors {
    static final Doors NONE = new Doors(Map.of());

    private final Map<Class<? extends Destination>, Consumer<Destination>> doors;

    private Doors(Map<Class<? extends Destination>, Consumer<Destination>> doors) {
        this.doors = Map.copyOf(doors);
    }

    /// These doors and one more.
    <D extends Destination> Doors with(Class<D> kind, Consumer<? super D> opens) {
        Map<Class<? extends Destination>, Consumer<Destination>> more = new LinkedHashMap<>(doors);
        more.put(kind, destination -> opens.accept(kind.cast(destination)));
        return new Doors(more);
    }

    public Set<Class<? extends Destination>> kinds() {
        return doors.keySet();
    }

    /// What opens that; empty when no door leads there.
    public Optional<Runnable> to(Destination destination) {
        return Optional.ofNullable(doors.get(destination.getClass())).map(opens -> () -> opens.accept(destination));
    }
}
