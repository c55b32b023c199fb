package io.github.jpabyexample.tour;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import io.github.jpabyexample.testing.Rows;
import java.util.List;
import java.util.stream.IntStream;

/** Rows as a table of characters. */
final class TableText {

    /** What a column has around its text: a line on the left, and two blanks. */
    private static final int FRAME = 3;

    private static final int NARROWEST_COLUMN = 8;

    private TableText() {}

    /** {@return a table in which long texts go on below, so that it keeps within a width if that is not too narrow} */
    static String of(Rows table, int width) {
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
                .map(i -> Math.max(
                        table.columns().get(i).length(),
                        table.rows().stream()
                                .mapToInt(row -> String.valueOf(row.get(i)).length())
                                .max()
                                .orElse(0)))
                .toArray();
        int room = width - 1 - FRAME * widths.length;
        while (IntStream.of(widths).sum() > room) {
            int widest = IntStream.range(0, widths.length)
                    .reduce(0, (one, other) -> widths[other] > widths[one] ? other : one);
            if (widths[widest] <= NARROWEST_COLUMN) {
                break;
            }
            widths[widest]--;
        }
        return widths;
    }
}
