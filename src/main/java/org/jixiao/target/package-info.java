/** A year's targets: the unit's part, a section's rows, their checks, versions and import. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"base", "organisation", "workflow", "inbox", "inbox :: ui"})
@org.jspecify.annotations.NullMarked
package org.jixiao.target;
