package org.shoptrace.core.glossary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.evaluate.figure.Figure;
import org.shoptrace.core.evaluate.figure.Figures;
import org.shoptrace.model.score.Column;

class GlossaryTest {
    @Test
    void noWordIsANameOfFiles() {
        for (Glossary.Term term : Glossary.terms()) {
            assertEquals(List.of(), NamesInFiles.in(term.word() + ". " + term.meaning()), term.toString());
            assertFalse(term.word().isBlank() || term.meaning().isBlank(), term.toString());
            assertFalse(term.meaning().endsWith("."), term.toString());
        }
        for (Figure figure : Figures.ALL) {
            assertEquals(List.of(), NamesInFiles.in(figure.words().label() + figure.method()), figure.wireName());
        }
    }

    @Test
    void noTwoThingsOfAKindAreCalledTheSame() {
        for (Glossary.Kind kind : Glossary.Kind.values()) {
            List<Glossary.Term> terms = Glossary.terms().stream().filter(term -> term.kind() == kind).toList();
            assertFalse(terms.isEmpty(), kind.label());
            Set<String> words = new HashSet<>(terms.stream().map(Glossary.Term::word).toList());
            Set<String> names = new HashSet<>(terms.stream().map(Glossary.Term::wireName).toList());
            assertEquals(terms.size(), words.size(), kind.label());
            assertEquals(terms.size(), names.size(), kind.label());
        }
    }

    @Test
    void aToolTipTellsTheNameInFiles() {
        assertEquals("Requests answered by the very target (gt in files)", Column.GT.tip());
        assertTrue(Stream.of(Column.values())
                .allMatch(column -> column.tip().contains(column.wireName()) || column.label().equalsIgnoreCase(column.wireName())));
        assertTrue(Figures.ALL.stream()
                .allMatch(figure -> figure.tip().contains(figure.column()) || figure.words().title().equalsIgnoreCase(figure.column())));
    }

    @Test
    void namesOfFilesAreFound() {
        assertEquals(List.of("gt", "sku & attrs", "never_retrieved"),
                NamesInFiles.in("gt rate, sku & attrs 1, never_retrieved; a ruler, kwh"));
    }
}
