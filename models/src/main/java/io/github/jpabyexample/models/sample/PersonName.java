package io.github.jpabyexample.models.sample;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * The name of somebody who does not exist.
 *
 * @param given the first name
 * @param family the last name
 */
record PersonName(String given, String family) {

    private static final List<String> GIVEN = words("""
            Ada Alice Amina André Anna Anton Beatrice Carlos Chloé Clara Daniel Elena Emil Farid Finn
            Greta Hannah Hugo Ines Ivan Jan Julia Karim Laura Leo Lucía Marek Marie Mei Nadia Noah Olga
            Oscar Paula Priya Rafael Sara Tomás Vera Yuki
            """);

    private static final List<String> FAMILY = words("""
            Abadi Almeida Andersen Baker Bauer Bianchi Carter Costa Dubois Eriksson Evans Ferrari
            Fischer Fournier García Haddad Hoffmann Horvat Ito Jansen Kaya Keller Kovács Laurent
            Lindqvist Marino Meyer Moreau Murphy Nakamura Novák Okafor Patel Petrov Quinn Reyes Rossi
            Santos Schäfer Silva Smith Suzuki Taylor Tran Varga Walker Weber Wilson Young Zimmermann
            """);

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }

    static PersonName of(Dice dice) {
        return new PersonName(dice.oneOf(GIVEN), dice.oneOf(FAMILY));
    }

    /** {@return an address in a domain that is reserved for examples, told apart by the number} */
    String email(int number) {
        String ascii =
                Normalizer.normalize(given + "." + family, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return ascii.toLowerCase(Locale.ROOT) + "." + number + "@example.org";
    }

    /** {@return in full, e.g. {@code Ada Baker}} */
    @Override
    public String toString() {
        return given + " " + family;
    }
}
