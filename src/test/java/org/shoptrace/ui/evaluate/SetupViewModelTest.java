package org.shoptrace.ui.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shoptrace.core.evaluate.result.ProductLookUp;
import org.shoptrace.core.evaluate.result.SampleEvaluation;
import org.shoptrace.core.score.ScoringProfile;
import org.shoptrace.core.score.SimilarityChoice;
import org.shoptrace.core.session.CatalogState;
import org.shoptrace.core.session.GivenWorkspace;
import org.shoptrace.model.task.Intent;
import org.shoptrace.ui.session.WorkspaceViewModel;

class SetupViewModelTest {
    private final GivenWorkspace given = new GivenWorkspace();
    private final SetupViewModel setup = new SetupViewModel(new WorkspaceViewModel(given.open()), new PowerViewModel());

    private void fill() {
        given.tasks(SampleEvaluation.tasks());
        given.add(SampleEvaluation.runs());
        given.catalog(new CatalogState.Open(ProductLookUp.empty()));
    }

    @Test
    void listsEveryRolloutFileWithItsModelAndRuns() {
        fill();
        assertEquals(8, setup.files().size());
        assertEquals("alpha", setup.files().getFirst().model());
        assertEquals("3 runs · product", setup.files().getFirst().summary());
    }

    /// Two files of every intent, one each of alpha and of beta.
    @Test
    void aModelThatIsRenamedMakesTrialsOfItsFiles() {
        fill();
        assertEquals("", setup.trialsProperty().get(), "a file each of other tasks");
        setup.chooseNone();
        setup.choose(SampleEvaluation.file("alpha", Intent.SHOP), true);
        setup.choose(SampleEvaluation.file("beta", Intent.SHOP), true);
        assertEquals("", setup.trialsProperty().get());
        setup.rename(SampleEvaluation.file("beta", Intent.SHOP), " alpha ");
        assertEquals("2 files are trials of alpha: 3 tasks, 6 runs.", setup.trialsProperty().get());
        assertEquals(List.of("alpha", "alpha"), setup.presentProperty().get().orElseThrow().setup().models());
        setup.rename(SampleEvaluation.file("beta", Intent.SHOP), "");
        assertEquals(List.of("alpha", "beta"), setup.presentProperty().get().orElseThrow().setup().models());
    }

    @Test
    void countsRunsOfNoTaskOfThisWorkspace() {
        given.tasks(SampleEvaluation.tasks());
        given.add(List.of(
                SampleEvaluation.run("alpha", Intent.SHOP, 0), SampleEvaluation.run("alpha", Intent.SHOP, 99)));
        assertEquals("2 runs · shop · 1 of no task here", setup.files().getFirst().summary());
    }

    /// What can be shown depends on the tasks; further runs of one make nothing more of it.
    @Test
    void aTaskThatHasSeveralRunsIsOneTask() {
        given.tasks(SampleEvaluation.tasks());
        given.add(Stream.of(0, 0, 0, 1).map(task -> SampleEvaluation.run("alpha", Intent.SHOP, task)).toList());
        assertEquals("4 runs · shop", setup.files().getFirst().summary());
        assertTrue(setup.powerProperty().get().startsWith("About 2 tasks: "), setup.powerProperty().get());
    }

    @Test
    void learnsIntentsWhenTasksComeAfterRuns() {
        given.add(SampleEvaluation.runs());
        assertEquals("3 runs · none of a task in this workspace", setup.files().getFirst().summary());
        given.tasks(SampleEvaluation.tasks());
        assertEquals("3 runs · product", setup.files().getFirst().summary());
    }

    @Test
    void saysWhyItCannotRun() {
        assertEquals("There are no rollouts in this workspace", setup.blockedProperty().get());
        given.add(SampleEvaluation.runs());
        assertEquals("There are no tasks in this workspace to score against", setup.blockedProperty().get());
        given.tasks(SampleEvaluation.tasks());
        assertEquals("The catalogue is still being looked for", setup.blockedProperty().get());
        given.catalog(new CatalogState.None());
        assertEquals("There is no catalogue in this workspace to look products up in", setup.blockedProperty().get());
        given.catalog(new CatalogState.Open(ProductLookUp.empty()));
        assertEquals("", setup.blockedProperty().get());
        setup.chooseNone();
        assertEquals("Choose at least one rollout file", setup.blockedProperty().get());
        setup.choose(SampleEvaluation.file("alpha", Intent.WEB), true);
        assertEquals("", setup.blockedProperty().get());
        setup.form().profileProperty().set(ScoringProfile.ORO);
        assertEquals("Profile oro scores product, shop and voucher runs; the chosen ones are web runs",
                setup.blockedProperty().get());
    }

    @Test
    void asksForWhatTheChosenSimilarityNeeds(@TempDir Path folder) throws Exception {
        fill();
        setup.form().similarityProperty().set(SimilarityChoice.Kind.TABLE);
        assertEquals("Choose the file of similarities", setup.blockedProperty().get());
        setup.form().tableFileProperty().set(folder.resolve("no.json").toString());
        assertEquals("There is no such file of similarities", setup.blockedProperty().get());
        Path table = Files.writeString(folder.resolve("table.json"), "[]");
        setup.form().tableFileProperty().set(table.toString());
        assertEquals("", setup.blockedProperty().get());
        assertEquals(new SimilarityChoice.Table(table), setup.presentProperty().get().orElseThrow().setup().similarity());

        setup.form().similarityProperty().set(SimilarityChoice.Kind.ENDPOINT);
        setup.form().endpointUrlProperty().set("localhost:8000");
        assertTrue(setup.blockedProperty().get().startsWith("Give the address of the embeddings server"));
        setup.form().endpointUrlProperty().set("http://localhost:8000/v1/embeddings");
        setup.form().endpointModelProperty().set(" ");
        assertEquals("Give the name of the server's model", setup.blockedProperty().get());
    }

    @Test
    void saysWhatTheTasksCanShowByWhatTwoModelsDifferOn() {
        assertEquals("", setup.powerProperty().get());
        PowerViewModel power = new PowerViewModel();
        SetupViewModel other = new SetupViewModel(new WorkspaceViewModel(given.open()), power);
        fill();
        assertTrue(other.powerProperty().get().startsWith("About 12 tasks: "), other.powerProperty().get());
        power.discordantProperty().set("40");
        assertTrue(other.powerProperty().get().contains("differ on 40.0 % of them: as written"), other.powerProperty().get());
    }
}
