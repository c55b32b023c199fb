package io.github.jpabyexample.bootstrap.validation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.validation.constraints.AssertFalse;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** An entity with constraints of Bean Validation, the only one of the unit "members". */
@Entity
@Table(name = "member")
public class Member {

    /** The group of constraints that hold when a member leaves. */
    public interface Leaving {}

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "member_seq")
    @SequenceGenerator(name = "member_seq", sequenceName = "member_seq", allocationSize = 50)
    private Long id;

    @NotNull
    @Size(min = 2, max = 60)
    @Column(name = "name")
    private String name;

    @AssertFalse(groups = Leaving.class)
    @Column(name = "owes_money", nullable = false)
    private boolean owing;

    /** For the provider. */
    protected Member() {}

    public Member(String name) {
        this.name = name;
    }

    public Long id() {
        return id;
    }

    public void rename(String newName) {
        this.name = newName;
    }

    public void owes() {
        this.owing = true;
    }
}
