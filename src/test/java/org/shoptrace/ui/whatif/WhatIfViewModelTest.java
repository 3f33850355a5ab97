package org.shoptrace.ui.whatif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.job.DirectJobRunner;
import org.shoptrace.core.session.CatalogState;
import org.shoptrace.core.whatif.AnswerDifference.Change;
import org.shoptrace.core.whatif.Trial;
import org.shoptrace.model.finding.Place;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.ui.KettleWorkspace;
import org.shoptrace.ui.LateJobRunner;

class WhatIfViewModelTest {
    private KettleWorkspace kettles;
    private Run run;
    private final Place search = new Place(1, OptionalInt.of(1));

    @BeforeEach
    void open() throws Exception {
        kettles = new KettleWorkspace();
        run = kettles.run("alpha", "find_product {'q':'kettle','page':1}", "terminate {'status':'success'}");
    }

    private static Trial trial(WhatIfViewModel model) {
        return model.trialProperty().get().orElseThrow();
    }

    @Test
    void beginsWithTheUnchangedCall() {
        WhatIfViewModel model = new WhatIfViewModel(kettles.workspace, new DirectJobRunner());
        model.begin(kettles.open(run), search);
        WhatIfState.Ready ready = assertInstanceOf(WhatIfState.Ready.class, model.stateProperty().get());
        assertTrue(ready.recorded().faithful());
        assertEquals(List.of("Steel kettle 12"), ready.targets());
        assertTrue(trial(model).difference().isNone());
        assertEquals(1, model.tries().size());
        assertEquals("{\"name\":\"find_product\",\"parameters\":{\"q\":\"kettle\",\"page\":1}}", model.json());
        assertEquals(
                Optional.of("curl -G 'http://127.0.0.1:5631/find_product' --data-urlencode 'q=kettle' --data-urlencode 'page=1'"),
                model.curl());
    }

    @Test
    void anEditShowsWhereTheTargetIsThen() {
        WhatIfViewModel model = new WhatIfViewModel(kettles.workspace, new DirectJobRunner());
        model.begin(kettles.open(run), search);
        Json.Obj second = model.parametersProperty().get().with("page", Json.Num.of(2L));
        model.edit(second);
        model.run();
        assertEquals(10, trial(model).difference().count(Change.ADDED));
        assertEquals(10, trial(model).difference().count(Change.REMOVED));
        assertEquals(OptionalInt.of(2), trial(model).targets().getFirst().place().position());
        assertEquals(2, model.tries().size());
        model.reset();
        assertEquals(2, model.tries().size(), "the unchanged call is in the list already");
        assertTrue(trial(model).difference().isNone());
        model.again(second);
        assertEquals(List.of(second), model.tries().subList(0, 1).stream().map(tried -> tried.call().parameters()).toList());
        assertEquals(2, model.tries().size());
    }

    @Test
    void ofFastEditsOnlyTheLastCounts() {
        LateJobRunner jobs = new LateJobRunner();
        WhatIfViewModel model = new WhatIfViewModel(kettles.workspace, jobs);
        model.begin(kettles.open(run), search);
        jobs.finish(0);
        jobs.finish(1);
        model.edit(Json.Obj.EMPTY.with("q", Json.of("red")).with("page", Json.Num.of(1L)));
        model.run();
        model.edit(Json.Obj.EMPTY.with("q", Json.of("kettle")).with("page", Json.Num.of(3L)));
        model.run();
        assertEquals("Try a call", jobs.cancelled().getLast());
        assertTrue(model.workingProperty().get());
        jobs.finish(2);
        assertEquals(1, model.tries().size(), "an answer that came too late");
        jobs.finish(3);
        assertFalse(model.workingProperty().get());
        assertEquals(2, model.tries().size(), "the first edit was overtaken");
        assertEquals(Optional.of(Json.Num.of(3L)), trial(model).call().parameter("page"));
    }

    @Test
    void aFailingSandboxIsSaidAndTheFormStays() {
        WhatIfViewModel model = new WhatIfViewModel(kettles.workspace, new DirectJobRunner());
        model.begin(kettles.open(run), search);
        kettles.sandbox.breakDown();
        model.run();
        assertFalse(model.failureProperty().get().isEmpty());
        assertInstanceOf(WhatIfState.Ready.class, model.stateProperty().get());
    }

    @Test
    void withoutACatalogueItSaysWhatToDo() {
        kettles.given.catalog(new CatalogState.None());
        WhatIfViewModel model = new WhatIfViewModel(kettles.workspace, new DirectJobRunner());
        model.begin(kettles.open(run), search);
        assertInstanceOf(WhatIfState.Gap.class, model.stateProperty().get());
    }

    @Test
    void saysWhyACallCannotBeRun() throws Exception {
        Run odd = kettles.run(
                "odd", "terminate {'status':'success'}", "recommend_product {'product_ids':'1'}", "web_search {'q':'kettle'}", "buy {}");
        WhatIfViewModel model = new WhatIfViewModel(kettles.workspace, new DirectJobRunner());
        List<String> said = new ArrayList<>();
        for (int step = 1; step <= 4; step++) {
            model.begin(kettles.open(odd), new Place(step, OptionalInt.of(1)));
            said.add(assertInstanceOf(WhatIfState.Gap.class, model.stateProperty().get()).what());
        }
        assertTrue(said.get(0).startsWith("terminate asks the catalogue nothing"), said.toString());
        assertTrue(said.get(1).startsWith("recommend_product asks the catalogue nothing"), said.toString());
        assertTrue(said.get(2).startsWith("web_search asks the web"), said.toString());
        assertTrue(said.get(3).startsWith("A call of buy cannot be run"), said.toString());
    }
}
