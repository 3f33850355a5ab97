package org.shoptrace.ui.run;

import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import org.kordamp.ikonli.Ikon;
import org.shoptrace.model.finding.Place;

/// Something that can be done with the open run, a step of it, or a call. Replay offers it where it applies.
///
/// @param id      stable, for node ids and for keys that are changed, such as `what-if`
/// @param keys    as in [org.shoptrace.ui.kit.KeyCommands]; empty text for none. They act on the current step and its first call that is
///                preferred, else the first that applies
/// @param label   what it does, as a button says it
/// @param scope   where it is offered
/// @param applies whether it can be done there; the place is the current step for the scope RUN
/// @param prefers whether it is best done there, of several calls where it can be done
/// @param does    does it, on the JavaFX thread
public record RunAction(
        String id, String keys, String label, Ikon icon, Scope scope, BiPredicate<OpenRun, Place> applies,
        BiPredicate<OpenRun, Place> prefers,
        BiConsumer<OpenRun, Place> does) {

    /// With no preference.
    public RunAction(
            String id, String keys, String label, Ikon icon, Scope scope, BiPredicate<OpenRun, Place> applies,
            BiConsumer<OpenRun, Place> does) {
        this(id, keys, label, icon, scope, applies, applies, does);
    }

    /// What it is done with.
    public enum Scope {
        RUN,
        STEP,
        CALL
    }
}
