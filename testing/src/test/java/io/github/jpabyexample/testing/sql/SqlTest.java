package io.github.jpabyexample.testing.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SqlTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            select b.title from book b                                                    | SELECT   | book
            SELECT 1 FROM SALES."Purchase Order" o                                        | SELECT   | sales.purchase order
            select extract(year from b.day), (select max(x) from edition) from book b     | SELECT   | book
            select * from (select id from book) b                                         | SELECT   | book
            select * from ((select id from book union select id from cd)) b               | SELECT   | book
            (select id from book) union (select id from cd)                               | SELECT   | book
            select "from", 'from cd' from book                                            | SELECT   | book
            select * from unnest(array[1, 2]) n                                           | SELECT   |
            select * from only book for update                                            | SELECT   | book
            with b as (select id from book) select * from b join cd on true               | SELECT   | b
            with recursive t(n) as (values (1)) select n from t                           | SELECT   | t
            values (1), (2)                                                               | SELECT   |
            /* named query */ select id from book                                         | SELECT   | book
            -- first line ~select id from book                                            | SELECT   | book
            insert into book (id, title) values (?, 'x from y')                           | INSERT   | book
            insert into "book"("id") select id from cd                                    | INSERT   | book
            INSERT INTO shop.book(id) VALUES (nextval('ids'))                             | INSERT   | shop.book
            merge into book b using (values (1)) v on b.id = 1 when matched then delete   | INSERT   | book
            with x as (select 1) insert into book select * from x                         | INSERT   | book
            select id from final table (insert into book (id) values (1))                 | INSERT   | book
            with gone as (delete from book returning id) select count(*) from gone        | DELETE   | book
            update book set title = ? where id in (select id from cd)                     | UPDATE   | book
            update only public.book set title = ?                                         | UPDATE   | public.book
            delete from book where id = ?                                                 | DELETE   | book
            select nextval('book_ids')                                                    | SEQUENCE |
            select next value for book_ids                                                | SEQUENCE |
            call next value for book_ids                                                  | SEQUENCE |
            values next value for book_ids                                                | SEQUENCE |
            select book_ids.nextval from dual                                             | SEQUENCE | dual
            select nextval from book                                                      | SELECT   | book
            select 'nextval'                                                              | SELECT   |
            call refresh_books()                                                          | OTHER    |
            {? = call total(?)}                                                           | OTHER    |
            set local lock_timeout = 10                                                   | OTHER    |
            savepoint a                                                                   | OTHER    |
            create table book (id int)                                                    | DDL      |
            /* x */ alter table book add title text                                       | DDL      |
            drop sequence book_ids                                                        | DDL      |
            truncate table book                                                           | DDL      |
            `` | OTHER |
            """)
    void a_statement_is_known_by_its_main_verb_and_its_first_table(String sql, SqlStatement.Kind kind, String table) {
        var action = Sql.in(sql.replace("~", "\n")).get(0).actions().get(0);

        assertThat(action.kind()).isEqualTo(kind);
        assertThat(action.table()).isEqualTo(table);
    }
}
