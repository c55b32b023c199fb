package io.github.jpabyexample.models.values;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Text that only the program can read: AES in the mode GCM, which also notices a change, with a new nonce for each value. */
@Converter
public class SecretText implements AttributeConverter<String, String> {

    private static final int LONGEST = 100;
    private static final int NONCE = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    // For the lesson: a program asks a vault for its key. A provider makes its converters itself, so it is found by
    // static means.
    private static final SecretKey KEY =
            new SecretKeySpec("a key of 16 byte".getBytes(StandardCharsets.US_ASCII), "AES");

    @Override
    public String convertToDatabaseColumn(String text) {
        if (text == null) {
            return null;
        }
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("A secret has at most " + LONGEST + " characters");
        }
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] secret = cipher(Cipher.ENCRYPT_MODE, nonce, text.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder()
                .encodeToString(ByteBuffer.allocate(NONCE + secret.length)
                        .put(nonce)
                        .put(secret)
                        .array());
    }

    @Override
    public String convertToEntityAttribute(String column) {
        if (column == null) {
            return null;
        }
        ByteBuffer stored = ByteBuffer.wrap(Base64.getDecoder().decode(column));
        byte[] nonce = new byte[NONCE];
        stored.get(nonce);
        byte[] secret = new byte[stored.remaining()];
        stored.get(secret);
        return new String(cipher(Cipher.DECRYPT_MODE, nonce, secret), StandardCharsets.UTF_8);
    }

    private static byte[] cipher(int mode, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, KEY, new GCMParameterSpec(128, nonce));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The text was changed in the database, or written with another key", e);
        }
    }
}
