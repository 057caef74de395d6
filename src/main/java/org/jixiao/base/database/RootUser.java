package org.jixiao.base.database;

import java.io.IOException;

/** PostgreSQL refuses to run as root; the library then runs it in a user namespace of its own, where that is allowed. */
final class RootUser {

    private RootUser() {}

    static void refuseWhereBlocked() throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) return;
        if (!unshareWorks()) {
            throw new NoDatabase(
                    "The embedded PostgreSQL cannot run as root here: this system forbids user namespaces (unshare -U).",
                    "Start the product as an ordinary user. " + EmbeddedServer.USE_ANOTHER);
        }
    }

    private static boolean unshareWorks() throws IOException {
        try {
            return new ProcessBuilder("unshare", "-U", "true").start().waitFor() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } catch (IOException e) {
            return false;
        }
    }
}
