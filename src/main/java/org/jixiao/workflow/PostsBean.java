package org.jixiao.workflow;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jixiao.base.ProductClock;
import org.jixiao.organisation.Person;
import org.jixiao.organisation.Post;
import org.jixiao.organisation.PostKind;
import org.jixiao.organisation.Posts;
import org.springframework.stereotype.Component;

/** {@code posts} in expressions: the id of a post, which is the candidate group of a task; never throws for a vacancy. */
@Component
class PostsBean implements ProcessBean {

    private final Posts posts;

    private final ProductClock clock;

    PostsBean(Posts posts, ProductClock clock) {
        this.posts = posts;
        this.clock = clock;
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

    /**
     * The posts of the unit that countersign, by kind: {@code chief}, {@code coordinator}, {@code deputy}, {@code
     * director}, {@code bureau}, with commas. Nobody signs twice for two posts that the same people hold; vacant posts
     * do not sign, unless all are vacant: then the step says so.
     */
    @Callable
    public List<String> signers(String unit, String kinds) {
        Set<String> asked = Set.of(kinds.split(","));
        List<Post> all = posts.of(unit).stream()
                .filter(post -> asked.contains(post.kind().name().toLowerCase(Locale.ROOT)))
                .toList();
        var held = posts.holders(all.stream().map(Post::id).toList(), clock.today());
        var people = new HashSet<Set<UUID>>();
        List<String> signers = all.stream()
                .filter(post -> held.containsKey(post.id()))
                .filter(post -> people.add(held.get(post.id()).stream().map(Person::id).collect(Collectors.toSet())))
                .map(post -> post.id().toString())
                .toList();
        return signers.isEmpty() ? all.stream().map(post -> post.id().toString()).toList() : signers;
    }

    private String id(PostKind kind, String unit, String section) {
        return posts.find(kind, unit, section).map(p -> p.id().toString()).orElse("none");
    }
}
