/** What a model may contain before the engine sees it, and what the engine refuses by itself: one set of rules. */
@org.jspecify.annotations.NullMarked
package org.jixiao.workflow.gate;
