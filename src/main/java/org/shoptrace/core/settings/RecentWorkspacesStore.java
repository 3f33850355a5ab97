package org.shoptrace.core.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.file.OwnFolder;
import org.shoptrace.core.file.WriteFailure;
import org.shoptrace.core.json.JsonFile;
import org.shoptrace.core.json.JsonSyntaxException;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.model.json.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps [RecentWorkspaces] as `recent.json`: what cannot be read of it is left out with a warning, and writing replaces the file at once.
public final class RecentWorkspacesStore {
    private static final Logger LOG = LoggerFactory.getLogger(RecentWorkspacesStore.class);
    private static final String NAME = "recent.json";
    private static final long SCHEMA_VERSION = 1;

    private final OwnFolder folder;
    private final Path file;
    private final boolean writes;

    public RecentWorkspacesStore(Path configFolder) {
        this(configFolder, true);
    }

    private RecentWorkspacesStore(Path configFolder, boolean writes) {
        this.folder = OwnFolder.at(configFolder);
        this.file = configFolder.resolve(NAME);
        this.writes = writes;
    }

    /// A store that is only read, for a window that nobody sits before: what it opens is not what the user opened.
    public static RecentWorkspacesStore onlyRead(Path configFolder) {
        return new RecentWorkspacesStore(configFolder, false);
    }

    public RecentWorkspaces load() {
        if (!Files.exists(file)) {
            return RecentWorkspaces.NONE;
        }
        try {
            if (JsonFile.read(file) instanceof Json.Obj json) {
                return decode(json);
            }
            LOG.warn("{} holds no workspaces", file);
        } catch (IOException | JsonSyntaxException e) {
            LOG.warn("{} cannot be read ({})", file, e.getMessage());
        }
        return RecentWorkspaces.NONE;
    }

    /// Changes what is kept by now, to which another window may have added since it was last read here.
    ///
    /// @param change given what is kept
    /// @return what is kept then; for a store that is only read what would be
    /// @throws ShoptraceException when the file cannot be written
    public RecentWorkspaces change(UnaryOperator<RecentWorkspaces> change) throws ShoptraceException {
        // One at a time in this process; of two processes at the same moment the later one counts.
        synchronized (RecentWorkspacesStore.class) {
            RecentWorkspaces changed = change.apply(load());
            if (writes) {
                save(changed);
            }
            return changed;
        }
    }

    private void save(RecentWorkspaces recent) throws ShoptraceException {
        List<Json> folders = recent.folders().stream()
                .<Json>map(each -> new Json.Obj(new TreeMap<>(Map.of(
                        "folder", Json.of(each.folder().toString()), "opened", Json.of(each.opened().toString())))))
                .toList();
        Json.Obj json = new Json.Obj(
                new TreeMap<>(Map.of("schema_version", Json.Num.of(SCHEMA_VERSION), "workspaces", new Json.Arr(folders))));
        try {
            folder.write(NAME, JsonWriter.indented(json) + "\n");
        } catch (IOException e) {
            throw WriteFailure.of("the list of workspaces could not be saved", file, e);
        }
    }

    private RecentWorkspaces decode(Json.Obj json) {
        List<RecentWorkspaces.Recent> recent = new ArrayList<>();
        for (Json item : json.items("workspaces")) {
            try {
                Json.Obj each = item instanceof Json.Obj object ? object : Json.Obj.EMPTY;
                recent.add(new RecentWorkspaces.Recent(
                        Path.of(each.text("folder").orElse("\0")), Instant.parse(each.text("opened").orElse(""))));
            } catch (InvalidPathException | DateTimeException e) {
                LOG.warn("{} holds a workspace that cannot be read ({})", file, e.getMessage());
            }
        }
        return new RecentWorkspaces(recent);
    }
}
