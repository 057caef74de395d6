@org.springframework.modulith.NamedInterface("ui")
@org.jspecify.annotations.NullMarked
package org.jixiao.inbox.ui;
