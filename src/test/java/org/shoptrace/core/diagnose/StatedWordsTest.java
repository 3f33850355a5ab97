package org.shoptrace.core.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.task.TaskCodec;
import org.shoptrace.model.task.Task;

/// The words of a query that say which product is meant.
class StatedWordsTest extends OnPlantedShop {
    private List<String> lacking(String query, String recommended) throws Exception {
        Task task = TaskCodec.decode(PlantedShop.json("{'query':'" + query + "','reward':" + PlantedShop.MUG_REWARD + "}"));
        return StatedWords.of(task, task.rewards().getFirst(), shop().sandbox().product(PlantedShop.MUG))
                .lackedBy(shop().sandbox().product(recommended).orElseThrow());
    }

    @Test
    void whatTheTargetHasAndTheProductLacksIsLacking() throws Exception {
        assertEquals(List.of(), lacking("Show me grey clay mugs, please", PlantedShop.DOUBT), "a variant is grey");
        assertEquals(List.of("clay", "mugs"), lacking("Clay mugs", PlantedShop.HOSE));
        assertEquals(List.of(), lacking("Clay mugs", PlantedShop.DOUBT));
    }

    @Test
    void paraphrasesFillingAndMoneyAreNotLookedFor() throws Exception {
        assertEquals(List.of(), lacking("I am looking for a rustic cup of clay", PlantedShop.DOUBT));
        assertEquals(List.of(), lacking("A clay mug.\\n\\nMy budget is only `100`, grey as it is", PlantedShop.DOUBT));
    }

    @Test
    void aTargetThatIsGoneIsKnownByWhatTheRewardStates() throws Exception {
        Task task = TaskCodec.decode(PlantedShop.json("{'query':'a teal mug','reward':{'product_id':'1','title':['teal mug']}}"));
        StatedWords words = StatedWords.of(task, task.rewards().getFirst(), Optional.empty());
        assertEquals(List.of("teal"), words.lackedBy(shop().sandbox().product(PlantedShop.MUG).orElseThrow()));
        assertTrue(StatedWords.of(PlantedShop.product(), task.rewards().getFirst(), Optional.empty()).isEmpty());
    }
}
