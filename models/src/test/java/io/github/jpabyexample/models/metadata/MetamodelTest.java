package io.github.jpabyexample.models.metadata;

import static io.github.jpabyexample.lesson.Level.WORKING;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.answer;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.models.catalog.Author;
import io.github.jpabyexample.models.catalog.Author_;
import io.github.jpabyexample.models.catalog.Book;
import io.github.jpabyexample.models.catalog.Book_;
import io.github.jpabyexample.models.sample.SampleData;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.persistence.metamodel.Attribute;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A query with a mistyped attribute compiles, and fails only when it runs. With {@code Book_.title} it doesn't compile; but
 * such a constant is null, or belongs to another factory, until this one has filled it in.
 *
 * <p>Choose: constants in criteria queries. Texts, such as {@code Author_.BOOKS}, for graphs, and for code that may run
 * before there is a factory. The factory's metamodel for code that works on any entity.
 *
 * <p>Try: join {@code Book_.genres} in place of the authors.
 */
@Lesson(
        value =
                "The metamodel knows each attribute: as text, as a constant with its type, and from the factory that filled it in.",
        level = WORKING,
        terms = {
            "static metamodel",
            "canonical metamodel",
            "Book_",
            "criteria query",
            "type-safe query",
            "attribute name",
            "metamodel null"
        },
        messages = {"Unable to locate Attribute with the given name", "is not present in the managed type"},
        sqlalchemy = "`Book.title` itself, `inspect(Book).attrs`")
class MetamodelTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("bookstore");

    @Nested
    class A_generated_class {

        @BeforeEach
        void stored() {
            jpa.given(em -> SampleData.classics().persistTo(em));
        }

        @Test
        void gives_a_criteria_query_its_types() {
            jpa.runInTransaction(em -> {
                var cb = em.getCriteriaBuilder();
                var query = cb.createQuery(String.class);
                var book = query.from(Book.class);
                var author = book.join(Book_.authors);
                query.select(book.get(Book_.title))
                        .where(
                                cb.equal(author.get(Author_.name), "Jane Austen"),
                                cb.lessThan(book.get(Book_.firstPublished), 1812));

                assertThat(em.createQuery(query).getResultList()).containsExactly("Sense and Sensibility");
            });
            jpa.note("cb.lessThan(book.get(Book_.title), 1812) does not compile.");
        }

        @Test
        void has_the_names_as_texts_too_which_are_there_from_the_start() {
            assertThat(Book_.FIRST_PUBLISHED).isEqualTo("firstPublished");
            jpa.runInTransaction(em -> {
                var graph = em.createEntityGraph(Author.class);
                graph.addAttributeNodes(Author_.BOOKS);

                assertThat(graph.getAttributeNodes())
                        .extracting(node -> node.getAttributeName())
                        .containsExactly("books");
            });
        }
    }

    @Nested
    class The_metamodel_of_a_factory {

        @Test
        void answers_by_name_and_knows_what_kind_each_attribute_is() {
            var book = jpa.factory().getMetamodel().entity(Book.class);

            assertThat(book.getAttribute("title").getJavaType()).isEqualTo(String.class);
            assertThat(book.getSet("authors").getElementType().getJavaType()).isEqualTo(Author.class);
            assertThat(book.getAttribute("price").getPersistentAttributeType())
                    .isEqualTo(Attribute.PersistentAttributeType.EMBEDDED);
            assertThat(book.getVersion(int.class).getName()).isEqualTo("version");
            assertThatThrownBy(() -> book.getAttribute("tittle")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class The_constants {

        @Test
        void are_filled_in_by_each_factory_when_it_opens_or_when_it_is_first_used() {
            Map<String, Object> properties = Map.of("jakarta.persistence.nonJtaDataSource", jpa.dataSource());
            try (EntityManagerFactory factory = Persistence.createEntityManagerFactory("keywords", properties)) {
                String opened = isOf(factory) ? "when it opens" : "with its first entity manager";

                try (EntityManager em = factory.createEntityManager()) {
                    assertThat(em.isOpen()).isTrue();
                    assertThat(isOf(factory)).isTrue();
                }

                assertThat(opened)
                        .isEqualTo(jpa.expect(
                                answer("when a factory fills in the static metamodel")
                                        .write(
                                                "the texts, or factory.getMetamodel(); or an entity manager first, then the constants")
                                        .follows("Bootstrapping the Static Metamodel", HIBERNATE),
                                on(HIBERNATE, "when it opens"),
                                on(ECLIPSELINK, "with its first entity manager")));
            }
            jpa.note(
                    "Before that they are null, or another factory's. The texts, and asking the factory, are always safe.");
        }

        private static boolean isOf(EntityManagerFactory factory) {
            return Keyword_.text != null
                    && Keyword_.text
                            == factory.getMetamodel().entity(Keyword.class).getAttribute(Keyword_.TEXT);
        }
    }
}
