/** Self-evaluation at half year and year end: lights, scores, evidence, rectification, and the board of the year. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"base", "organisation", "workflow", "inbox", "inbox :: ui", "target"})
@org.jspecify.annotations.NullMarked
package org.jixiao.evaluation;
