package io.github.jpabyexample.models.metadata;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Mapped by {@code META-INF/posters-orm.xml}: alone, over annotations, or in place of them. */
public final class Posters {

    private Posters() {}

    /** Without any annotation. */
    public static class Plain {

        private Long id;
        private String slogan;
        private String draft;

        /** For the provider. */
        protected Plain() {}

        public Plain(Long id, String slogan) {
            this.id = id;
            this.slogan = slogan;
            this.draft = "first draft of " + slogan;
        }

        public String slogan() {
            return slogan;
        }

        public String draft() {
            return draft;
        }
    }

    @Entity(name = "Poster")
    @Table(name = "poster_of_annotation")
    public static class Poster {

        @Id
        private Long id;

        @Column(name = "slogan_of_annotation", length = 300)
        private String slogan;

        @Column(name = "height_of_annotation", nullable = false)
        private int height;

        /** For the provider. */
        protected Poster() {}

        public Poster(Long id, String slogan, int height) {
            this.id = id;
            this.slogan = slogan;
            this.height = height;
        }

        public String slogan() {
            return slogan;
        }
    }

    @Entity(name = "Complete")
    @Table(name = "complete_of_annotation")
    public static class Complete {

        @Id
        private Long id;

        @Column(name = "slogan_of_annotation", length = 60)
        private String slogan;

        /** For the provider. */
        protected Complete() {}

        public Complete(Long id, String slogan) {
            this.id = id;
            this.slogan = slogan;
        }
    }
}
