package org.jixiao.workflow;

import org.jixiao.organisation.PostKind;
import org.jixiao.organisation.Posts;
import org.springframework.stereotype.Component;

/** {@code posts} in expressions: the id of a post, which is the candidate group of a task; never throws for a vacancy. */
@Component
class PostsBean implements ProcessBean {

    private final Posts posts;

    PostsBean(Posts posts) {
        this.posts = posts;
    }

    @Override
    public String name() {
        return "posts";
    }

    @Callable
    public String chief(String unit, String section) {
        return id(PostKind.CHIEF, unit, section);
    }

    @Callable
    public String coordinator(String unit) {
        return id(PostKind.COORDINATOR, unit, "");
    }

    @Callable
    public String deputy(String unit, String section) {
        return id(PostKind.DEPUTY, unit, section == null ? "" : section);
    }

    @Callable
    public String director(String unit) {
        return id(PostKind.DIRECTOR, unit, "");
    }

    @Callable
    public String bureau(String unit) {
        return id(PostKind.BUREAU, unit, "");
    }

    private String id(PostKind kind, String unit, String section) {
        return posts.find(kind, unit, section).map(p -> p.id().toString()).orElse("none");
    }
}
