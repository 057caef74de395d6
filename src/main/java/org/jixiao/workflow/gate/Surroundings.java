package org.jixiao.workflow.gate;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * What a model may refer to.
 *
 * @param templates ids of the element templates that come with the product
 * @param processes keys of processes deployed or in the same upload
 * @param forms ids of {@code .form} files that are there
 * @param formFields keys that the forms of the upload write
 * @param calls which process calls which, live ones and those of the upload
 */
record Surroundings(
        Set<String> formKeys,
        Set<String> contents,
        Set<String> templates,
        Predicate<UUID> posts,
        Predicate<String> processes,
        Predicate<String> decisions,
        Predicate<String> forms,
        Set<String> formFields,
        Map<String, Set<String>> calls) {

    /** Whether a call from this process can come back to it. */
    boolean calledByItself(String process) {
        var seen = new java.util.HashSet<String>();
        var next = new java.util.ArrayDeque<>(calls.getOrDefault(process, Set.of()));
        while (!next.isEmpty()) {
            String one = next.pop();
            if (one.equals(process)) return true;
            if (seen.add(one)) next.addAll(calls.getOrDefault(one, Set.of()));
        }
        return false;
    }
}
