package io.github.jpabyexample.models.sample;

import io.github.jpabyexample.models.Address;
import java.util.List;
import java.util.Locale;

/**
 * A real town. The streets are made up, and the telephone numbers are from the ranges that the authorities of each
 * country keep free for films and books.
 *
 * @param name of the town
 * @param postalCode one of its postal codes
 * @param country the two letters of ISO 3166-1
 * @param phone the number up to its last two digits
 * @param streets with a place for the number of the house
 */
record Town(String name, String postalCode, String country, String phone, List<String> streets) {

    private static final List<String> BRITISH =
            List.of("%d Mill Lane", "%d Orchard Road", "%d Station Road", "%d Bridge Street");
    private static final List<String> GERMAN = List.of("Gartenweg %d", "Lindenallee %d", "Am Bach %d", "Schulgasse %d");
    private static final List<String> FRENCH =
            List.of("%d rue des Lilas", "%d rue du Moulin", "%d place du Marché", "%d impasse des Vignes");
    private static final List<String> AMERICAN =
            List.of("%d Maple Avenue", "%d Oak Street", "%d Lakeview Drive", "%d Hill Road");

    static final List<Town> ALL = List.of(
            new Town("London", "WC1A 1AA", "GB", "+44 20 7946 00", BRITISH),
            new Town("Edinburgh", "EH1 1AA", "GB", "+44 131 496 00", BRITISH),
            new Town("Manchester", "M1 1AA", "GB", "+44 161 496 00", BRITISH),
            new Town("Berlin", "10115", "DE", "+49 30 231250", GERMAN),
            new Town("Hamburg", "20095", "DE", "+49 40 669690", GERMAN),
            new Town("München", "80331", "DE", "+49 89 999980", GERMAN),
            new Town("Paris", "75001", "FR", "+33 1 99 00 00 ", FRENCH),
            new Town("Lyon", "69001", "FR", "+33 4 65 71 00 ", FRENCH),
            new Town("New York", "10001", "US", "+1 212 555 01", AMERICAN),
            new Town("Chicago", "60601", "US", "+1 312 555 01", AMERICAN));

    Address address(Dice dice) {
        String street = String.format(Locale.ROOT, dice.oneOf(streets), dice.from(1, 99));
        return new Address(street, name, postalCode, country);
    }

    String phoneNumber(Dice dice) {
        return phone + String.format(Locale.ROOT, "%02d", dice.from(0, 99));
    }
}
