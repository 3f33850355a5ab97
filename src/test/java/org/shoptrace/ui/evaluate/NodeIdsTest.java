package org.shoptrace.ui.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NodeIdsTest {
    @Test
    void noTwoNamesHaveOneId() {
        assertEquals(
                List.of("trials-qwen2-5-7b", "trials-qwen2-5-7b-2", "trials-", "trials--2", "trials-qwen2-5-7b-2-2"),
                NodeIds.each("trials", List.of("qwen2.5-7b", "qwen2-5-7b", "通义", "智谱", "qwen2-5-7b-2")));
    }
}
