package io.github.jpabyexample.bootstrap;

import org.jspecify.annotations.Nullable;

/** A setting has a value with which no unit can be opened. The message says which, what it is, and what is allowed. */
public class SettingsException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /**
     * Names the setting.
     *
     * @param setting e.g. {@code pool.maximumSize}
     * @param value what it is; never a secret
     * @param allowed what it may be
     */
    public SettingsException(String setting, @Nullable Object value, String allowed) {
        super(setting + " is " + value + ", but must be " + allowed);
    }
}
