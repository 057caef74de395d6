/** Units, sections, posts, persons, the working calendar, and who is signed in. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "base")
@org.jspecify.annotations.NullMarked
package org.jixiao.organisation;
