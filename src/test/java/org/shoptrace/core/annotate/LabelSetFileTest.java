package org.shoptrace.core.annotate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.file.OwnFolder;
import org.shoptrace.model.finding.Fault;

class LabelSetFileTest {
    @TempDir
    private Path folder = Path.of("");

    private Path file() {
        return folder.resolve(LabelSetFile.NAME);
    }

    @Test
    void withoutAFileTheFailureClassesAreTheLabels() throws Exception {
        LabelSet set = LabelSetFile.read(file());
        assertEquals(18, set.labels().size(), "every stage but 'chosen', every fault");
        assertEquals(Fault.WRONG_VARIANT.label(), set.title("wrong_variant"));
        assertEquals("of another annotator", set.title("of another annotator"));
    }

    @Test
    void whatIsWrittenIsRead() throws Exception {
        LabelSet set = new LabelSet(List.of(new LabelSet.Label("arith", "Arithmetic", "adds up wrongly")));
        LabelSetFile.write(OwnFolder.at(folder), set);
        assertEquals(set, LabelSetFile.read(file()));
    }

    @Test
    void aLabelMayBeAName() throws Exception {
        Files.writeString(file(), "{\"labels\":[\"paged too little\",{\"name\":\"arith\",\"title\":\"Arithmetic\"}]}");
        assertEquals(
                List.of(new LabelSet.Label("paged too little", "paged too little", ""), new LabelSet.Label("arith", "Arithmetic", "")),
                LabelSetFile.read(file()).labels());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[]", "{\"labels\":[]}", "{\"labels\":[\"a\",\"a\"]}", "{\"labels\":[7]}", "{\"labels\":[{}]}",
                    "{\"labels\":[\" \"]}"})
    void whatIsNoLabelSetIsRefusedWithWhatToDo(String text) throws Exception {
        Files.writeString(file(), text);
        ShoptraceException failure = assertThrows(ShoptraceException.class, () -> LabelSetFile.read(file()));
        assertTrue(failure.getMessage().contains("labels.json. Write {\"labels\""), failure.getMessage());
    }
}
