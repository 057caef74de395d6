/** What every module leans on: refusals and findings, messages, identifiers, the clock, the shell of the pages. */
@org.springframework.modulith.ApplicationModule(type = org.springframework.modulith.ApplicationModule.Type.OPEN)
@org.jspecify.annotations.NullMarked
package org.jixiao.base;
