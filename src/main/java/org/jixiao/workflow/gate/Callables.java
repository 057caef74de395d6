package org.jixiao.workflow.gate;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jixiao.workflow.ProcessBean;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The names that expressions may call, and their methods. */
@Component
public class Callables {

    private final ObjectProvider<ProcessBean> provider;
    private volatile @Nullable Map<String, ProcessBean> beans;
    private final Map<String, Method> methods = new ConcurrentHashMap<>();

    Callables(ObjectProvider<ProcessBean> provider) {
        this.provider = provider;
    }

    public @Nullable ProcessBean find(String name) {
        var known = beans;
        if (known == null) {
            known = provider.stream().collect(Collectors.toMap(ProcessBean::name, bean -> bean));
            beans = known;
        }
        return known.get(name);
    }

    public Optional<Method> method(ProcessBean bean, String name, int arity) {
        String key = bean.name() + "." + name + "/" + arity;
        Method known = methods.get(key);
        if (known != null) return Optional.of(known);
        for (Method m : AopUtils.getTargetClass(bean).getMethods()) {
            if (m.getName().equals(name)
                    && m.getParameterCount() == arity
                    && m.isAnnotationPresent(ProcessBean.Callable.class)) {
                m.setAccessible(true);
                methods.put(key, m);
                return Optional.of(m);
            }
        }
        return Optional.empty();
    }

    boolean bean(String name) {
        return find(name) != null;
    }

    boolean method(String bean, String name, int arity) {
        var found = find(bean);
        return found != null && method(found, name, arity).isPresent();
    }

    /** Whether the method never returns null. */
    boolean answers(String bean, String name, int arity) {
        var found = find(bean);
        return found != null
                && method(found, name, arity)
                        .filter(m -> !m.getAnnotatedReturnType().isAnnotationPresent(Nullable.class))
                        .isPresent();
    }
}
