package org.shoptrace.core.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsStoreTest {
    @TempDir
    Path folder;

    @Test
    void loadsWhatWasSaved() throws Exception {
        Settings settings = Settings.DEFAULTS.withDark(true).withLastWorkspace(folder).withSize(1280, 800).withTextPercent(120)
                .withLastScreen("tasks");
        new SettingsStore(folder.resolve("config")).save(settings);
        assertEquals(settings, new SettingsStore(folder.resolve("config")).load());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"dark\": tr", "[]", "{\"last_workspace\": \"\\u0000\"}"})
    void fallsBackToTheDefaultsWhenTheFileIsDamaged(String content) throws Exception {
        Files.writeString(folder.resolve("settings.json"), content);
        assertEquals(Settings.DEFAULTS, new SettingsStore(folder).load());
    }

    @Test
    void ignoresSizesThatNoWindowHas() throws Exception {
        Files.writeString(folder.resolve("settings.json"), "{\"width\": 1, \"height\": 1e9, \"later\": 1}");
        assertEquals(Settings.DEFAULTS, new SettingsStore(folder).load());
    }

    @Test
    void followsTheConventionsOfTheSystem() {
        Path home = Path.of("/home/ada");
        assertEquals(home.resolve(".config/shoptrace"), UserFolders.of(Map.of(), home, "Linux").config());
        assertEquals(
                Path.of("/cfg/shoptrace"), UserFolders.of(Map.of("XDG_CONFIG_HOME", "/cfg"), home, "Linux").config());
        assertEquals(
                home.resolve(".cache/shoptrace"), UserFolders.of(Map.of("XDG_CACHE_HOME", "relative"), home, "Linux").cache());
        assertEquals(home.resolve("Library/Caches/shoptrace"), UserFolders.of(Map.of(), home, "Mac OS X").cache());
    }
}
