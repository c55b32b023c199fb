package io.github.jpabyexample.benchmarks;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import io.github.jpabyexample.provider.ProviderSettings;
import io.github.jpabyexample.testing.database.TestDatabase;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Measures the start of a persistence unit in fresh JVMs: the provider as it comes, and through {@code bootstrap}. Each
 * round runs both in random order, and a ratio is made within a round, since a machine's speed changes from minute to
 * minute.
 */
final class StartUp {

    private static final int ROUNDS = 9;

    private record Step(Start.Way way, String name) {}

    private final Map<Step, List<Long>> steps = new LinkedHashMap<>();
    private final List<Double> ratios = new ArrayList<>();

    private StartUp() {}

    /**
     * Prints a table.
     *
     * @param args the number of rounds, or nothing for nine
     */
    public static void main(String... args) throws IOException, InterruptedException, SQLException {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : ROUNDS;
        var all = new StartUp();
        var order = new ArrayList<>(List.of(Start.Way.values()));
        var random = new Random(7);
        var database = TestDatabase.requested();
        try (var place = database.open("bookstore");
                Connection connection = place.dataSource().getConnection()) {
            for (int round = 0; round < rounds; round++) {
                Collections.shuffle(order, random);
                all.round(order, connection);
            }
        }
        all.print(ProviderSettings.onClassPath() + " on " + database.name() + ", Java "
                + Runtime.version().feature() + ", " + rounds + " rounds");
    }

    private void round(List<Start.Way> order, Connection database)
            throws IOException, InterruptedException, SQLException {
        Map<Start.Way, Double> whole = new LinkedHashMap<>();
        for (Start.Way way : order) {
            for (String line : started(way, database)) {
                int tab = line.indexOf('\t');
                var step = new Step(way, line.substring(0, tab));
                long value = Long.parseLong(line.substring(tab + 1));
                steps.computeIfAbsent(step, key -> new ArrayList<>()).add(value);
                if (step.name().equals(Start.WHOLE)) {
                    whole.put(way, (double) value);
                }
            }
        }
        ratios.add(whole.getOrDefault(Start.Way.BOOTSTRAP, 0.0) / whole.getOrDefault(Start.Way.BARE, 0.0));
    }

    private static List<String> started(Start.Way way, Connection database)
            throws IOException, InterruptedException, SQLException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Start.class.getName(), way.name()));
        String url = database.getMetaData().getURL();
        command.add(url.startsWith("jdbc:h2:mem:") ? "jdbc:h2:mem:start;DB_CLOSE_DELAY=-1" : url);
        command.add(database.getMetaData().getUserName());
        Process jvm = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> lines;
        try (var output = jvm.inputReader()) {
            lines = output.lines()
                    .filter(line -> line.startsWith(Start.MARK))
                    .map(line -> line.substring(Start.MARK.length()))
                    .toList();
        }
        if (jvm.waitFor() != 0) {
            throw new IllegalStateException(way + " ended with status " + jvm.exitValue());
        }
        return lines;
    }

    private void print(String title) {
        System.out.println(title);
        System.out.println(AsciiTable.getTable(
                AsciiTable.NO_BORDERS,
                steps.entrySet(),
                List.of(
                        column("way").with(step -> step.getKey().way().name()),
                        column("step").with(step -> step.getKey().name()),
                        new Column().header("median").with(step -> shown(step, 0.5)),
                        new Column()
                                .header("quartiles")
                                .with(step -> shown(step, 0.25) + " to " + shown(step, 0.75)))));
        System.out.printf(
                Locale.ROOT,
                "%s, through bootstrap and bare: median ratio %.2f, quartiles %.2f to %.2f%n",
                Start.WHOLE,
                quantile(ratios, 0.5),
                quantile(ratios, 0.25),
                quantile(ratios, 0.75));
    }

    private static Column column(String header) {
        return new Column().header(header).headerAlign(HorizontalAlign.LEFT).dataAlign(HorizontalAlign.LEFT);
    }

    private static String shown(Map.Entry<Step, List<Long>> step, double part) {
        long value = quantile(step.getValue(), part);
        return step.getKey().name().equals(Start.CLASSES) ? String.valueOf(value) : value / 1_000_000 + " ms";
    }

    private static <T extends Comparable<T>> T quantile(List<T> values, double part) {
        List<T> sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.round((sorted.size() - 1) * part));
    }
}
