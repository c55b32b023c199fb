package io.github.jpabyexample.bootstrap;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JDBC URL without the user and the password that it held, as {@code //user:password@host}, {@code
 * ?user=…&password=…} or {@code ;USER=…;PASSWORD=…}.
 */
record JdbcUrl(String url, Optional<String> user, Optional<String> password) {

    private static final Pattern USER_INFO = Pattern.compile("//(?<user>[^:?;]*)(:(?<password>[^?;]*))?@");

    private static final Pattern BEFORE_HOST =
            Pattern.compile("^((?:jdbc:)?[a-zA-Z0-9.+-]+:(?:thin:|oci8?:)?(?://)?)[^/].*@");

    private static final Pattern SCHEMA = Pattern.compile("(?:[?&]currentSchema|;(?i:schema))=([^&;]+)");

    static JdbcUrl of(String given) {
        Matcher userInfo = USER_INFO.matcher(given);
        boolean found = userInfo.find();
        Optional<String> user = found ? Optional.of(decoded(userInfo.group("user"))) : Optional.empty();
        Optional<String> password =
                found ? Optional.ofNullable(userInfo.group("password")).map(JdbcUrl::decoded) : Optional.empty();
        String url = found ? given.substring(0, userInfo.start()) + "//" + given.substring(userInfo.end()) : given;

        String separator = url.contains("?") ? "&" : ";";
        int start = url.indexOf(url.contains("?") ? '?' : ';');
        if (start < 0) {
            return new JdbcUrl(url, user, password);
        }
        List<String> kept = new ArrayList<>();
        for (String parameter : url.substring(start + 1).split(separator, -1)) {
            String[] both = parameter.split("=", 2);
            String value = both.length < 2 ? "" : separator.equals("&") ? decoded(both[1]) : both[1];
            switch (both[0].toLowerCase(Locale.ROOT)) {
                case "user" -> user = Optional.of(value);
                case "password" -> password = Optional.of(value);
                default -> kept.add(parameter);
            }
        }
        String rest = kept.isEmpty() ? "" : url.charAt(start) + String.join(separator, kept);
        return new JdbcUrl(url.substring(0, start) + rest, user, password);
    }

    /** The one schema that the URL names, as {@code ?currentSchema=…} for PostgreSQL or {@code ;SCHEMA=…} for H2. */
    Optional<String> schema() {
        return SCHEMA.matcher(url)
                .results()
                .map(match -> decoded(match.group(1)).replace("\"", ""))
                .filter(name -> !name.contains(","))
                .findFirst();
    }

    /**
     * Without parameters, for the like of {@code sslpassword} may stand among them, and without whatever stands before an
     * {@code @}, in the manner of other databases: {@code jdbc:oracle:thin:user/password@//host}.
     */
    String shown() {
        return BEFORE_HOST.matcher(url.split("[?;(]", 2)[0]).replaceFirst("$1");
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // A percent sign that escapes nothing: then it was not escaped.
            return text;
        }
    }

    @Override
    public String toString() {
        return shown();
    }
}
