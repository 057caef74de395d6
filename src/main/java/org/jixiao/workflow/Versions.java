package org.jixiao.workflow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jixiao.base.Finding;
import org.jixiao.organisation.Actor;
import org.jspecify.annotations.Nullable;

/** What is deployed, version by version, and how it is used; for modellers only. */
public interface Versions {

    /** How many are listed at most, the newest of them. */
    int MOST = 200;

    /** Every process by its latest version, by key. */
    List<Live> live(Actor reader);

    /** Newest first; forbidden where there is no such process. */
    List<Version> of(Actor reader, String process);

    /** The version as it is stored, with what the gate of today says to it. */
    Model model(Actor reader, String process, int version);

    /** A file of the version's deployment. */
    byte[] file(Actor reader, String process, int version, String file);

    /** What the newer one adds, removes and changes. */
    List<Difference> difference(Actor reader, String process, int older, int newer);

    /** The same for a file that is not deployed yet; nothing where it cannot be read. */
    List<Difference> difference(Actor reader, String process, int older, byte[] newer);

    /** The latest version of the process that this file draws; empty where there is none, or the file cannot be read. */
    Optional<Version> replaced(Actor reader, byte[] file);

    /** What cases do in each version. */
    Traffic traffic(Actor reader, String process);

    /** Uploads that the gate refused, newest first; of the file alone when one is given. */
    List<Refused> refused(Actor reader, @Nullable String file);

    /**
     * @param running cases of all versions
     * @param inUse whether new cases can start
     */
    record Live(Version latest, String nameEn, long running, boolean inUse) {}

    /**
     * @param running cases that run in this version
     * @param resource the file that draws it
     */
    record Version(
            String definitionId, String process, String name, int version, @Nullable String tag, String resource, Origin origin, long running) {}

    /**
     * Where a version comes from.
     *
     * @param by null when the product brought it itself
     * @param why what the person called it
     */
    record Origin(@Nullable String by, Instant at, String source, @Nullable String why) {

        public boolean shipped() {
            return by == null;
        }
    }

    /**
     * @param files names of the files that came with it: its drawing, forms and decision tables
     * @param start what the start event says of how cases begin, {@code startedBy} or {@code begins}
     */
    record Model(String xml, List<String> files, List<Finding> findings, Map<String, String> start) {}

    record Refused(Instant at, String by, String source, String why, List<String> files, List<Finding> findings) {}

    /** @param steps by version and activity */
    record Traffic(Map<Integer, Map<String, Step>> steps, List<Back> backs) {

        public Map<String, Step> of(int version) {
            return steps.getOrDefault(version, Map.of());
        }
    }

    /**
     * @param waiting tokens that stand there now
     * @param done how often somebody finished it
     * @param median how long it took half of the times at most, from arriving to being done; p90: nine times of ten
     * @param returned how often it was left by a return
     */
    record Step(long waiting, long done, @Nullable Duration median, @Nullable Duration p90, long returned) {}

    /** How often a step was returned to another one. */
    record Back(int version, String from, String to, long times) {}
}
