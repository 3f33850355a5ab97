package org.shoptrace.core.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.shoptrace.core.container.Container;
import org.shoptrace.core.file.FileInput;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.core.trajectory.RunFormats;
import org.shoptrace.core.workspace.Workspace.Problem;
import org.shoptrace.model.json.Json;

/// Why a file is none that Shoptrace reads, where a person might have expected that it is: a JSON file, or one that is packed.
final class PassedOver {
    /// Larger files are not read to the end only to say what they are not.
    private static final long LOOKED_INTO = 8 << 20;

    /// A kind of file that holds others, by the first bytes of it.
    private record Packed(String name, int... start) {
        boolean is(byte[] first) {
            for (int i = 0; i < start.length; i++) {
                if (first.length <= i || (first[i] & 0xff) != start[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final List<Packed> PACKED = List.of(
            new Packed("an encrypted parquet file", 'P', 'A', 'R', 'E'), new Packed("packed with xz", 0xfd, '7', 'z', 'X', 'Z'),
            new Packed("packed with 7z", '7', 'z', 0xbc, 0xaf));

    private PassedOver() {}

    /// @param file one that holds no runs, tasks or documents by [FileKind]
    /// @return empty for a file that nobody expects to be read, such as a picture
    /// @throws IOException when it cannot be read
    static Optional<Problem> of(Path file) throws IOException {
        byte[] first;
        try (InputStream in = Files.newInputStream(file)) {
            first = in.readNBytes(8);
        }
        Optional<Packed> packed = PACKED.stream().filter(one -> one.is(first)).findFirst();
        if (packed.isPresent()) {
            return Optional.of(new Problem(file, packed.get().name() + ", which Shoptrace does not read"));
        }
        Optional<Container.Kind> container = Container.Kind.of(file);
        if (container.isPresent()) {
            return Optional.of(new Problem(file, container.get().label() + " without runs"));
        }
        return FileKind.mayBeJson(file) ? Optional.of(new Problem(file, reason(file))) : Optional.empty();
    }

    private static String reason(Path file) {
        String otherwise = "JSON, but no runs, tasks or documents";
        try {
            if (Files.size(file) > LOOKED_INTO || FileInput.isPacked(file)) {
                return otherwise;
            }
            byte[] content = Files.readAllBytes(file);
            List<Json> values = JsonReader.readAll(content, 0, content.length);
            return values.stream().findFirst().flatMap(RunFormats::knownAs).map(name -> name + ", which Shoptrace does not read")
                    .orElse(otherwise);
        } catch (IOException | JsonSyntaxException e) {
            // Whatever is wrong in it, it is none of ours.
            return otherwise;
        }
    }
}
