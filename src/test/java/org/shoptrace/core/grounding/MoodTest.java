package org.shoptrace.core.grounding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shoptrace.core.trajectory.StepEncoder;

/// What states something, and what denies it, up to the word `red`.
class MoodTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                    "It is red. | true", "I recommend it, which is red, as you wanted. | true", "The case you requested is red. | true",
                    "Color (as per user request): red | true", "It meets all your requirements and is red. | true",
                    "Is it red? | false", "If it were red, fine. | false", "The user wants red. | false",
                    "You are looking for a red case. | false",
                    "It should be red. | false", "I need a red one. | false", "Let me search for red cases. | false",
                    "It might be red. | false", "I searched for red cases. | false", "I couldn't find a red one. | false"})
    void wishesQuestionsAndConditionsStateNothing(String said, boolean states) throws Exception {
        Sentence sentence = Sentences.of(new StepEncoder("", "q").add(StepEncoder.Turn.of("", List.of(), said, 1))).getFirst();
        assertEquals(states, !Mood.statesNothing(sentence) && Mood.states(sentence, said.indexOf("red")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                    "It is not red | true", "It isn't red | true", "It comes without red | true", "It has no red | true",
                    "It is red | false", "It is not only cheap but red | false", "It is not blue, but red | false",
                    "It is never not red | false"})
    void aDenialReachesToTheEndOfItsClause(String said, boolean denies) {
        assertEquals(denies, Negation.denies(said, said.indexOf("red")));
    }
}
