package org.shoptrace.core.provenance;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.shoptrace.model.trajectory.RunSource;

/// What files are called in things that are handed on: their names, and of files of one name the folders too, as far as they are needed to
/// tell them apart. The rest of a path is a matter of one machine, and tells who sat at it.
public final class FileNames {
    /// For files that nobody told of: their names alone.
    public static final FileNames NONE = new FileNames(Map.of());

    private final Map<Path, String> names;

    private FileNames(Map<Path, String> names) {
        this.names = Map.copyOf(names);
    }

    /// Names that tell these files apart.
    public static FileNames of(Collection<Path> files) {
        SequencedMap<Path, Integer> depths = new LinkedHashMap<>();
        files.forEach(file -> depths.put(absolute(file), 1));
        boolean apart = false;
        while (!apart) {
            Map<String, Integer> counts = new HashMap<>();
            depths.forEach((file, depth) -> counts.merge(suffix(file, depth), 1, Integer::sum));
            apart = true;
            for (Map.Entry<Path, Integer> file : depths.entrySet()) {
                if (counts.getOrDefault(suffix(file.getKey(), file.getValue()), 0) > 1 && file.getValue() < file.getKey().getNameCount()) {
                    file.setValue(file.getValue() + 1);
                    apart = false;
                }
            }
        }
        Map<Path, String> names = new HashMap<>();
        depths.forEach((file, depth) -> names.put(file, suffix(file, depth)));
        return new FileNames(names);
    }

    /// The name of a file, with `/` between folders.
    public String of(Path file) {
        Path absolute = absolute(file);
        return names.getOrDefault(absolute, suffix(absolute, 1));
    }

    /// The place of a run: `NAME:LINE`, and of a run inside its line `NAME:LINE.PART`.
    public String of(RunSource source) {
        return of(source.file()) + ":" + source.place();
    }

    /// The names of several files, in their order.
    public List<String> all(Collection<Path> files) {
        return files.stream().map(this::of).toList();
    }

    private static Path absolute(Path file) {
        return file.toAbsolutePath().normalize();
    }

    private static String suffix(Path file, int depth) {
        int count = file.getNameCount();
        return count == 0 ? file.toString() : file.subpath(Math.max(0, count - depth), count).toString().replace('\\', '/');
    }
}
