package io.github.jpabyexample.testing.sql;

import io.github.jpabyexample.testing.sql.SqlLog.Told;
import io.github.jpabyexample.testing.sql.SqlStatement.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Selects that were sent again with other values. */
final class Repeated {

    private static final int SHOWN = 10;

    private Repeated() {}

    /** {@return a line for each: how often, the SQL, and with which values} */
    static List<String> in(SqlLog log) {
        Map<String, List<Told>> byText = new LinkedHashMap<>();
        for (Told told : log.told()) {
            if (told.statement().does(Kind.SELECT)) {
                byText.computeIfAbsent(told.statement().text(), text -> new ArrayList<>())
                        .add(told);
            }
        }
        return byText.entrySet().stream()
                .filter(entry ->
                        entry.getValue().stream().map(Told::values).distinct().count() > 1)
                .map(entry -> line(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static String line(String text, List<Told> sent) {
        String values = sent.stream()
                .limit(SHOWN)
                .map(told -> told.statement().parameters().stream()
                        .map(Object::toString)
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining(", "));
        return "  %d times: %s with %s%s"
                .formatted(
                        sent.size(),
                        text.strip().replaceAll("\\s+", " "),
                        values,
                        sent.size() > SHOWN ? ", and %d more".formatted(sent.size() - SHOWN) : "");
    }
}
