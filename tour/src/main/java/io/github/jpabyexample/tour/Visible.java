package io.github.jpabyexample.tour;

/**
 * Text of lessons, rows and databases as it may be shown: what would move the cursor, ring, change colours or turn the
 * direction of reading is written out, so that no row of a table can play tricks on a terminal.
 */
final class Visible {

    private static final int PICTURES = 0x2400;

    // What joins the parts of a sign, as in a family of emoji, stays.
    private static final String TURNS_OR_BREAKS =
            "\u061c\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069";

    private Visible() {}

    /** {@return the text with line breaks and tabs, and a sign or a number for each other control character} */
    static String of(String text) {
        var visible = new StringBuilder(text.length());
        String lines = text.replace("\r\n", "\n");
        for (int i = 0; i < lines.length(); i++) {
            char c = lines.charAt(i);
            if (c == '\n' || c == '\t' || !isControl(c)) {
                visible.append(c);
            } else if (c < ' ') {
                visible.append((char) (PICTURES + c));
            } else {
                visible.append("\\u%04x".formatted((int) c));
            }
        }
        return visible.toString();
    }

    private static boolean isControl(char c) {
        return Character.isISOControl(c) || TURNS_OR_BREAKS.indexOf(c) >= 0;
    }
}
