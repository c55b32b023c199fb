package io.github.jpabyexample.bootstrap.loading;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;

/** Paintings and what is written about them; in the unit "paintings", so an agent may weave them. */
public final class Paintings {

    private Paintings() {}

    /** Its frame is lazy, and the column is the frame's. */
    @Entity(name = "Painting")
    @Table(name = "painting")
    public static class Painting {

        @Id
        private int id;

        @Column(length = 100)
        private String title;

        @OneToOne(mappedBy = "painting", fetch = FetchType.LAZY)
        private Frame frame;

        /** For the provider. */
        protected Painting() {}

        public Painting(int id, String title) {
            this.id = id;
            this.title = title;
        }

        public String title() {
            return title;
        }

        public void rename(String newTitle) {
            title = newTitle;
        }

        public Frame frame() {
            return frame;
        }
    }

    /** Its painting is lazy, and here is the column. */
    @Entity(name = "Frame")
    @Table(name = "frame")
    public static class Frame {

        @Id
        private int id;

        @Column(length = 100)
        private String wood;

        @OneToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "painting_id", unique = true)
        private Painting painting;

        /** For the provider. */
        protected Frame() {}

        public Frame(int id, String wood, Painting painting) {
            this.id = id;
            this.wood = wood;
            this.painting = painting;
        }

        public String wood() {
            return wood;
        }
    }

    /** Its text is lazy. */
    @Entity(name = "Essay")
    @Table(name = "essay")
    public static class Essay {

        @Id
        private int id;

        @Column(length = 100)
        private String title;

        @Basic(fetch = FetchType.LAZY)
        @Column(name = "body", length = 100_000)
        private String text;

        /** For the provider. */
        protected Essay() {}

        public Essay(int id, String title, String text) {
            this.id = id;
            this.title = title;
            this.text = text;
        }

        public void rename(String newTitle) {
            title = newTitle;
        }

        public String text() {
            return text;
        }

        public void write(String newText) {
            text = newText;
        }
    }

    /** What a list shows of an essay. */
    public record Listed(int id, String title) {}

    /** A text as an entity: it has the id of its painting, which knows nothing of it. */
    @Entity(name = "Report")
    @Table(name = "report")
    public static class Report {

        @Id
        private Integer id;

        @MapsId
        @OneToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "painting_id")
        private Painting painting;

        @Column(name = "body", length = 100_000)
        private String text;

        /** For the provider. */
        protected Report() {}

        public Report(Painting painting, String text) {
            this.painting = painting;
            this.text = text;
        }

        public String text() {
            return text;
        }
    }
}
