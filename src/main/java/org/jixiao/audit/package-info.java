/** The record: who did what, when, for whom, on which content; chained, append-only, without the content itself. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"base", "organisation", "workflow"})
@org.jspecify.annotations.NullMarked
package org.jixiao.audit;
