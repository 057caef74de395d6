package org.jixiao.workflow.gate;

import java.time.Duration;

/** How much a model may ask of the server. */
public final class Limits {

    /** Of one multi-instance step; hundreds of sections fit. */
    public static final int INSTANCES = 500;

    /** A file; the largest shipped model has 40 kB. */
    static final int FILE_BYTES = 1_000_000;

    static final int FILES = 50;

    /** A timer that comes again does so not more often. */
    static final Duration TIMER = Duration.ofMinutes(1);

    private Limits() {}
}
