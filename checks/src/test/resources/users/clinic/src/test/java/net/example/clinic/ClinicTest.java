package net.example.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.jpabyexample.bootstrap.Bootstrap;
import io.github.jpabyexample.testing.JpaUnit;
import io.github.jpabyexample.testing.SchemaCreation;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.SchemaValidationException;
import java.math.BigDecimal;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ClinicTest {

    private static final SchemaCreation MIGRATED =
            empty -> Flyway.configure().dataSource(empty).load().migrate();

    @RegisterExtension
    static final JpaUnit jpa = JpaUnit.of("clinic", "pooled", Bootstrap::pooled).withTables(MIGRATED);

    private Long visit;

    @BeforeEach
    void an_afternoon() {
        jpa.given(em -> visit = Clinic.anAfternoon(em, "emma@highbury.example"));
    }

    // EclipseLink does not find "user" in VISITS, for the quotes; Hibernate does not take PostgreSQL's bpchar for CHAR(3).
    @Test
    void tables_fit_the_entities() {
        try {
            jpa.factory().getSchemaManager().validate();
        } catch (SchemaValidationException e) {
            assertThat(e.getFailures())
                    .extracting(Exception::getMessage)
                    .allMatch(failure -> failure.contains("VISITS") || failure.contains("bpchar"));
        }
    }

    @Test
    void reads_a_visit_with_pet_and_vet_in_one_select() {
        Visit read = jpa.callInTransaction(em -> em.createQuery("""
                select v from Visit v join fetch v.pet left join fetch v.vet where v.id = :id
                """, Visit.class).setParameter("id", visit).getSingleResult());

        assertThat(read.getPet().getName()).isEqualTo("Rex");
        assertThat(read.getVet().getFullName()).isEqualTo("Mr Perry");
        assertThat(read.getEnteredBy()).isEqualTo("desk");
        assertThat(jpa.sql()).hasSelects(1);
    }

    @Test
    void finds_visits_that_no_vet_has_taken() {
        List<String> waiting = jpa.callInTransaction(em -> em.createQuery(
                        "select p.name from Visit v join v.pet p where v.vet is null", String.class)
                .getResultList());

        assertThat(waiting).containsExactly("Tom");
    }

    @Test
    void bills_what_was_done() {
        jpa.runInTransaction(em -> Clinic.bill(em, visit));

        assertThat(jpa.sql()).insertsInto("invoices", 1).updatesOf("visits", 1);
        assertThat(jpa.rows("select i.total, v.status from invoices i join visits v on v.visit_id = i.visit_id").rows())
                .containsExactly(List.of("60.00", "DONE"));
    }

    @Test
    void a_visit_is_billed_once() {
        jpa.given(em -> Clinic.bill(em, visit));

        refused(em -> em.persist(new Invoice(em.find(Visit.class, visit), BigDecimal.ONE)));
    }

    @Test
    void a_weight_is_more_than_nothing() {
        refused(em -> pet(em, "Rex").setWeight("-1"));
    }

    @Test
    void an_address_has_one_owner() {
        refused(em -> em.persist(new Owner("Harriet Smith", "emma@highbury.example")));
    }

    @Test
    void who_read_a_pet_before_another_wrote_it_cannot_write_it() {
        try (EntityManager early = jpa.factory().createEntityManager()) {
            Pet rex = pet(early, "Rex");
            jpa.runInTransaction(em -> pet(em, "Rex").setWeight("9.5"));

            early.getTransaction().begin();
            early.merge(rex).setWeight("10");
            assertThatExceptionOfType(PersistenceException.class)
                    .isThrownBy(() -> early.getTransaction().commit())
                    .satisfies(e -> assertThat(e instanceof OptimisticLockException ? e : e.getCause())
                            .isInstanceOf(OptimisticLockException.class));
        }
        assertThat(jpa.rows("select weight_kg from pets where pet_name = 'Rex'").rows()).containsExactly(List.of("9.50"));
    }

    @Test
    void the_database_says_when_an_owner_came() {
        jpa.runInTransaction(em -> assertThat(
                        em.createQuery("select o from Owner o", Owner.class).getSingleResult().getCreatedAt())
                .isNotNull());
    }

    @Test
    void a_vet_has_specialties_and_may_have_a_supervisor() {
        jpa.runInTransaction(em -> {
            Vet jones = em.createQuery("select v from Vet v where v.supervisor is not null", Vet.class).getSingleResult();

            assertThat(jones.getSupervisor().getSpecialties()).extracting(Specialty::getTitle).contains("Surgery", "Teeth");
        });
    }

    @Test
    void a_species_more_is_for_this_test_alone() {
        onlyThoseOfTheMigration();
        jpa.runInTransaction(em -> em.persist(new Species("OWL", "Owl")));
    }

    @Test
    void and_another_one_is_for_that_test_alone() {
        onlyThoseOfTheMigration();
        jpa.runInTransaction(em -> em.persist(new Species("PIG", "Pig")));
    }

    private static void onlyThoseOfTheMigration() {
        assertThat(jpa.rows("select code from species order by code").rows())
                .containsExactly(List.of("CAT"), List.of("DOG"), List.of("RAB"));
    }

    private static Pet pet(EntityManager em, String name) {
        return em.createQuery("select p from Pet p where p.name = :name", Pet.class)
                .setParameter("name", name)
                .getSingleResult();
    }

    private static void refused(java.util.function.Consumer<EntityManager> work) {
        assertThatExceptionOfType(PersistenceException.class).isThrownBy(() -> jpa.runInTransaction(work));
    }
}
