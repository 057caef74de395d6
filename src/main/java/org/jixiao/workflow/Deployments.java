package org.jixiao.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jixiao.base.Finding;
import org.jixiao.organisation.Actor;
import org.jspecify.annotations.Nullable;

/** Models come in here, whatever door they came to; modellers only. */
public interface Deployments {

    /**
     * What the gate finds in these files as one deployment; nothing is deployed.
     *
     * @param files content by file name
     * @return the file in {@link Finding#field}, the element in {@link Finding#row}
     */
    List<Finding> judge(Actor by, Map<String, byte[]> files);

    /**
     * Deploys all of it or, where the gate finds an error, nothing: then refused as {@code model.refused} with the
     * findings, and the attempt is remembered.
     */
    Deployed deploy(Actor by, Upload upload);

    /**
     * Starts a case of this very version, which must not be one that a year starts itself.
     *
     * @param facts unit (may be left out where there is one), year (this year when left out), section, period
     * @param variables plain values by name
     */
    Started start(Actor by, String definitionId, Facts facts, Map<String, Object> variables);

    /**
     * @param source where from, as the record shall say
     * @param name what the person called it: what changed and why
     * @param repeated what to do with files that are live already
     */
    record Upload(String name, String source, Repeated repeated, Map<String, byte[]> files) {}

    enum Repeated {
        /** Deploy them as a new version. */
        AGAIN,
        /** Deploy nothing when all of them are live as they are, else all. */
        ALL_OR_NONE,
        /** Deploy the changed ones only, but all where one of them wants the others beside it. */
        CHANGED_ONLY
    }

    /**
     * @param files those of this deployment; none where nothing had changed, and so nothing was deployed
     * @param definitions new ones, or the live ones where nothing had changed
     */
    record Deployed(
            String id, String name, String source, Instant at, Set<String> files, List<Definition> definitions, List<Finding> warnings) {}

    record Definition(
            Kind kind,
            String id,
            String key,
            @Nullable String name,
            int version,
            String resource,
            @Nullable String versionTag,
            @Nullable String category,
            String deployment) {

        public enum Kind {
            PROCESS,
            DECISION
        }
    }

    record Facts(@Nullable String unit, @Nullable Integer year, @Nullable String section, @Nullable String period) {}

    record Started(String caseId, String definitionId, String businessKey) {}
}
