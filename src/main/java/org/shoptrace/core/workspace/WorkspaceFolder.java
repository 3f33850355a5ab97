package org.shoptrace.core.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.file.FolderGoneException;
import org.shoptrace.core.file.KnownFolder;
import org.shoptrace.core.file.OwnFolder;
import org.shoptrace.core.file.ShortName;

/// A workspace's folder and the place where Shoptrace may write for it, which is `.shoptrace` inside it, or for a read-only
/// folder a place among the user's data. Nothing is created before something is written.
///
/// @param known    the workspace as it was when it was opened
/// @param storage  where indexes, results and annotations of this workspace go
/// @param readOnly whether the workspace cannot be written to, so that `storage` lies elsewhere
/// @param label    written into a storage elsewhere, to find it again by what the workspace holds; empty text for one inside
public record WorkspaceFolder(KnownFolder known, Path storage, boolean readOnly, String label) {
    static final String OWN = ".shoptrace";

    private static final String TAKE_OVERS = "takeovers";

    /// One as it is now.
    ///
    /// @param folder the workspace, absolute
    public WorkspaceFolder(Path folder, Path storage, boolean readOnly) {
        this(KnownFolder.of(folder), storage, readOnly, "");
    }

    /// The workspace, absolute.
    public Path folder() {
        return known.path();
    }

    /// The storage as it is written to: nothing is made there once the workspace is gone.
    public OwnFolder own() {
        OwnFolder own = OwnFolder.of(known, storage);
        return label.isEmpty() ? own : own.labelled(StorageElsewhere.LABEL, label.getBytes(StandardCharsets.UTF_8));
    }

    /// Looks whether something may be written that was asked for while the workspace was open.
    ///
    /// @param out a file or a folder, anywhere
    /// @throws ShoptraceException when it lies in the workspace, or where Shoptrace writes for it, and that is no longer there
    public void requireFor(Path out) throws ShoptraceException {
        Path place = out.toAbsolutePath().normalize();
        if ((place.startsWith(folder()) || place.startsWith(storage)) && !known.isThere()) {
            throw new ShoptraceException("the workspace is no longer there", folder().toString(), FolderGoneException.REMEDY);
        }
    }

    /// Where the runs go that somebody took over.
    public OwnFolder ownTakeOvers() {
        return own().folder(TAKE_OVERS);
    }

    /// The folder, asked whether it can be written to. One that cannot is found again by what it holds, wherever it lies.
    ///
    /// @param userData the user's data folder, for read-only workspaces
    public static WorkspaceFolder of(Path folder, Path userData) {
        Path absolute = folder.toAbsolutePath().normalize();
        if (isWritable(absolute)) {
            return new WorkspaceFolder(absolute, absolute.resolve(OWN), false);
        }
        StorageElsewhere.Found elsewhere = StorageElsewhere.of(absolute, userData.resolve("workspaces"));
        return new WorkspaceFolder(KnownFolder.of(absolute), elsewhere.storage(), true, elsewhere.label());
    }

    /// As [#of], of a folder that has to be there.
    ///
    /// @throws ShoptraceException when there is no such folder
    public static WorkspaceFolder existing(Path folder, Path userData) throws ShoptraceException {
        if (!Files.isDirectory(folder)) {
            throw new ShoptraceException("there is no such folder", folder.toString(), "Name a workspace's folder");
        }
        return of(folder, userData);
    }

    /// A folder whose permissions allow nobody to write is left alone even when the system would let us, as it lets root.
    private static boolean isWritable(Path folder) {
        if (!Files.isWritable(folder)) {
            return false;
        }
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(folder);
            return permissions.contains(PosixFilePermission.OWNER_WRITE)
                    || permissions.contains(PosixFilePermission.GROUP_WRITE)
                    || permissions.contains(PosixFilePermission.OTHERS_WRITE);
        } catch (UnsupportedOperationException | IOException e) {
            // A file system without such permissions, or one that does not tell: its own answer above stands.
            return true;
        }
    }

    /// A path as answers and references name it: relative to the workspace where it lies inside.
    public String name(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        return (absolute.startsWith(folder()) ? folder().relativize(absolute) : absolute).toString();
    }

    /// Where the index of a documents file belongs.
    ///
    /// @param documents a file inside the workspace
    public Path catalog(Path documents) {
        Path absolute = documents.toAbsolutePath().normalize();
        Path relative = absolute.startsWith(folder()) ? folder().relativize(absolute) : absolute;
        StringBuilder name = new StringBuilder();
        for (Path part : relative) {
            name.append(name.isEmpty() ? "" : "-").append(part);
        }
        return storage.resolve("catalog").resolve(ShortName.of(name.toString(), ShortName.LONGEST));
    }

    /// Where Shoptrace writes when the folder allows it. Of a read-only one, what its owner left there can be read.
    public Path inside() {
        return folder().resolve(OWN);
    }

    /// Where the runs go that somebody took over.
    public Path takeOvers() {
        return storage.resolve(TAKE_OVERS);
    }

    /// For files that live as long as they are open.
    public Path scratch() {
        return storage.resolve("scratch");
    }
}
