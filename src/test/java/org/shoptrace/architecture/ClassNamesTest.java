package org.shoptrace.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// A class is known by its simple name: in a search, in a stack trace, in talk. So each name stands for one class, and says what the class
/// is. Nested classes are read together with the one around them and may be called as others are.
class ClassNamesTest {
    private static List<JavaClass> classes() {
        return ArchitectureTest.MAIN.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(each -> !each.getSimpleName().equals("package-info"))
                .toList();
    }

    @Test
    void everyNameStandsForOneClass() {
        Map<String, Set<String>> byName = classes().stream()
                .collect(Collectors.groupingBy(
                        JavaClass::getSimpleName,
                        TreeMap::new,
                        Collectors.mapping(JavaClass::getPackageName, Collectors.toCollection(TreeSet::new))));
        assertFalse(byName.isEmpty());
        byName.values().removeIf(packages -> packages.size() == 1);
        assertEquals(Map.of(), byName, "classes of the same name in several packages: name each after what only it is");
    }

    @Test
    void onlyATestIsCalledOne() {
        List<String> wrong = classes().stream()
                .map(JavaClass::getName)
                .filter(name -> name.endsWith("Test") || name.endsWith("Tests"))
                .sorted()
                .toList();
        assertEquals(List.of(), wrong, "classes that read as tests and are none");
    }
}
