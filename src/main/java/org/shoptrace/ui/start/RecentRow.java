package org.shoptrace.ui.start;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.shoptrace.core.settings.RecentWorkspaces;

/// A folder that was open before, as the list shows it.
///
/// @param name    the folder's own
/// @param place   where it is, with `~` for the user's home
/// @param when    it was opened last: `today`, `yesterday`, a day of the week, or a date
/// @param missing whether it is not there now
/// @param open    whether it is open now
record RecentRow(Path folder, String name, String place, String when, boolean missing, boolean open) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE", Locale.ENGLISH);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    static RecentRow of(RecentWorkspaces.Recent recent, Instant now, boolean missing, boolean open) {
        Path folder = recent.folder();
        String name = folder.getFileName() == null ? folder.toString() : folder.getFileName().toString();
        return new RecentRow(folder, name, place(folder), when(recent.opened(), now), missing, open);
    }

    private static String place(Path folder) {
        Path home = Path.of(System.getProperty("user.home", "/"));
        return folder.startsWith(home) && !folder.equals(home) ? "~/" + home.relativize(folder) : folder.toString();
    }

    private static String when(Instant opened, Instant now) {
        LocalDate day = opened.atZone(ZoneId.systemDefault()).toLocalDate();
        LocalDate today = now.atZone(ZoneId.systemDefault()).toLocalDate();
        long ago = ChronoUnit.DAYS.between(day, today);
        if (ago <= 0) {
            return "today";
        }
        if (ago == 1) {
            return "yesterday";
        }
        return (ago < 7 ? DAY : day.getYear() == today.getYear() ? DATE : YEAR).format(day);
    }
}
