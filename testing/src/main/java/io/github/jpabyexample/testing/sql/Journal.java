package io.github.jpabyexample.testing.sql;

import io.github.jpabyexample.testing.sql.SqlLog.Told;
import io.github.jpabyexample.testing.sql.SqlStatement.Kind;
import io.github.jpabyexample.testing.sql.SqlStatement.Part;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What was sent, as far back as somebody wants to know it and as much as is worth keeping: of what is older there are
 * numbers.
 */
final class Journal {

    private static final int WEIGHT = 16_000_000;

    private final int limit;
    private final OwnStatements own;
    private final ArrayDeque<Entry> kept = new ArrayDeque<>();
    private final List<Recording> recordings = new ArrayList<>();
    private long weight;
    private long sent;

    /** Since when somebody listens, and what had to be forgotten since. */
    private static final class Recording {

        private final long start;
        private final Tally forgotten = new Tally();
        private final Set<String> unheard = new LinkedHashSet<>();
        private long gone;

        private Recording(long start) {
            this.start = start;
        }

        private void forget(Entry entry) {
            gone++;
            List<Part> parts = entry.parts();
            if (!entry.isOwn() && parts.stream().noneMatch(part -> part.kind() == Kind.DDL)) {
                forgotten.add(parts, entry.batch());
            }
        }
    }

    /** Handle of a recording that goes on. */
    final class Open implements AutoCloseable {

        private final Recording recording;

        private Open(Recording recording) {
            this.recording = recording;
        }

        SqlLog log() {
            synchronized (Journal.this) {
                List<Told> told = kept.stream()
                        .skip(Math.max(0, recording.start - (sent - kept.size())))
                        .map(entry -> new Told(entry.snapshot(), entry.isOwn(), entry.restOfValues()))
                        .toList();
                return new SqlLog(told, recording.gone, recording.forgotten, recording.unheard);
            }
        }

        @Override
        public void close() {
            synchronized (Journal.this) {
                recordings.remove(recording);
                long oldest =
                        recordings.stream().mapToLong(open -> open.start).min().orElse(sent);
                while (sent - kept.size() < oldest && !kept.isEmpty()) {
                    weight -= kept.removeFirst().weight();
                }
            }
        }
    }

    Journal(OwnStatements own, int limit) {
        this.own = own;
        this.limit = limit;
    }

    synchronized Open open() {
        var recording = new Recording(sent);
        recordings.add(recording);
        return new Open(recording);
    }

    boolean isOwn(Sql sql) {
        return sql.isPing() || own.matches(sql.text());
    }

    synchronized void add(List<Entry> entries) {
        for (Entry entry : entries) {
            kept.addLast(entry);
            weight += entry.weight();
            sent++;
        }
        while (kept.size() > limit || (weight > WEIGHT && kept.size() > 1)) {
            long number = sent - kept.size();
            Entry oldest = kept.removeFirst();
            weight -= oldest.weight();
            recordings.stream().filter(open -> open.start <= number).forEach(open -> open.forget(oldest));
        }
    }

    /** Something was handed out, or done, by which statements may be sent that are not heard. */
    synchronized void unheard(String call) {
        recordings.forEach(open -> open.unheard.add(call));
    }

    synchronized long sent() {
        return sent;
    }
}
