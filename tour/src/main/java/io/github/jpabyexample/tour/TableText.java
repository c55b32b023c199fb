package io.github.jpabyexample.tour;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import io.github.jpabyexample.testing.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rows as a table of characters that keeps within a width. */
final class TableText {

    /** What a column has around its text: a line on the left, and two blanks. */
    private static final int FRAME = 3;

    /** Texts are not folded more narrowly. */
    private static final int NARROWEST_COLUMN = 12;

    private TableText() {}

    /**
     * Makes a table. Where it is too wide, long texts go on below; where that does not help, there is a line for each
     * column, and beside each other as many rows as there is room for, at least one.
     */
    static String of(Rows asTheyAre, int width) {
        Rows table = visible(asTheyAre);
        if (fits(table, width)) {
            return drawn(table, width);
        }
        List<String> parts = new ArrayList<>();
        int from = 0;
        while (from < table.rows().size()) {
            int to = table.rows().size();
            while (to > from + 1 && !fits(turned(table, from, to), width)) {
                to--;
            }
            parts.add(drawn(turned(table, from, to), width));
            from = to;
        }
        return String.join("\n", parts);
    }

    private static Rows visible(Rows table) {
        return new Rows(
                table.columns().stream().map(Visible::of).toList(),
                table.rows().stream()
                        .map(row -> row.stream().map(Visible::of).toList())
                        .toList());
    }

    private static Rows turned(Rows table, int from, int to) {
        List<String> heads = Stream.concat(
                        Stream.of(""), IntStream.range(from, to).mapToObj(row -> "row " + (row + 1)))
                .toList();
        List<List<String>> lines = IntStream.range(0, table.columns().size())
                .mapToObj(column -> Stream.concat(
                                Stream.of(table.columns().get(column)),
                                table.rows().subList(from, to).stream().map(row -> row.get(column)))
                        .toList())
                .toList();
        return new Rows(heads, lines);
    }

    private static String drawn(Rows table, int width) {
        int[] widths = widths(table, width);
        Column[] columns = IntStream.range(0, widths.length)
                .mapToObj(i -> new Column()
                        .header(table.columns().get(i))
                        .headerAlign(HorizontalAlign.LEFT)
                        .dataAlign(HorizontalAlign.LEFT)
                        .maxWidth(widths[i] + 2))
                .toArray(Column[]::new);
        Object[][] rows = table.rows().stream().map(List::toArray).toArray(Object[][]::new);
        return AsciiTable.builder()
                .border(AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS)
                .lineSeparator("\n")
                .data(columns, rows)
                .asString();
    }

    // The widest column gives way first.
    private static int[] widths(Rows table, int width) {
        int[] widths = IntStream.range(0, table.columns().size())
                .map(column -> widest(table, column))
                .toArray();
        while (total(widths) > width) {
            int widest = IntStream.range(0, widths.length)
                    .filter(column -> widths[column] > narrowest(table, column))
                    .reduce((one, other) -> widths[other] > widths[one] ? other : one)
                    .orElse(-1);
            if (widest < 0) {
                break;
            }
            widths[widest]--;
        }
        return widths;
    }

    private static boolean fits(Rows table, int width) {
        return total(IntStream.range(0, table.columns().size())
                        .map(column -> narrowest(table, column))
                        .toArray())
                <= width;
    }

    private static int total(int[] widths) {
        return IntStream.of(widths).map(each -> each + FRAME).sum() + 1;
    }

    // The names of columns stand on one line, be it above them or in the first column, which has no name.
    private static int narrowest(Rows table, int column) {
        String name = table.columns().get(column);
        int widest = widest(table, column);
        return name.isEmpty() ? widest : Math.max(name.length(), Math.min(NARROWEST_COLUMN, widest));
    }

    private static int widest(Rows table, int column) {
        return Stream.concat(Stream.of(table.columns()), table.rows().stream())
                .mapToInt(line -> line.get(column).length())
                .max()
                .orElse(0);
    }
}
