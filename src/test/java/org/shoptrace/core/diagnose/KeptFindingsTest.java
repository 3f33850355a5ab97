package org.shoptrace.core.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.shoptrace.core.diagnose.PlantedShop.DEAR;
import static org.shoptrace.core.diagnose.PlantedShop.LAMP_TWIN;
import static org.shoptrace.core.diagnose.PlantedShop.MUG;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.file.OwnFolder;
import org.shoptrace.core.sandbox.CatalogFingerprint;
import org.shoptrace.core.score.OroProfile;
import org.shoptrace.core.score.Profile;
import org.shoptrace.core.score.ShoppingBenchProfile;
import org.shoptrace.model.finding.Diagnosis;
import org.shoptrace.model.score.Assessment;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunId;

class KeptFindingsTest extends OnPlantedShop {
    private static final CatalogFingerprint CATALOG = new CatalogFingerprint("c".repeat(64));

    @TempDir
    private Path storage = Path.of("");

    private Profile profile() {
        return new ShoppingBenchProfile(shop().sandbox()::product, PlantedShop.byFirstWord(), false);
    }

    private KeptFindings kept() {
        return KeptFindings.open(OwnFolder.at(storage), CATALOG, profile(), 30);
    }

    private KeptFindings.Found found(Optional<Task> task, Run run) throws Exception {
        Diagnosis diagnosis = new Diagnostician(shop().sandbox(), profile(), 30).diagnose(task, run);
        return new KeptFindings.Found(
                task, RunFactsOf.run(run, diagnosis), diagnosis.assessment().map(Assessment::score));
    }

    private List<KeptFindings.Found> several() throws Exception {
        Run odd = shop().run(
                shop().find("clay mug"), shop().call("find_product", "{'q':'mug'}"), shop().find("lamp"),
                shop().recommend(MUG + ", " + LAMP_TWIN));
        return List.of(
                found(Optional.of(PlantedShop.product()), shop().run(shop().find("clay mug"), shop().view(MUG), shop().recommend(DEAR))),
                found(Optional.of(PlantedShop.voucher(120)), odd),
                found(Optional.of(PlantedShop.product()), shop().run(shop().recommend(MUG))),
                found(Optional.empty(), shop().run(shop().call("web_search", "{'q':'x'}"))));
    }

    @Test
    void whatWasKeptIsThereAgainWordForWord() throws Exception {
        List<KeptFindings.Found> found = several();
        kept().add(found.subList(0, 2));
        KeptFindings again = kept();
        again.add(found.subList(2, 4));
        for (KeptFindings.Found each : found) {
            KeptFindings.Kept kept = kept().get(each.facts().id(), each.task()).orElseThrow();
            assertEquals(each.facts(), kept.facts());
            assertEquals(each.score(), kept.score());
        }
    }

    @Test
    void anotherCatalogueProfileTaskOrStepLimitKnowsNothingOfIt() throws Exception {
        List<KeptFindings.Found> found = several();
        kept().add(found);
        KeptFindings.Found first = found.getFirst();
        assertEquals(Optional.empty(), kept().get(first.facts().id(), Optional.of(PlantedShop.product(DEAR))));
        assertEquals(Optional.empty(), kept().get(first.facts().id(), Optional.empty()));
        assertEquals(Optional.empty(),
                KeptFindings.open(OwnFolder.at(storage), new CatalogFingerprint("d".repeat(64)), profile(), 30).get(first.facts().id(),
                        first.task()));
        assertEquals(Optional.empty(),
                KeptFindings.open(OwnFolder.at(storage), CATALOG, profile(), 12).get(first.facts().id(), first.task()));
        Profile oro = new OroProfile(shop().sandbox()::product, PlantedShop.byFirstWord(), false);
        KeptFindings other = KeptFindings.open(OwnFolder.at(storage), CATALOG, oro, 30);
        assertEquals(Optional.empty(), other.get(first.facts().id(), first.task()));
        other.add(found.subList(0, 1));
        assertTrue(kept().get(first.facts().id(), first.task()).isPresent(), "each has a file of its own");
        assertTrue(KeptFindings.open(OwnFolder.at(storage), CATALOG, oro, 30).get(first.facts().id(), first.task()).isPresent());
    }

