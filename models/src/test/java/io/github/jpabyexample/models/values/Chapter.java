package io.github.jpabyexample.models.values;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.util.ArrayList;
import java.util.List;

@Entity
public class Chapter {

    @Entity(name = "Page")
    public static class Page {

        @Id
        private int number;

        protected Page() {}

        Page(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }
    }

    @Id
    private int id;

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "up_in")
    @OrderBy("number DESC")
    private List<Page> upper = new ArrayList<>();

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "low_in")
    @OrderBy("number desc")
    private List<Page> lower = new ArrayList<>();

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "plain_in")
    @OrderBy
    private List<Page> plain = new ArrayList<>();

    protected Chapter() {}

    /** Each list gets three pages of its own. */
    Chapter(int id) {
        this.id = id;
        upper.addAll(List.of(new Page(2), new Page(1), new Page(3)));
        lower.addAll(List.of(new Page(12), new Page(11), new Page(13)));
        plain.addAll(List.of(new Page(22), new Page(21), new Page(23)));
    }

    List<Integer> upper() {
        return upper.stream().map(Page::number).toList();
    }

    List<Integer> lower() {
        return lower.stream().map(Page::number).toList();
    }

    List<Integer> plain() {
        return plain.stream().map(Page::number).toList();
    }
}
