package io.github.jpabyexample.bootstrap;

import org.jspecify.annotations.Nullable;

/** A setting has a value with which no unit can be opened. The message says which, what it is, and what is allowed. */
public class SettingsException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** As in the message: {@code null} is the text "null". */
    private final String value;

    /** As in the message. */
    private final String allowed;

    /**
     * Names the setting.
     *
     * @param setting e.g. {@code pool.maximumSize}
     * @param value what it is; never a secret
     * @param allowed what it may be
     */
    public SettingsException(String setting, @Nullable Object value, String allowed) {
        super(setting + " is " + value + ", but must be " + allowed);
        this.value = String.valueOf(value);
        this.allowed = allowed;
    }

    /** The same refusal under the name by which the setting was written. */
    SettingsException as(String written) {
        var named = new SettingsException(written, value, allowed);
        named.addSuppressed(this);
        return named;
    }
}
