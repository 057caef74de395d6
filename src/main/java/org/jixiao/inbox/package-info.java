/** 待办 已办 我发起 抄送我, and the task page; features register their task forms by form key. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"base", "organisation", "workflow"})
@org.jspecify.annotations.NullMarked
package org.jixiao.inbox;
