package io.github.jpabyexample.models.types;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;

@Entity
public class Manuscript {

    @Id
    private int id;

    @Lob
    private String draft;

    @Lob
    private byte[] scan;

    @Column(length = 100_000)
    private String fair;

    @Column(length = 100_000)
    private byte[] print;

    protected Manuscript() {}

    Manuscript(int id, String text) {
        this.id = id;
        draft = text;
        fair = text;
        scan = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        print = scan.clone();
    }

    String draft() {
        return draft;
    }

    String fair() {
        return fair;
    }

    byte[] scan() {
        return scan;
    }

    byte[] print() {
        return print;
    }
}
