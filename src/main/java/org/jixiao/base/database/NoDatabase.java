package org.jixiao.base.database;

/** The embedded database cannot be had; the message says why and what to do. */
class NoDatabase extends RuntimeException {

    private final String action;

    NoDatabase(String message, String action, Throwable cause) {
        super(message, cause);
        this.action = action;
    }

    NoDatabase(String message, String action) {
        this(message, action, null);
    }

    String action() {
        return action;
    }
}
