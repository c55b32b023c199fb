package io.github.jpabyexample.testing.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.arbitrary;

import io.github.jpabyexample.testing.JpaUnit;
import io.github.jpabyexample.testing.garden.Bed;
import io.github.jpabyexample.testing.garden.Label;
import io.github.jpabyexample.testing.garden.Plant;
import io.github.jpabyexample.testing.garden.Tree;
import io.github.jpabyexample.testing.sql.SqlStatement.Kind;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quicktheories.core.Gen;

/** Few words against a parser, which knows the grammar and takes far longer. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SqlAgainstParserTest {

    @RegisterExtension
    static final JpaUnit jpa = JpaUnit.of("Garden-unit");

    private static List<String> seen(String sql) {
        return Sql.in(sql).get(0).actions().stream()
                .map(action -> action.kind() + " " + action.table())
                .toList();
    }

    // The parser has no word for a call of a sequence: to it that is a select.
    private static boolean isSequenceCall(String sql) {
        return Sql.in(sql).get(0).actions().get(0).kind() == Kind.SEQUENCE;
    }

    @Test
    void what_the_provider_sends_is_seen_as_by_the_parser() {
        List<Consumer<EntityManager>> works = List.of(
                em -> List.of(Bed.with("herbs", "sage"), new Tree("apple", 4), new Label())
                        .forEach(em::persist),
                em -> em.find(Tree.class, 1L),
                em -> em.createQuery("select b from Bed b left join fetch b.plants where b.name like 'h%'", Bed.class)
                        .getResultList(),
                em -> em.createQuery("select p from Plant p order by p.name", Plant.class)
                        .setFirstResult(1)
                        .setMaxResults(2)
                        .getResultList(),
                em -> em.createQuery(
                                "select b.name, count(p) from Plant p left join p.bed b group by b.name having count(p) > 1",
                                Object[].class)
                        .getResultList(),
                em -> em.createQuery("""
                                select b.name from Bed b where exists (select 1 from Plant p where p.bed = b)
                                union select p.name from Plant p
                                """, String.class).getResultList(),
                em -> em.createQuery("select b from Bed b", Bed.class)
                        .getResultList()
                        .forEach(bed -> bed.plants().size()),
                em -> em.createQuery("select b from Bed b", Bed.class)
                        .getResultList()
                        .forEach(bed -> bed.rename("flowers")),
                em -> em.createQuery("update Tree t set t.name = 'pear', t.height = 5")
                        .executeUpdate(),
                em -> em.createQuery(
                                "update Bed b set b.name = 'shade' where exists (select p from Plant p where p.bed = b)")
                        .executeUpdate(),
                em -> em.createQuery("delete from Tree t").executeUpdate(),
                em -> em.createQuery("delete from Plant p where p.name = 'sage'")
                        .executeUpdate());

        List<SqlStatement> sent = works.stream()
                .flatMap(work -> jpa.sqlOf(() -> jpa.runInTransaction(work)).everything().stream())
                .toList();

        assertThat(sent).hasSizeGreaterThan(15).allSatisfy(statement -> {
            // The JDBC escape for an outer join, which EclipseLink writes, is no SQL.
            String sql = statement.text().replaceAll("\\{oj (.*?)}", "$1");
            if (!isSequenceCall(sql)) {
                assertThat(Parsed.actions(sql)).contains(seen(statement.text()));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select distinct on (b.id) b.* from only shop.book b join cd using (id) where b.x in (select id from dvd)",
                "select case when exists (select 1 from cd) then 1 end as \"from\" from book for update of book",
                "select count(*) filter (where x > 1) over (partition by y order by z) from book window w as (order by x)",
                "select * from (values (1, 'a')) v(id, name) join book on true",
                "select cast(x as varchar(10)), x::text, trim(both ' ' from y) from book where z is not distinct from 1",
                "select b.id from book b, lateral (select 1 from cd where cd.id = b.id) c limit 10 offset 5",
                "(select id from book order by id) union all (select id from cd) order by 1",
                "with recursive t(n) as (select 1 union all select n + 1 from t where n < 5) select sum(n) from t join book on true",
                "with gone as (delete from book where x returning id), new as (insert into cd select id from gone returning id)"
                        + " select count(*) from new",
                "with x as (update book set y = 1 returning *) insert into cd select * from x",
                "insert into shop.book (id, \"select\") values (1, 'update cd set x') on conflict (id) do update set id = 2",
                "insert into book default values",
                "insert into book with x as (select 1) select * from x",
                "update book b set x = c.x, y = (select max(y) from dvd) from cd c where c.id = b.id returning b.id",
                "delete from book b using cd c where c.id = b.id returning *",
                "merge into book b using (select * from cd) c on b.id = c.id when matched then update set b.x = c.x"
                        + " when not matched then insert (id) values (c.id)",
                "create table book as select * from cd",
                "alter table book add column x int",
                "drop table book",
                "truncate table book",
                "comment on table book is 'insert into cd'",
                "select /*+ hint */ $$ insert into cd $$, 'it''s', /* ' */ x from book -- '\n where y = 1"
            })
    void what_people_write_is_seen_as_by_the_parser(String sql) {
        assertThat(Parsed.actions(sql)).contains(seen(sql));
    }

    /** Those that the parser reads otherwise, or not at all. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                // To the parser a write in a list of tables is no SQL.
                "select id from final table (insert into book (id) values (1))",
                // A comment ends where the first one inside of it does.
                "/* outer /* inner */ insert into cd */ select id from book",
                // Neither does it know tags of dollar quotes,
                "select $a$ x from cd $a$ as x, id from book",
                // a backslash before a quote,
                "select E'it\\'s from cd' as x from book",
                // nor merge without "using".
                "merge into book key (id) values (1)"
            })
    void what_only_a_database_knows_is_seen_without_the_parser(String sql) {
        assertThat(Parsed.actions(sql)).isEmpty();
        assertThat(seen(sql)).singleElement().asString().endsWith(" book");
    }

    @Test
    void what_a_generator_makes_up_is_seen_as_by_the_parser() {
        Gen<String> table = arbitrary()
                .pick("book", "BOOK", "\"Book\"", "shop.book", "\"shop\".\"select\"", "`from`", "into_x", "b1_0");
        Gen<String> space = arbitrary().pick(" ", "\n  ", " /* from cd */ ", " -- 'delete from cd'\n ", " /* ' */ ");
        Gen<String> value = arbitrary()
                .pick(
                        "?",
                        "1",
                        "'x'",
                        "'from cd'",
                        "'it''s; delete from cd'",
                        "(select max(id) from cd)",
                        "case when 1 = 1 then 2 end",
                        "nextval('ids')",
                        "\"from\"",
                        "coalesce(x, (select y from (select 1 as y) z))");
        Gen<String> read = table.zip(
                space,
                value,
                (name, gap, what) -> "select" + gap + what + ", y as \"update\"" + gap + "from" + gap + name
                        + " t where t.x = " + what);
        Gen<String> nested = read.zip(
                read,
                space,
                (one, two, gap) -> arbitraryOf(
                        one.length(),
                        List.of(
                                "(" + one + ") union" + gap + "all (" + two + ")",
                                "select * from" + gap + "(" + one + ") q join (" + two + ") r on q.x = r.x",
                                "with a as (" + one + ")," + gap + "b(x) as (" + two + ") select * from" + gap
                                        + "b join a on a.x = b.x",
                                one + " and exists (" + two + ")" + gap + "order by 1 limit 5")));
        Gen<String> write = table.zip(
                value,
                nested,
                (name, what, select) -> arbitraryOf(
                        name.length() + what.length() + select.length(),
                        List.of(
                                "insert into " + name + " (x, y) values (" + what + ", ?), (2, " + what + ")",
                                "insert into " + name + " (x, y) " + select,
                                "update " + name + " set x = " + what + ", y = 2 where x in (select 1 from (" + select
                                        + ") w)",
                                "delete from " + name + " where x = " + what + " or exists (select 1 from (" + select
                                        + ") w)",
                                "with gone as (delete from " + name + " where x = " + what + " returning id) "
                                        + "select * from gone",
                                "with new as (insert into " + name + " (x) values (" + what
                                        + ") returning id) update cd set x = 1")));

        qt().withExamples(300).forAll(read.mix(nested).mix(write, 50)).checkAssert(sql -> {
            if (!isSequenceCall(sql)) {
                assertThat(Parsed.actions(sql)).as(sql).contains(seen(sql));
            }
        });
    }

    private static String arbitraryOf(int number, List<String> texts) {
        return texts.get(number % texts.size());
    }
}