    @Test
    void whatComesLateIsNotAddedToWhatSomebodyBeganUnderOtherSettings() throws Exception {
        List<KeptFindings.Found> found = several();
        KeptFindings late = kept();
        late.add(found.subList(0, 1));
        KeptFindings.open(OwnFolder.at(storage), CATALOG, profile(), 12).add(found.subList(1, 2));
        late.add(found.subList(2, 3));
        KeptFindings now = KeptFindings.open(OwnFolder.at(storage), CATALOG, profile(), 12);
        assertTrue(now.get(found.get(1).facts().id(), found.get(1).task()).isPresent());
        assertEquals(Optional.empty(), now.get(found.get(2).facts().id(), found.get(2).task()),
                "it was found out under a limit of 30 steps");
    }

    @Test
    void halfALineAndAForeignFileAreAsIfTheyWereNotThere() throws Exception {
        List<KeptFindings.Found> found = several();
        kept().add(found.subList(0, 2));
        Path file = kept(storage);
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.removeIf(String::isEmpty);
        Files.writeString(file, lines.get(0) + "\n" + lines.get(1) + "\n" + lines.get(2).substring(0, 40));
        assertTrue(kept().get(found.get(0).facts().id(), found.get(0).task()).isPresent());
        assertEquals(Optional.empty(), kept().get(found.get(1).facts().id(), found.get(1).task()));
        kept().add(found.subList(1, 2));
        assertTrue(kept().get(found.get(1).facts().id(), found.get(1).task()).isPresent());
        Files.write(file, new byte[] {1, (byte) 0xff, 3});
        assertEquals(Optional.empty(), kept().get(found.get(0).facts().id(), found.get(0).task()));
        kept().add(found);
        assertTrue(kept().get(found.get(0).facts().id(), found.get(0).task()).isPresent());
    }

    @Test
    void ofTooManySettingsTheOldestAreForgotten() throws Exception {
        List<KeptFindings.Found> found = several().subList(0, 1);
        KeptFindings.open(OwnFolder.at(storage), CATALOG, profile(), 1).add(found);
        Files.setLastModifiedTime(kept(storage), FileTime.fromMillis(1_000));
        for (int limit = 2; limit < 10; limit++) {
            KeptFindings.open(OwnFolder.at(storage), CATALOG, profile(), limit).add(found);
        }
        RunId run = found.getFirst().facts().id();
        Optional<Task> task = found.getFirst().task();
        assertEquals(Optional.empty(), KeptFindings.open(OwnFolder.at(storage), CATALOG, profile(), 1).get(run, task));
        assertTrue(KeptFindings.open(OwnFolder.at(storage), CATALOG, profile(), 9).get(run, task).isPresent());
        try (Stream<Path> files = Files.list(storage.resolve(KeptFindings.FOLDER))) {
            assertEquals(8, files.count());
        }
    }

    @Test
    void twoThatAreOpenedBeforeEitherHasWrittenKeepWhatBothFindOut() throws Exception {
        List<KeptFindings.Found> found = several();
        KeptFindings one = kept();
        KeptFindings other = kept();
        one.add(found.subList(0, 2));
        other.add(found.subList(2, 3));
        one.add(found.subList(3, 4));
        KeptFindings now = kept();
        for (KeptFindings.Found each : found) {
            assertTrue(now.get(each.facts().id(), each.task()).isPresent());
        }
    }

    @Test
    void linesInTheMiddleThatAreHeadsSayNothing() throws Exception {
        List<KeptFindings.Found> found = several();
        kept().add(found.subList(0, 1));
        Path file = kept(storage);
        Files.writeString(file, Files.readAllLines(file).getFirst() + "\n", StandardOpenOption.APPEND);
        kept().add(found.subList(1, 2));
        assertTrue(kept().get(found.get(0).facts().id(), found.get(0).task()).isPresent());
        assertTrue(kept().get(found.get(1).facts().id(), found.get(1).task()).isPresent());
    }

