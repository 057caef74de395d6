package org.jixiao.base.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Turns the failure into two sentences instead of a stack trace. */
class NoDatabaseAnalyzer extends AbstractFailureAnalyzer<NoDatabase> {

    @Override
    protected FailureAnalysis analyze(Throwable root, NoDatabase cause) {
        return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
    }
}
