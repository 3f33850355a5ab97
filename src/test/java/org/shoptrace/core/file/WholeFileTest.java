package org.shoptrace.core.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    Path folder;

    @Test
    void whatWasThereIsReplacedAndNothingStaysBesideIt() throws Exception {
        Path place = Files.createDirectories(folder.resolve("new/place"));
        Path file = place.resolve("keys.json");

        WholeFile.write(file, "before");
        WholeFile.write(file, "after, ₱");

        assertEquals("after, ₱", Files.readString(file));
        assertEquals(List.of(file), files(place));
    }

    @Test
    void whatCannotBePutInPlaceLeavesAllAsItWas() throws Exception {
        Path file = folder.resolve("taken");
        Files.createDirectories(file.resolve("by a folder"));

        assertThrows(IOException.class, () -> WholeFile.write(file, "text"));

        assertEquals(List.of(file), files(folder));
        assertEquals(List.of(file.resolve("by a folder")), files(file));
    }

    @Test
    void aNewFileHasTheRightsOfAnyOther() throws Exception {
        Path usual = Files.writeString(folder.resolve("usual"), "");
        Path file = folder.resolve("whole");

        WholeFile.write(file, "text");

        assertEquals(Files.getPosixFilePermissions(usual), Files.getPosixFilePermissions(file));
    }

    @Test
    void aLinkStaysAndWhatItLeadsToIsWritten() throws Exception {
        Path file = Files.writeString(Files.createDirectory(folder.resolve("dotfiles")).resolve("real"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("dotfiles/real"));
        Path further = Files.createSymbolicLink(folder.resolve("further"), link);
        Path dangling = Files.createSymbolicLink(folder.resolve("dangling"), Path.of("dotfiles/new"));

        WholeFile.write(further, "new");
        WholeFile.write(dangling, "made");

        assertTrue(Files.isSymbolicLink(link) && Files.isSymbolicLink(further) && Files.isSymbolicLink(dangling));
        assertEquals("new", Files.readString(file));
        assertEquals("made", Files.readString(folder.resolve("dotfiles/new")));
        Path round = folder.resolve("round");
        Files.createSymbolicLink(round, round);
        assertThrows(IOException.class, () -> WholeFile.write(round, "nothing"));
    }

    @Test
    void aNameMayBeAsLongAsTheSystemTakes() throws Exception {
        Path file = folder.resolve("m".repeat(251) + ".txt");

        WholeFile.write(file, "text");

        assertEquals("text", Files.readString(file));
    }

    @Test
    void whatOnlyItsOwnerMayReadStaysSo() throws Exception {
        Path file = Files.writeString(folder.resolve("keys"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

        WholeFile.write(file, "new");

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    /// More than are waited for one by one, so that the file system is asked.
    @Test
    void allOfABatchTakeTheirPlacesAtItsEndOrNone() throws Exception {
        try (WholeFiles files = new WholeFiles()) {
            for (int i = 0; i < 100; i++) {
                files.add(folder.resolve(i + ".txt"), new byte[] {(byte) i});
            }
            assertTrue(files(folder).stream().allMatch(file -> WholeFile.isLeftover(file.getFileName().toString())));
            files.commit();
        }
        assertEquals(100, files(folder).size());
        assertArrayEquals(new byte[] {42}, Files.readAllBytes(folder.resolve("42.txt")));

        Files.createDirectory(folder.resolve("in the way"));
        try (WholeFiles files = new WholeFiles()) {
            files.add(folder.resolve("42.txt"), new byte[] {1});
            assertThrows(IOException.class, () -> files.add(folder.resolve("in the way"), new byte[] {2}));
        }
        assertArrayEquals(new byte[] {42}, Files.readAllBytes(folder.resolve("42.txt")), "nothing was put in place");
        assertEquals(101, files(folder).size(), "and nothing is left");
    }

    @Test
    void whyItCannotBeWrittenIsSaid() {
        assertTrue(said(new IOException("No space left on device")).matches(
                "the figures cannot be written, the disk is full: .*Make room, \\d+ KB are left there.*"));
        assertTrue(said(new FileSystemException("f", null, "File name too long")).endsWith(". Give it a shorter name."));
        assertTrue(said(new NoSuchFileException("f")).contains("there is no folder for it"));
    }

    private String said(IOException e) {
        return WriteFailure.of("the figures cannot be written", folder.resolve("f"), e).getMessage();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
