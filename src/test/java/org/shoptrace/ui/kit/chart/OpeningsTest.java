package org.shoptrace.ui.kit.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.chart.Datum;

class OpeningsTest {
    private final Openings openings = new Openings();
    private final List<String> opened = new ArrayList<>();

    private String told(String key, String what) {
        return openings.datum(key, what, () -> opened.add(what)).key();
    }

    @Test
    void marksThatWouldHaveOneKeyOpenEachTheirOwn() {
        List<String> keys = List.of(
                told("bar-qwen2-5-7b", "qwen2.5-7b"), told("bar-qwen2-5-7b", "qwen2-5-7b"), told("bar-qwen2-5-7b-2", "qwen2-5-7b-2"),
                told("bar-", "通义"), told("bar-", "智谱"));
        assertEquals(List.of("bar-qwen2-5-7b", "bar-qwen2-5-7b-2", "bar-qwen2-5-7b-2-2", "bar-", "bar--2"), keys);
        keys.forEach(openings::open);
        assertEquals(List.of("qwen2.5-7b", "qwen2-5-7b", "qwen2-5-7b-2", "通义", "智谱"), opened);
    }

    @Test
    void whatIsForgottenOpensNothingAndItsKeyIsFree() {
        told("bar", "before");
        openings.forget();
        openings.open("bar");
        assertEquals(List.of(), opened);
        assertEquals(new Datum("bar", "now"), openings.datum("bar", "now", () -> opened.add("now")));
        openings.open("bar");
        assertEquals(List.of("now"), opened);
    }
}
