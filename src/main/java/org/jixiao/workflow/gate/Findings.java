package org.jixiao.workflow.gate;

import java.util.ArrayList;
import java.util.List;
import org.jixiao.base.Finding;

/** What was found in one file; not more than anybody reads. */
final class Findings {

    private static final int MOST = 200;

    private final String file;
    private final List<Finding> found = new ArrayList<>();

    Findings(String file) {
        this.file = file;
    }

    void add(Rule rule, String element, String... args) {
        var finding = rule.at(file, element, args);
        if (found.size() < MOST && !found.contains(finding)) found.add(finding);
    }

    boolean blocks() {
        return found.stream().anyMatch(Finding::blocks);
    }

    List<Finding> list() {
        return List.copyOf(found);
    }
}
