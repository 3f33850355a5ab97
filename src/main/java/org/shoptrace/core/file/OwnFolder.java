package org.shoptrace.core.file;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// A folder of Shoptrace's own, which is made when something is first written into it. Of one that belongs to a folder of the user's
/// nothing is made once that is gone: it would come up again where nobody looks for it.
public final class OwnFolder {
    private final Path path;
    private final Optional<KnownFolder> of;
    private final Optional<Label> label;

    /// A file that says whom the folder belongs to.
    private record Label(Path file, byte[] content) {
        void write() throws IOException {
            if (!Files.isRegularFile(file) || !Arrays.equals(Files.readAllBytes(file), content)) {
                WholeFile.write(file, content);
            }
        }
    }

    private OwnFolder(Path path, Optional<KnownFolder> of, Optional<Label> label) {
        this.path = path;
        this.of = of;
        this.label = label;
    }

    /// One that belongs to nothing else, such as that of the settings.
    public static OwnFolder at(Path path) {
        return new OwnFolder(path, Optional.empty(), Optional.empty());
    }

    /// One that belongs to a folder of the user's, wherever it lies.
    public static OwnFolder of(KnownFolder users, Path path) {
        return new OwnFolder(path, Optional.of(users), Optional.empty());
    }

    /// The same with a file in it, written with the folder, that says whom it belongs to.
    public OwnFolder labelled(String name, byte[] content) {
        return new OwnFolder(path, of, Optional.of(new Label(path.resolve(name), content.clone())));
    }

    /// A folder in it.
    public OwnFolder folder(String name) {
        return new OwnFolder(path.resolve(name), of, label);
    }

    /// Where it is, made or not.
    public Path path() {
        return path;
    }

    /// Makes it where it is not there.
    ///
    /// @return the same as [#path()]
    /// @throws FolderGoneException when what it belongs to is no longer there
    /// @throws IOException         when it cannot be made
    public Path made() throws IOException {
        if (of.isPresent()) {
            of.get().require();
        }
        if (of.isPresent() && path.startsWith(of.get().path())) {
            makeBelow(of.get().path());
        } else {
            Files.createDirectories(path);
        }
        if (label.isPresent()) {
            label.get().write();
        }
        return path;
    }

    /// Never makes the user's folder, even when that goes at this very moment.
    private void makeBelow(Path users) throws IOException {
        Path at = users;
        for (Path name : users.relativize(path)) {
            at = at.resolve(name);
            if (!Files.isDirectory(at)) {
                make(at);
            }
        }
    }

    private static void make(Path folder) throws IOException {
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException e) {
            // Another process made it at the same moment; or a file is there.
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }

    /// Puts a text in place of what a file in it held, whole, as [WholeFile] does.
    ///
    /// @throws FolderGoneException when what the folder belongs to is no longer there
    /// @throws IOException         when it cannot be written
    public void write(String name, String text) throws IOException {
        WholeFile.write(made().resolve(name), text);
    }
}
