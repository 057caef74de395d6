/** The processes as they are deployed, for those who model them. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"base", "organisation", "workflow"})
@org.jspecify.annotations.NullMarked
package org.jixiao.modelling;
