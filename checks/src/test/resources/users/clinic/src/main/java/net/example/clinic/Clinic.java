package net.example.clinic;

import io.github.jpabyexample.bootstrap.Bootstrap;
import io.github.jpabyexample.bootstrap.Connections;
import io.github.jpabyexample.bootstrap.UnitSettings;
import io.github.jpabyexample.crud.UnitOfWork;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import org.flywaydb.core.Flyway;

public final class Clinic {

    public static void main(String... args) {
        UnitSettings settings = UnitSettings.named("clinic")
                .withUrl("jdbc:h2:mem:clinic;DB_CLOSE_DELAY=-1", "sa", "")
                .configured();
        var database = (Connections.ToUrl) settings.connections();
        Flyway.configure().dataSource(database.url(), database.user(), database.password()).load().migrate();

        try (var factory = Bootstrap.open(settings)) {
            UnitOfWork work = UnitOfWork.on(factory);
            Long visit = work.call(em -> anAfternoon(em, null));
            work.run(em -> bill(em, visit));
            work.call(Clinic::unpaid).forEach(line -> System.out.println("Unpaid: " + line));
            work.run(Clinic::pay);
        }
    }

    static Long anAfternoon(EntityManager em, String eMail) {
        Owner emma = new Owner("Emma Woodhouse", eMail);
        Pet rex = emma.brings(em.find(Species.class, "DOG"), "Rex");
        emma.brings(em.find(Species.class, "CAT"), "Tom").setWeight("4.20");
        em.persist(emma);

        Vet perry = new Vet("Mr Perry", null);
        perry.getSpecialties().addAll(em.createQuery("select s from Specialty s", Specialty.class).getResultList());
        em.persist(perry);
        em.persist(new Vet("Ms Jones", perry));

        Treatment vaccination = new Treatment("Vaccination", "35.00");
        Treatment chip = new Treatment("Chip", "12.50");
        em.persist(vaccination);
        em.persist(chip);

        Visit visit = new Visit(rex, perry, LocalDateTime.of(2026, 5, 1, 15, 30), "desk");
        em.persist(visit);
        em.flush();
        visit.add(vaccination, 1);
        visit.add(chip, 2);
        em.persist(new Visit(emma.getPets().get(1), null, LocalDateTime.of(2026, 5, 1, 16, 0), "desk"));
        return visit.getId();
    }

    static void bill(EntityManager em, Long id) {
        Visit visit = em.find(Visit.class, id);
        visit.setStatus(Visit.Status.DONE);
        BigDecimal total = visit.getTreatments().stream()
                .map(line -> line.getTreatment().getPrice().multiply(BigDecimal.valueOf(line.getQuantity())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        em.persist(new Invoice(visit, total));
    }

    static List<String> unpaid(EntityManager em) {
        return em.createQuery("""
                select i from Invoice i join fetch i.visit v where i.paidAt is null
                """, Invoice.class).getResultList().stream().map(Clinic::line).toList();
    }

    static void pay(EntityManager em) {
        em.createQuery("update Invoice i set i.paidAt = local datetime where i.paidAt is null").executeUpdate();
    }

    private static String line(Invoice invoice) {
        Pet pet = invoice.getVisit().getPet();
        return pet.getOwner().getFullName() + " for " + pet.getName() + ", seen by "
                + invoice.getVisit().getVet().getFullName() + ": " + invoice.getTotal();
    }
}
