package org.shoptrace.core.transcript;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunSource;
import org.shoptrace.model.trajectory.RunSummary;

/// A place in a run as it is written down: `rollout_shop_x.jsonl:12 step 3 (run 9f86d0…)`. The hash names the run, so that a reference
/// survives moving and renaming the file; file and line are for people, and for references that someone typed.
///
/// Short forms are read as well: `9f86d081#3`, `9f86d081`, `rollout_shop_x.jsonl:12#3`, `rollout_shop_x.jsonl:12 step 3`, and `#3` or
/// `step 3` for a step of the open run.
///
/// @param run  the run's hash or the first six digits of it or more, lower case
/// @param file the file's name
/// @param line in the file, from 1
/// @param part which of several runs of the line; 0 for the run that the line is
/// @param step from 1; 1 where none is named
public record RunReference(Optional<String> run, Optional<String> file, OptionalLong line, int part, int step) {
    private static final String STEP = "(?:\\s*#\\s*|[\\s,]+step\\s+)(?<step>\\d{1,9})";
    private static final Pattern WHOLE = Pattern
            .compile("(?<file>\\S.*?):(?<line>\\d{1,18})(?:\\.(?<part>\\d{1,9}))?(?:" + STEP
                    + ")?(?:\\s*\\((?:run\\s+)?(?<run>[0-9a-fA-F]{6,64})\\))?");
    private static final Pattern HASH = Pattern.compile("(?:run\\s+)?(?<run>[0-9a-fA-F]{6,64})(?:" + STEP + ")?");
    private static final Pattern HERE = Pattern.compile("(?:#\\s*|step\\s+)(?<step>\\d{1,9})", Pattern.CASE_INSENSITIVE);

    /// The reference to a step of a run.
    public static RunReference to(RunId run, RunSource source, int step) {
        return new RunReference(
                Optional.of(run.sha256()), Optional.of(source.file().getFileName().toString()), OptionalLong.of(source.line()),
                source.part(), step);
    }

    /// What a text refers to; empty when it is no reference.
    public static Optional<RunReference> parse(String text) {
        String stripped = text.strip();
        if (stripped.length() > 1_000) {
            return Optional.empty();
        }
        Matcher here = HERE.matcher(stripped);
        if (here.matches()) {
            return Optional.of(new RunReference(Optional.empty(), Optional.empty(), OptionalLong.empty(), 0, step(here)));
        }
        Matcher hash = HASH.matcher(stripped);
        if (hash.matches()) {
            return Optional.of(new RunReference(run(hash), Optional.empty(), OptionalLong.empty(), 0, step(hash)));
        }
        Matcher whole = WHOLE.matcher(stripped);
        return whole.matches()
                ? Optional.of(new RunReference(
                        run(whole),
                        Optional.of(fileName(whole.group("file"))),
                        OptionalLong.of(Long.parseLong(whole.group("line"))),
                        whole.group("part") == null ? 0 : Integer.parseInt(whole.group("part")),
                        step(whole)))
                : Optional.empty();
    }

    /// Whether it names a step alone, of whichever run is open.
    public boolean isStepOnly() {
        return run.isEmpty() && file.isEmpty();
    }

    /// The runs that it may mean: those of its hash, or when none has it (the line was changed) or it names none, the one at its file and
    /// line. More than one only for a shortened hash or for files of one name.
    public List<RunSummary> in(Collection<RunSummary> runs) {
        List<RunSummary> byHash = run.stream()
                .flatMap(hash -> runs.stream().filter(r -> r.id().sha256().startsWith(hash)))
                .toList();
        if (!byHash.isEmpty() || file.isEmpty()) {
            return byHash;
        }
        return runs.stream()
                .filter(r -> r.source().line() == line.orElse(-1) && r.source().part() == part
                        && r.source().file().getFileName().toString().equals(file.get()))
                .toList();
    }

    /// As it is copied.
    @Override
    public String toString() {
        return file
                .map(name -> name + ":" + line.orElse(1) + (part == 0 ? "" : "." + part) + " step " + step
                        + run.map(hash -> " (run " + hash + ")").orElse(""))
                .orElseGet(() -> run.orElse("") + "#" + step);
    }

    private static Optional<String> run(Matcher match) {
        return Optional.ofNullable(match.group("run")).map(hash -> hash.toLowerCase(Locale.ROOT));
    }

    private static int step(Matcher match) {
        String step = match.group("step");
        return step == null ? 1 : Math.max(1, Integer.parseInt(step));
    }

    private static String fileName(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }
}
