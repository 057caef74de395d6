package org.jixiao.organisation;

/** What a token opens; inside, its person's rights and no more. From the smallest. */
public enum TokenScope {
    /** what Camunda Modeler asks */
    MODELER,
    /** {@code /api}, to read only */
    READ,
    /** {@code /api} and the Modeler's door */
    ALL;

    /** @param path as it was sent: one written otherwise than its door is not opened */
    boolean opens(String method, String path) {
        return switch (this) {
            case MODELER -> path.startsWith("/engine-rest/") || path.startsWith("/.well-known/");
            case READ -> path.startsWith("/api/") && (method.equals("GET") || method.equals("HEAD"));
            case ALL -> true;
        };
    }
}
