package org.shoptrace.core.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecentWorkspacesStoreTest {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
    private static final Path A = Path.of("/work/a").toAbsolutePath();
    private static final Path B = Path.of("/work/b").toAbsolutePath();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theLatestIsFirstAndEachIsThereOnce() {
        RecentWorkspaces recent = RecentWorkspaces.NONE.opened(A, NOON).opened(B, NOON).opened(A, NOON.plusSeconds(60));
        assertEquals(
                List.of(new RecentWorkspaces.Recent(A, NOON.plusSeconds(60)), new RecentWorkspaces.Recent(B, NOON)), recent.folders());
        assertEquals(List.of(new RecentWorkspaces.Recent(B, NOON)), recent.without(A).folders());
    }

    @Test
    void onlyTheLatestAreRemembered() {
        RecentWorkspaces recent = RecentWorkspaces.NONE;
        for (int i = 0; i < 40; i++) {
            recent = recent.opened(Path.of("/work/" + i).toAbsolutePath(), NOON);
        }
        assertEquals(12, recent.folders().size());
        assertEquals("39", recent.folders().getFirst().folder().getFileName().toString());
    }

    @Test
    void keepsThemOverAStart() throws Exception {
        RecentWorkspaces recent = RecentWorkspaces.NONE.opened(A, NOON).opened(B, NOON);
        assertEquals(recent, new RecentWorkspacesStore(folder).change(_ -> recent));
        assertEquals(recent, new RecentWorkspacesStore(folder).load());
    }

    @Test
    void whatAnotherWindowKeptMeanwhileStays() throws Exception {
        RecentWorkspacesStore one = new RecentWorkspacesStore(folder);
        RecentWorkspacesStore other = new RecentWorkspacesStore(folder);
        one.load();
        other.change(kept -> kept.opened(B, NOON));
        RecentWorkspaces both = one.change(kept -> kept.opened(A, NOON));
        assertEquals(RecentWorkspaces.NONE.opened(B, NOON).opened(A, NOON), both);
        assertEquals(both, other.load());
        assertEquals(RecentWorkspaces.NONE.opened(B, NOON), other.change(kept -> kept.without(A)));
    }

    @Test
    void oneThatIsOnlyReadKeepsNothing() throws Exception {
        RecentWorkspaces shown = RecentWorkspacesStore.onlyRead(folder).change(kept -> kept.opened(A, NOON));
        assertEquals(RecentWorkspaces.NONE.opened(A, NOON), shown);
        assertEquals(RecentWorkspaces.NONE, new RecentWorkspacesStore(folder).load());
    }

    @Test
    void whatCannotBeReadIsLeftOut() throws Exception {
        assertEquals(RecentWorkspaces.NONE, new RecentWorkspacesStore(folder).load());
        Files.writeString(
                folder.resolve("recent.json"),
                "{\"workspaces\": [{\"folder\": \"/work/b\"}, 7, {\"folder\": \"/work/a\", \"opened\": \"2026-11-30T12:00:00Z\"}]}");
        assertEquals(
                List.of(new RecentWorkspaces.Recent(Path.of("/work/a"), NOON)), new RecentWorkspacesStore(folder).load().folders());
        Files.writeString(folder.resolve("recent.json"), "{");
        assertEquals(RecentWorkspaces.NONE, new RecentWorkspacesStore(folder).load());
    }
}
