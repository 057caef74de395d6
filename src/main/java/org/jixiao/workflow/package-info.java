/** The only module that knows the engine: processes, cases, tasks and the verbs that move them. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"base", "organisation"})
@org.jspecify.annotations.NullMarked
package org.jixiao.workflow;
