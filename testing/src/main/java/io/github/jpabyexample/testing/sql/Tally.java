package io.github.jpabyexample.testing.sql;

import io.github.jpabyexample.testing.sql.SqlStatement.Kind;
import io.github.jpabyexample.testing.sql.SqlStatement.Part;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The numbers of statements, which stay exact when the statements themselves are forgotten. */
final class Tally {

    /** What was done to one table, or to those that a name may mean. */
    static final class Sum {

        private long statements;
        private long sets;
        private long rows;
        private long untold;
        private long unseen;

        /** {@return one for each set of values} */
        long sets() {
            return sets;
        }

        long rows() {
            return rows;
        }

        /** {@return of how many statements no driver tells how many rows are new} */
        long untold() {
            return untold;
        }

        /** {@return of how many statements it cannot be seen if they are about the table} */
        long unseen() {
            return unseen;
        }

        private void add(Part part, int batch) {
            statements++;
            sets += batch;
            rows += Math.max(0, part.rows());
            untold += part.hidesItsNewRows() ? 1 : 0;
        }

        private void add(Sum other) {
            statements += other.statements;
            sets += other.sets;
            rows += other.rows;
            untold += other.untold;
        }
    }

    private record Place(Kind kind, @Nullable String table) {

        Part asPart() {
            return new Part(kind, table, 0, false);
        }
    }

    private final Map<Kind, Long> statements = new EnumMap<>(Kind.class);
    private final Map<Place, Sum> sums = new HashMap<>();
    private long all;
    private long batches;

    void add(List<Part> parts, int batch) {
        all++;
        batches += batch > 1 ? 1 : 0;
        parts.stream().map(Part::kind).distinct().forEach(kind -> statements.merge(kind, 1L, Long::sum));
        parts.forEach(part -> sum(new Place(part.kind(), part.table())).add(part, batch));
    }

    void add(Tally other) {
        all += other.all;
        batches += other.batches;
        other.statements.forEach((kind, count) -> statements.merge(kind, count, Long::sum));
        other.sums.forEach((place, sum) -> sum(place).add(sum));
    }

    private Sum sum(Place place) {
        return sums.computeIfAbsent(place, same -> new Sum());
    }

    long statements() {
        return all;
    }

    long statements(Kind kind) {
        return statements.getOrDefault(kind, 0L);
    }

    /** {@return how many had two sets of values or more} */
    long batches() {
        return batches;
    }

    Sum of(Kind kind, String table) {
        var found = new Sum();
        sums.forEach((place, sum) -> {
            if (place.kind == kind && place.asPart().isOn(table)) {
                found.add(sum);
            } else if (place.kind == kind && place.asPart().mayBeOn(table)) {
                found.unseen += sum.statements;
            }
        });
        return found;
    }
}
