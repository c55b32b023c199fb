package io.github.jpabyexample.testing.sql;

import io.github.jpabyexample.testing.sql.SqlStatement.Kind;
import io.github.jpabyexample.testing.sql.SqlStatement.Part;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Why a log does not have the answer to a question. Without one, a wrong number would pass. */
final class Doubt {

    private Doubt() {}

    /** Of what was sent, was all heard? */
    static Optional<String> ofCounts(SqlLog log) {
        return log.unheard().isEmpty()
                ? Optional.empty()
                : Optional.of("Cannot tell what was sent: what went through " + String.join(", ", log.unheard())
                        + " was not heard.");
    }

    /** Is the text of each statement still known? */
    static Optional<String> ofTexts(SqlLog log, long forgotten) {
        return forgotten == 0
                ? ofCounts(log)
                : Optional.of("Cannot tell: of " + forgotten + " earlier statements only the numbers are kept.");
    }

    /** Are the writes of one kind to one table known? */
    static Optional<String> ofWrites(SqlLog log, Kind kind, String table, boolean ofRows) {
        var written = log.tally().of(kind, table);
        if (written.unseen() > 0) {
            return Optional.of("Cannot tell if this is about " + table + ", for its table cannot be seen:"
                    + lines(log, part -> part.kind() == kind && !part.isOn(table) && part.mayBeOn(table)));
        }
        if (ofRows && written.untold() > 0) {
            return Optional.of("Cannot tell how many rows were inserted into " + table
                    + ", for the driver does not say how many are new:"
                    + lines(log, part -> part.kind() == kind && part.isOn(table) && part.hidesItsNewRows()));
        }
        return Optional.empty();
    }

    private static String lines(SqlLog log, Predicate<Part> wanted) {
        return log.kept().stream()
                .filter(statement -> statement.parts().stream().anyMatch(wanted))
                .map(statement -> "\n  " + statement)
                .collect(Collectors.joining());
    }
}
