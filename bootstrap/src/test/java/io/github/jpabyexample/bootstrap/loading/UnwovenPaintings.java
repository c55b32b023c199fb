package io.github.jpabyexample.bootstrap.loading;

import io.github.jpabyexample.bootstrap.Bootstrap;
import io.github.jpabyexample.bootstrap.Connections;
import io.github.jpabyexample.bootstrap.PoolSettings;
import io.github.jpabyexample.bootstrap.SchemaAction;
import io.github.jpabyexample.bootstrap.UnitSettings;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import javax.sql.DataSource;

/** The same as {@link Paintings}, but in no {@code persistence.xml}, on purpose: so no agent weaves them. */
public final class UnwovenPaintings {

    private UnwovenPaintings() {}

    /** A unit whose classes are named here alone. */
    static EntityManagerFactory open(DataSource dataSource, Class<?>... classes) {
        return Bootstrap.open(UnitSettings.named("not woven")
                .withClasses(classes)
                .withConnections(new Connections.Pooled(dataSource))
                .withPool(PoolSettings.ofSize(2))
                .withSchema(SchemaAction.CREATE)
                .withProperty("jakarta.persistence.sharedCache.mode", "NONE"));
    }

    @Entity(name = "UnwovenPainting")
    @Table(name = "unwoven_painting")
    public static class UnwovenPainting {

        @Id
        private int id;

        @OneToOne(mappedBy = "painting", fetch = FetchType.LAZY)
        private UnwovenFrame frame;

        /** For the provider. */
        protected UnwovenPainting() {}

        public UnwovenPainting(int id) {
            this.id = id;
        }
    }

    @Entity(name = "UnwovenFrame")
    @Table(name = "unwoven_frame")
    public static class UnwovenFrame {

        @Id
        private int id;

        @OneToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "painting_id")
        private UnwovenPainting painting;

        /** For the provider. */
        protected UnwovenFrame() {}

        public UnwovenFrame(int id, UnwovenPainting painting) {
            this.id = id;
            this.painting = painting;
        }
    }

    @Entity(name = "UnwovenEssay")
    @Table(name = "unwoven_essay")
    public static class UnwovenEssay {

        @Id
        private int id;

        @Basic(fetch = FetchType.LAZY)
        @Column(name = "body", length = 100_000)
        private String text;

        /** For the provider. */
        protected UnwovenEssay() {}

        public UnwovenEssay(int id, String text) {
            this.id = id;
            this.text = text;
        }
    }
}
