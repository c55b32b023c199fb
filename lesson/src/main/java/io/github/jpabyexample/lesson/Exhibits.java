package io.github.jpabyexample.lesson;

import io.github.jpabyexample.lesson.observation.Difference;
import io.github.jpabyexample.lesson.observation.Observation;
import io.github.jpabyexample.testing.Rows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one test showed, said and expected. */
final class Exhibits {

    final List<Observation.Shown> shown = new ArrayList<>();
    final List<String> notes = new ArrayList<>();
    final List<Observation.Expectation> expectations = new ArrayList<>();

    void show(String title, Rows rows) {
        shown.add(new Observation.Shown(title, rows));
    }

    void note(String text) {
        notes.add(text.strip().replaceAll("\\s+", " "));
    }

    @SafeVarargs
    final <T> void expect(Difference difference, T here, On<T>... values) {
        Map<String, String> byStack = new LinkedHashMap<>();
        for (On<T> on : values) {
            byStack.put(on.where(), readable(on.value()));
        }
        expectations.add(new Observation.Expectation(difference, byStack, readable(here)));
    }

    private static String readable(Object value) {
        return value instanceof Class<?> type ? type.getSimpleName() : String.valueOf(value);
    }
}
