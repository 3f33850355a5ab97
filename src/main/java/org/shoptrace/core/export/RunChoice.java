package org.shoptrace.core.export;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.shoptrace.core.trajectory.RunEntry;
import org.shoptrace.model.trajectory.RunSource;

/// Which runs of a file are meant; all of them where nothing is said.
///
/// @param place where the runs stand in the file ([RunSource#place]): `12` is the run that line 12 is, or where it only holds others all of
///              these, `12.1` the first run inside it
/// @param id   the runs whose id begins so, in hexadecimal digits
public record RunChoice(Optional<String> place, Optional<String> id) {
    public static final RunChoice ALL = new RunChoice(Optional.empty(), Optional.empty());

    /// Those of the runs that are meant, in their order.
    List<RunEntry> meant(List<RunEntry> runs) {
        Set<Long> wholeLines = runs.stream()
                .map(entry -> entry.summary().source())
                .filter(source -> source.part() == 0)
                .map(RunSource::line)
                .collect(Collectors.toSet());
        return runs.stream().filter(entry -> isMeant(entry, wholeLines)).toList();
    }

    private boolean isMeant(RunEntry entry, Set<Long> wholeLines) {
        boolean there = place.isEmpty() || isAt(place.get(), entry.summary().source(), wholeLines);
        return there && id.filter(digits -> !entry.summary().id().sha256().startsWith(digits.toLowerCase(Locale.ROOT))).isEmpty();
    }

    /// @param wholeLines the lines that are runs themselves
    private static boolean isAt(String place, RunSource source, Set<Long> wholeLines) {
        return source.place().equals(place) || (place.equals(Long.toString(source.line())) && !wholeLines.contains(source.line()));
    }
}