    @Test
    void halfACharacterSpoilsItsLineAlone() throws Exception {
        List<KeptFindings.Found> found = several();
        kept().add(found.subList(0, 1));
        Files.write(kept(storage), new byte[] {'{', (byte) 0xc3}, StandardOpenOption.APPEND);
        kept().add(found.subList(1, 2));
        assertTrue(kept().get(found.get(0).facts().id(), found.get(0).task()).isPresent());
        assertTrue(kept().get(found.get(1).facts().id(), found.get(1).task()).isPresent());
    }

    @Test
    void oneThatWasDeletedMeanwhileIsBegunAnew() throws Exception {
        List<KeptFindings.Found> found = several();
        KeptFindings findings = kept();
        findings.add(found.subList(0, 1));
        Files.delete(kept(storage));
        findings.add(found.subList(1, 2));
        assertEquals(Optional.empty(), kept().get(found.get(0).facts().id(), found.get(0).task()));
        assertTrue(kept().get(found.get(1).facts().id(), found.get(1).task()).isPresent());
    }

    @Test
    void oneThatIsReadAgainAndAgainIsNotForgottenForThoseThatAreAddedTo() throws Exception {
        List<KeptFindings.Found> found = several().subList(0, 1);
        for (int limit = 1; limit < 9; limit++) {
            KeptFindings.open(OwnFolder.at(storage), CATALOG, profile(), limit).add(found);
            try (Stream<Path> files = Files.list(storage.resolve(KeptFindings.FOLDER))) {
                for (Path file : files.filter(each -> lastModified(each) > 100_000).toList()) {
                    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000L * limit));
                }
            }
        }
        RunId run = found.getFirst().facts().id();
        Optional<Task> task = found.getFirst().task();
        assertTrue(KeptFindings.open(OwnFolder.at(storage), CATALOG, profile(), 1).get(run, task).isPresent());
        KeptFindings.open(OwnFolder.at(storage), CATALOG, profile(), 9).add(found);
        assertTrue(KeptFindings.open(OwnFolder.at(storage), CATALOG, profile(), 1).get(run, task).isPresent(),
                "it was added to first, and used last");
        assertEquals(Optional.empty(), KeptFindings.open(OwnFolder.at(storage), CATALOG, profile(), 2).get(run, task));
    }

    private static long lastModified(Path file) {
        return file.toFile().lastModified();
    }

    @Test
    void whatCannotBeTidiedKeepsNothingFromBeingKept() throws Exception {
        List<KeptFindings.Found> found = several().subList(0, 1);
        Path folder = Files.createDirectories(storage.resolve(KeptFindings.FOLDER));
        // As one that another process deletes while this one looks, and one that cannot be deleted.
        Files.createSymbolicLink(folder.resolve("gone.jsonl"), folder.resolve("nowhere"));
        Files.createDirectories(folder.resolve("held.jsonl/inside"));
        Files.setLastModifiedTime(folder.resolve("held.jsonl"), FileTime.fromMillis(1_000));
        for (int limit = 1; limit < 10; limit++) {
            KeptFindings.open(OwnFolder.at(storage), CATALOG, profile(), limit).add(found);
        }
        assertTrue(
                KeptFindings.open(OwnFolder.at(storage), CATALOG, profile(), 9).get(found.getFirst().facts().id(), found.getFirst().task())
                        .isPresent());
    }

    /// The only file of findings.
    static Path kept(Path storage) throws IOException {
        try (Stream<Path> files = Files.list(storage.resolve(KeptFindings.FOLDER))) {
            return files.toList().getFirst();
        }
    }

    @Test
    void saysThatItCannotBeKept() throws Exception {
        Path blocked = Files.writeString(storage.resolve("file"), "");
        KeptFindings findings = KeptFindings.open(OwnFolder.at(blocked), CATALOG, profile(), 30);
        List<KeptFindings.Found> found = several();
        assertTrue(assertThrows(ShoptraceException.class, () -> findings.add(found)).getMessage().contains("cannot be kept"));
    }
}
