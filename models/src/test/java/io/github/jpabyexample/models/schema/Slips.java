package io.github.jpabyexample.models.schema;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A slip in a library's box, and tables whose primary key has its id and one more column. */
public final class Slips {

    private Slips() {}

    @Entity(name = "Slip")
    @Table(name = "slip")
    public static class Slip {

        @Id
        private Long id;

        @ElementCollection
        @CollectionTable(name = "slip_note", joinColumns = @JoinColumn(name = "slip_id"))
        @OrderColumn(name = "place")
        @Column(name = "note", length = 20)
        private List<String> notes = new ArrayList<>();

        @ManyToMany
        @JoinTable(
                name = "slip_tag",
                joinColumns = @JoinColumn(name = "slip_id"),
                inverseJoinColumns = @JoinColumn(name = "tag_id"))
        private Set<Tag> tags = new HashSet<>();

        /** For the provider. */
        protected Slip() {}
    }

    @Entity(name = "Tag")
    @Table(name = "tag")
    public static class Tag {

        @Id
        private Long id;

        /** For the provider. */
        protected Tag() {}
    }

    /**
     * The key of a line.
     *
     * @param slip the slip's id
     * @param number on it
     */
    public record LineId(Long slip, int number) {}

    @Entity(name = "Line")
    @Table(name = "line")
    @IdClass(LineId.class)
    public static class Line {

        @Id
        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "slip_id")
        private Slip slip;

        @Id
        @Column(name = "nr")
        private int number;

        /** For the provider. */
        protected Line() {}
    }

    /**
     * The key of a stamp, without a foreign key, which would have an index on H2.
     *
     * @param slip the slip's id
     * @param number on it
     */
    @Embeddable
    public record StampId(
            @Column(name = "slip_id") Long slip,
            @Column(name = "nr") int number) {}

    @Entity(name = "Stamp")
    @Table(name = "stamp")
    public static class Stamp {

        @EmbeddedId
        private StampId id;

        /** For the provider. */
        protected Stamp() {}
    }

    @Entity(name = "IndexedStamp")
    @Table(name = "indexed_stamp", indexes = @Index(name = "ix_stamp_slip", columnList = "slip_id"))
    public static class IndexedStamp {

        @EmbeddedId
        private StampId id;

        /** For the provider. */
        protected IndexedStamp() {}
    }
}
