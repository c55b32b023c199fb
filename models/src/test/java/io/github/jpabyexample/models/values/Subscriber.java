package io.github.jpabyexample.models.values;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Whose telephone number nobody reads in the database, and who is found by it. */
@Entity
@Table(name = "subscriber")
public class Subscriber {

    @Id
    private Integer id;

    @Convert(converter = SecretText.class)
    @Column(length = 500)
    private String phone;

    @Column(name = "phone_mark", length = 64)
    private String phoneMark;

    /** For the provider. */
    protected Subscriber() {}

    public Subscriber(Integer id, String phone) {
        this.id = id;
        this.phone = phone;
        phoneMark = mark(phone);
    }

    public String phone() {
        return phone;
    }

    public void phone(String newPhone) {
        phone = newPhone;
        phoneMark = mark(newPhone);
    }

    /** The same for the same number, and for nobody else to compute: it is made with a key. */
    public static String mark(String phone) {
        if (phone == null) {
            return null;
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec("another key".getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(phone.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no HmacSHA256", e);
        }
    }
}
