package org.shoptrace.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.PrintWriter;
import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.beans.property.SimpleIntegerProperty;
import org.junit.jupiter.api.Test;

/// Nothing is written in the digits, cases and dates of the machine's language: reports are compared byte by byte, and ids are made of
/// words (ADR 0048). Every call that would ask for that language is found in the byte code, whoever makes it.
class LocaleFreeTest {
    private static final Set<String> TEXTS = Set.of("java.lang.String", "java.io.PrintStream", "java.io.PrintWriter", "java.io.Console");
    private static final Set<String> CASES = Set.of("toLowerCase", "toUpperCase");

    @Test
    void nothingAsksForTheLanguageOfTheMachine() {
        assertEquals(List.of(), asking(ArchitectureTest.MAIN));
    }

    /// The test of the test: what asks for it is found.
    @Test
    void whatAsksForItIsFound() {
        List<String> found = asking(new ClassFileImporter().importClasses(Asks.class));
        for (String call : List.of("formatted", "format", "toLowerCase", "toUpperCase", "printf", "getInstance", "ofPattern", "asString")) {
            assertTrue(found.stream().anyMatch(said -> said.contains("." + call + "(")), () -> call + " is not among " + found);
        }
        assertEquals(9, found.size(), found::toString);
    }

    @SuppressWarnings({"UnusedMethod", "StringCaseLocaleUsage"}) // what must not be done, to be found
    private static final class Asks {
        private static final UnaryOperator<String> LOWER = String::toLowerCase;

        static String all(PrintWriter out) {
            out.printf("%d", 1);
            out.printf(Locale.ROOT, "%d", 1);
            return "%d".formatted(1) + String.format("%d", 1) + String.format(Locale.ROOT, "%d", 1) + LOWER.apply("I") + "i".toUpperCase()
                    + "i".toUpperCase(Locale.ROOT) + NumberFormat.getInstance().format(1) + DateTimeFormatter.ofPattern("d")
                    + new SimpleIntegerProperty(1).asString("%d") + "I".toLowerCase();
        }
    }

    private static List<String> asking(JavaClasses classes) {
        return classes.stream()
                .flatMap(type -> type.getAccessesFromSelf().stream())
                .filter(access -> access.getTarget() instanceof CodeUnitAccessTarget target && asks(target))
                .map(LocaleFreeTest::told)
                .distinct()
                .sorted()
                .toList();
    }

    private static String told(JavaAccess<?> access) {
        return access.getOrigin().getFullName() + " calls " + access.getTarget().getFullName() + " in line " + access.getLineNumber()
                + ": give Locale.ROOT";
    }

    private static boolean asks(CodeUnitAccessTarget target) {
        String owner = target.getOwner().getName();
        String name = target.getName();
        List<String> types = target.getRawParameterTypes().stream().map(JavaClass::getName).toList();
        boolean given = types.contains("java.util.Locale") || types.contains("java.text.DecimalFormatSymbols");
        if (given) {
            return false;
        }
        return TEXTS.contains(owner) && Set.of("format", "printf", "formatted").contains(name)
                || owner.equals("java.lang.String") && CASES.contains(name)
                || owner.startsWith("java.text.") && (owner.endsWith("Format") || owner.endsWith("Collator")) && isMade(name, types)
                || owner.equals("java.time.format.DateTimeFormatter") && (name.equals("ofPattern") || name.startsWith("ofLocalized"))
                || owner.equals("java.time.format.DateTimeFormatterBuilder") && name.equals("toFormatter")
                || owner.equals("java.util.Locale") && name.equals("getDefault")
                || Set.of("java.util.Formatter", "java.util.Scanner").contains(owner) && name.equals("<init>")
                || owner.startsWith("javafx.") && name.equals("asString") && types.contains("java.lang.String")
                || owner.equals("javafx.beans.binding.Bindings") && name.equals("format");
    }

    private static boolean isMade(String name, List<String> types) {
        return name.startsWith("get") && name.endsWith("Instance") || name.equals("<init>") || name.equals("format") && types.size() > 1;
    }
}
