package io.github.jpabyexample.tour;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import io.github.jpabyexample.testing.Rows;
import java.util.List;

/** Rows as a table of characters. */
final class TableText {

    private TableText() {}

    static String of(Rows table) {
        Column[] columns = table.columns().stream()
                .map(name -> new Column()
                        .header(name)
                        .headerAlign(HorizontalAlign.LEFT)
                        .dataAlign(HorizontalAlign.LEFT))
                .toArray(Column[]::new);
        Object[][] rows = table.rows().stream().map(List::toArray).toArray(Object[][]::new);
        return AsciiTable.builder()
                .border(AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS)
                .lineSeparator("\n")
                .data(columns, rows)
                .asString();
    }
}
