package io.github.jpabyexample.testing.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.jpabyexample.testing.sql.Sql.Action;
import io.github.jpabyexample.testing.sql.SqlStatement.Kind;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SqlTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
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
            table book                                                                    | SELECT   | book
            select a.id, b.id from {oj author a left outer join book b on b.author = a.id} | SELECT  | author
            SELECT t0.ID FROM {oj {oj AUTHOR t0 LEFT JOIN CD t1 ON true} LEFT JOIN BOOK t2 ON true} | SELECT | author
            insert into book (id, title) values (?, 'x from y')                           | INSERT   | book
            insert into "book"("id") select id from cd                                    | INSERT   | book
            insert into b select id from book b                                           | INSERT   | b
            INSERT INTO shop.book(id) VALUES (nextval('ids'))                             | INSERT   | shop.book
            merge into book b using (values (1)) v on b.id = 1 when matched then delete   | INSERT   | book
            with x as (select 1) insert into book select * from x                         | INSERT   | book
            select id from final table (insert into book (id) values (1))                 | INSERT   | book
            select id from old table (delete from book)                                   | DELETE   | book
            with gone as (delete from book returning id) select count(*) from gone        | DELETE   | book
            update book set title = ? where id in (select id from cd)                     | UPDATE   | book
            update only public.book set title = ?                                         | UPDATE   | public.book
            delete from book where id = ?                                                 | DELETE   | book
            explain analyze delete from book                                              | DELETE   | book
            explain (analyze, verbose) insert into book values (1)                        | INSERT   | book
            explain delete from book                                                      | OTHER    |
            call refresh_books()                                                          | OTHER    |
            {? = call total(?)}                                                           | OTHER    |
            set local lock_timeout = 10                                                   | OTHER    |
            savepoint a                                                                   | OTHER    |
            begin                                                                         | OTHER    |
            create table book (id int)                                                    | DDL      |
            /* x */ alter table book add title text                                       | DDL      |
            create rule r as on insert to book do also (insert into cd values (1))        | DDL      |
            drop sequence book_ids                                                        | DDL      |
            truncate table book                                                           | DDL      |
            ^^                                                                            | OTHER    |
            /* nothing */                                                                 | OTHER    |
            """)
    void a_statement_is_known_by_its_main_verb_and_its_first_table(String sql, Kind kind, String table) {
        assertThat(first(sql).kind()).isEqualTo(kind);
        assertThat(first(sql).table()).isEqualTo(table);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            /* named query */ select id from book                                         | SELECT | book
            -- first line ~select id from book                                            | SELECT | book
            select 1 // insert into cd ~ from book                                        | SELECT | book
            /* outer /* inner */ insert into cd */ select id from book                    | SELECT | book
            /* only /* MySQL ends here */ select id from book                             | SELECT | book
            /* it's */ select id from book                                                | SELECT | book
            select $$ x from cd $$, id from book                                          | SELECT | book
            select $a$ it's $$ from cd $a$ from book                                      | SELECT | book
            select $1, a$b$c from book                                                    | SELECT | book
            select E'it\\'s from cd', id from book                                        | SELECT | book
            select e'\\\\' from book where x = '\\'                                       | SELECT | book
            select 'C:\\' from book where x = 'y'                                         | SELECT | book
            select 'it\\'s from cd' from book                                             | SELECT | book
            select U&'it''s \\0066rom' from book                                          | SELECT | book
            select N'it''s', x'00' from book                                              | SELECT | book
            select a[1], b [2], array[1, 2], array [ 'from cd' ], x::int[] from book      | SELECT | book
            select * from [order details]                                                 | SELECT | order details
            select [from] from [dbo].[book] where [a]]b] = 1                              | SELECT | dbo.book
            select * from shop . "book"                                                   | SELECT | shop.book
            select * from shop..book                                                      | SELECT | shop.book
            select "a""b" from "Say ""it"" loud"                                          | SELECT | say "it" loud
            delete from `book` where `from` = 1                                           | DELETE | book
            update `shop`.`book` set `x` = 1                                              | UPDATE | shop.book
            """)
    void quotes_and_comments_hide_words_as_on_each_database(String sql, Kind kind, String table) {
        assertThat(first(sql).kind()).isEqualTo(kind);
        assertThat(first(sql).table()).isEqualTo(table);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            insert book values (1)                                           | INSERT | book
            insert ignore into book values (1)                               | INSERT | book
            insert or replace into book values (1)                           | INSERT | book
            insert overwrite table book select 1                             | INSERT | book
            insert top (5) into book select id from cd                       | INSERT | book
            replace into book values (1)                                     | INSERT | book
            replace book (id) values (1)                                     | INSERT | book
            upsert into book values (1)                                      | INSERT | book
            merge book as b using cd on b.id = cd.id when matched then delete | INSERT | book
            update low_priority ignore book set x = 1                        | UPDATE | book
            update top (5) book set x = 1                                    | UPDATE | book
            update b set x = 1 from book as b join cd on true                | UPDATE | book
            update book set x = 1 from cd                                    | UPDATE | book
            delete book where id = 1                                         | DELETE | book
            delete top (5) from book                                         | DELETE | book
            delete b from book b join cd on true                             | DELETE | book
            delete from b using book as b join cd on true                    | DELETE | book
            delete from book using cd c where true                           | DELETE | book
            delete quick from book                                           | DELETE | book
            begin insert into book values (1)                                | INSERT | book
            """)
    void words_between_the_verb_and_its_table_are_passed_over(String sql, Kind kind, String table) {
        assertThat(first(sql).kind()).isEqualTo(kind);
        assertThat(first(sql).table()).isEqualTo(table);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            insert all into book values (1) into cd values (2) select 1 from dual | INSERT
            update book b join cd c on b.id = c.id set b.x = 1, c.x = 2           | UPDATE
            update book, cd set book.x = 1                                        | UPDATE
            delete book, cd from book join cd on true                             | DELETE
            delete from (select * from book)                                      | DELETE
            delete from U&"b\\006fok"                                             | DELETE
            update @books set x = 1                                               | UPDATE
            insert into book values ('it''s)                                      | INSERT
            """)
    void a_table_that_cannot_be_seen_is_not_guessed(String sql, Kind kind) {
        assertThat(first(sql).kind()).isEqualTo(kind);
        assertThat(first(sql).table()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            select nextval('book_ids')                                                   | SEQUENCE
            select next value for book_ids                                               | SEQUENCE
            call next value for book_ids                                                 | SEQUENCE
            {? = call nextval(?)}                                                        | SEQUENCE
            values next value for book_ids                                               | SEQUENCE
            select book_ids.nextval from dual                                            | SEQUENCE
            select next value for book_ids from sysibm.sysdummy1                         | SEQUENCE
            select nextval('book_ids') from generate_series(1, 10)                       | SEQUENCE
            select next value for book_ids from system_range(1, 10)                      | SEQUENCE
            select nextval('book_ids') from (values (1), (2)) v                          | SEQUENCE
            select id from (select nextval('book_ids') as id from generate_series(1, 3)) | SEQUENCE
            with ids(id) as (select nextval('book_ids')) select id from ids              | SEQUENCE
            select nextval('book_ids'), b.id from book b                                 | SELECT
            select nextval('book_ids') from generate_series(1, 10), book                 | SELECT
            select nextval('book_ids') from generate_series(1, 10) g join book b on true | SELECT
            select nextval('book_ids'), (select max(id) from book)                       | SELECT
            select nextval from book                                                     | SELECT
            select 'nextval'                                                             | SELECT
            select currval('book_ids')                                                   | SELECT
            """)
    void a_call_of_a_sequence_reads_no_table(String sql, Kind kind) {
        assertThat(first(sql).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            select 1                       | true
            /* ping */ SELECT 1 -- hello   | true
            select 1 from dual             | true
            values (1)                     | true
            select 1 from book             | false
            select 1 where 1 = 1           | false
            select '1'                     | false
            """)
    void a_ping_asks_for_nothing(String sql, boolean ping) {
        assertThat(Sql.in(sql).get(0).isPing()).isEqualTo(ping);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            insert into book values (1); update book set x = ';'; delete from cd;        | INSERT UPDATE DELETE
            ; ;select 1 from book                                                        | SELECT
            /* ; */ select ';' from book -- ;                                            | SELECT
            create function f() returns int begin atomic select 1; select 2; end; delete from cd | DDL DELETE
            create trigger t begin if a then insert into cd values (1); end if; case when b then delete from cd; end case; end | DDL
            create table event (begin date); insert into book values (1)                 | DDL INSERT
            begin; insert into book values (1); commit                                   | OTHER INSERT OTHER
            do $$ begin delete from book; end $$; select 1 from book                     | OTHER SELECT
            """)
    void several_statements_in_one_string_are_each_seen(String sql, String kinds) {
        assertThat(Sql.in(sql))
                .extracting(each -> each.actions().get(0).kind().name())
                .containsExactly(kinds.split(" "));
    }

    @Test
    void each_of_several_statements_has_its_own_text_and_places() {
        assertThat(Sql.in("insert into book values (?, ?); /* then */ delete from cd where id = ?"))
                .extracting(Sql::text, Sql::places)
                .containsExactly(
                        tuple("insert into book values (?, ?)", 2), tuple("/* then */ delete from cd where id = ?", 1));
    }

    @Test
    void a_statement_does_all_that_is_written_in_it() {
        assertThat(Sql.in("""
                        with old as (delete from book where x returning id), new as (insert into cd values (1), (2) returning id),
                             nothing as (select 'delete from author')
                        update author set books = (select count(*) from old)
                        """).get(0).actions())
                .extracting(Action::kind, Action::table, Action::rows)
                .containsExactly(
                        tuple(Kind.UPDATE, "author", -1L),
                        tuple(Kind.DELETE, "book", -1L),
                        tuple(Kind.INSERT, "cd", 2L));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            insert into book values (1)                                          | 1
            insert into book (id, x) values (?, (select max(x) from cd)), (2, ?) | 2
            insert into book (id) values (1), (2), (3) returning id              | 3
            insert into book default values                                      | 1
            insert into book values row(1), row(2)                               | 2
            insert into book values 1, 2                                         | -1
            insert into book select 1                                            | -1
            insert into book values (1) on conflict do nothing                   | -1
            insert into book values (1) as new on duplicate key update x = 1     | -1
            insert ignore into book values (1)                                   | -1
            merge into book key (id) values (1)                                  | -1
            """)
    void the_text_tells_how_many_rows_only_where_nothing_can_leave_one_out(String sql, long rows) {
        assertThat(first(sql).rows()).isEqualTo(rows);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            insert into book values (1)                                                            | false
            insert into book values (1) on conflict do nothing                                     | false
            insert into book values (1) on conflict (id) do update set x = 1                       | true
            insert into book values (1) on duplicate key update x = 1                              | true
            insert or replace into book values (1)                                                 | true
            replace into book values (1)                                                           | true
            upsert into book values (1)                                                            | true
            merge into book key (id) values (1)                                                    | true
            merge into book using cd on true when matched then update set x = 1                    | true
            merge into book using cd on true when not matched then insert (id) values (1)          | false
            """)
    void a_merge_may_change_rows_instead_of_adding_them(String sql, boolean merges) {
        assertThat(first(sql).merges()).isEqualTo(merges);
    }

    private static Action first(String sql) {
        return Sql.in(sql.replace("~", "\n")).get(0).actions().get(0);
    }
}
