package io.github.jpabyexample.testing.database;

import io.github.jpabyexample.testing.database.TestDatabase.Server;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What of a JDBC URL may be shown, and what of it a driver gets to see, whose messages quote it. Shown is what is known to
 * be harmless: passwords stand in URLs in more ways than could be listed.
 */
final class ServerUrl {

    private static final String HOST = "(?:[\\w.\\-]*|\\[[\\p{XDigit}:.]+])(?::\\d{1,5})?";
    private static final Pattern HARMLESS =
            Pattern.compile("jdbc:postgresql:(?:[\\w.\\-]*|//HOST(?:,HOST)*(?:/[^/:@]*)?)".replace("HOST", HOST)
                    + "|" + "jdbc:h2:(?:tcp|ssl)://HOST(?:,HOST)*(?:/[^@]*)?".replace("HOST", HOST)
                    + "|jdbc:h2:(?!tcp:|ssl:)[^@]*");
    private static final Pattern KIND =
            Pattern.compile("jdbc:(?:db2|derby|h2|hsqldb|mariadb|mysql|oracle|postgresql|sqlserver):");
    private static final Pattern LOGIN_IN_H2 = Pattern.compile("(?i);(user|password)=((?:\\\\.|[^;\\\\])*)");
    private static final Pattern LOGIN = Pattern.compile("(?i)(?<=[?&])(user|password)=([^&]*)&?");

    private ServerUrl() {}

    static boolean isHarmless(String url) {
        String address = address(url);
        return HARMLESS.matcher(withoutLogin(address)).matches()
                && (!address.contains("//") || url.indexOf('@', address.length()) < 0);
    }

    /** The URL up to its parameters and without a login, or only for which database it is. */
    static String shown(String url) {
        if (isHarmless(url)) {
            return withoutLogin(address(url));
        }
        Matcher kind = KIND.matcher(url);
        return kind.lookingAt() ? kind.group() + "…" : "no JDBC URL that is known here";
    }

    private static boolean hasLoginBeforeHost(String url) {
        return address(url).matches("jdbc:\\w+:(\\w+:)?//.*@.*|jdbc:postgresql:.*@.*");
    }

    /**
     * The same server, with user and password out of the URL.
     *
     * @throws IllegalArgumentException if they stand before the host, where some drivers take them for a part of its name
     */
    static Server forDriver(Server server) {
        if (hasLoginBeforeHost(server.url())) {
            throw new IllegalArgumentException(server + " has a user before its host, where no driver looks for it: use"
                    + " -Djpa.database.user, and for a password JPA_DATABASE_PASSWORD in the environment");
        }
        String user = server.user();
        String password = server.password();
        Matcher login = login(server);
        var url = new StringBuilder();
        while (login.find()) {
            String value =
                    server.isOf(H2Database.NAME) ? login.group(2).replaceAll("\\\\(.)", "$1") : decoded(login.group(2));
            if (login.group(1).equalsIgnoreCase("user")) {
                user = user == null ? value : user;
            } else {
                password = password == null ? value : password;
            }
            login.appendReplacement(url, "");
        }
        login.appendTail(url);
        return new Server(url.toString().replaceFirst("[?&]$", ""), user, password);
    }

    /** Takes out of a driver's message whatever could be a secret. */
    static String redacted(Server server, @Nullable String message) {
        if (!isHarmless(server.url()) || hasLoginBeforeHost(server.url())) {
            return "(the driver's message is left out, for it may quote the URL)";
        }
        String text = String.valueOf(message)
                .replace(server.url(), shown(server.url()))
                .replaceAll("(?i)(password=)[^;&\"\\s]*", "$1***");
        for (String secret : secrets(server)) {
            text = text.replace(secret, "***");
        }
        return text;
    }

    private static Set<String> secrets(Server server) {
        Set<String> secrets = new LinkedHashSet<>();
        Matcher login = login(server);
        while (login.find()) {
            if (login.group(1).toLowerCase(Locale.ROOT).equals("password")) {
                secrets.add(login.group(2));
            }
        }
        for (Server each : List.of(server, forDriver(server))) {
            if (each.password() != null) {
                secrets.add(each.password());
            }
        }
        secrets.removeIf(String::isBlank);
        return secrets;
    }

    private static Matcher login(Server server) {
        return (server.isOf(H2Database.NAME) ? LOGIN_IN_H2 : LOGIN).matcher(server.url());
    }

    private static String address(String url) {
        return url.split("[?;&]", 2)[0];
    }

    private static String withoutLogin(String address) {
        return address.replaceFirst("^(jdbc:\\w+:(?:\\w+:)?//)[^/@]*@", "$1");
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }
}
