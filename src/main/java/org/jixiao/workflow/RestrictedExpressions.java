package org.jixiao.workflow;

import java.beans.FeatureDescriptor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.impl.juel.jakarta.el.ArrayELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ExpressionFactory;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;
import org.jixiao.workflow.gate.Callables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What an expression in a model may reach: variables of plain types, and the {@link ProcessBean.Callable} methods of
 * {@link ProcessBean}s. No property of a bean, no class, no other bean, no engine object.
 */
@Component
class RestrictedExpressions extends JuelExpressionManager {

    private final Callables callables;
    private final CaseOfExpression current;

    RestrictedExpressions(Callables callables, CaseOfExpression current) {
        this.callables = callables;
        this.current = current;
    }

    void keepFunctions(List<String> names) {
        functions.keySet().retainAll(names);
    }

    @Override
    protected ELResolver createElResolver() {
        var chain = new CompositeELResolver();
        chain.add(new Names());
        chain.add(new VariableContextElResolver());
        chain.add(new ArrayELResolver(true));
        chain.add(new ListELResolver(true));
        chain.add(new MapELResolver(true));
        return chain;
    }

    private static boolean plain(@Nullable Object value) {
        return value == null
                || value instanceof String
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Date
                || value instanceof UUID
                || value instanceof Collection<?> c && c.stream().allMatch(RestrictedExpressions::plain)
                || value instanceof Map<?, ?> m && m.values().stream().allMatch(RestrictedExpressions::plain);
    }

    private final class Names extends ELResolver {

        @Override
        public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
            if (base instanceof ProcessBean) throw new ProcessEngineException("Not permitted: " + property);
            if (base != null) return null;
            String name = (String) property;
            // A bean hides a variable of its name: year is both, and only the bean is meant in an expression.
            ProcessBean bean = callables.find(name);
            if (bean != null) {
                context.setPropertyResolved(true);
                return bean;
            }
            var scope = (VariableScope) context.getContext(VariableScope.class);
            if ("execution".equals(name) && scope instanceof ExecutionEntity e) {
                context.setPropertyResolved(true);
                String key = e.getProcessBusinessKey();
                return Map.of("id", e.getId(), "processInstanceId", e.getProcessInstanceId(), "processBusinessKey",
                        key == null ? "" : key);
            }
            if (scope != null && scope.hasVariable(name)) {
                Object value = scope.getVariable(name);
                if (!plain(value)) throw new ProcessEngineException("Not permitted: variable " + name);
                context.setPropertyResolved(true);
                return value;
            }
            return null;
        }

        @Override
        public @Nullable Object invoke(
                ELContext context, Object base, Object method, Class<?> @Nullable [] types, Object @Nullable [] args) {
            if (!(base instanceof ProcessBean bean)) throw new ProcessEngineException("Not permitted: " + method);
            Object[] given = args == null ? new Object[0] : args;
            Method callable = callables.method(bean, String.valueOf(method), given.length)
                    .orElseThrow(() -> new ProcessEngineException("Not permitted: " + bean.name() + "." + method));
            var convert = (ExpressionFactory) context.getContext(ExpressionFactory.class);
            Object[] converted = new Object[given.length];
            for (int i = 0; i < given.length; i++) {
                converted[i] = convert.coerceToType(given[i], callable.getParameterTypes()[i]);
            }
            context.setPropertyResolved(true);
            return current.during((VariableScope) context.getContext(VariableScope.class), () -> {
                try {
                    return callable.invoke(bean, converted);
                } catch (InvocationTargetException e) {
                    if (e.getCause() instanceof RuntimeException cause) throw cause;
                    throw new ProcessEngineException(String.valueOf(e.getCause()), e);
                } catch (IllegalAccessException e) {
                    throw new ProcessEngineException("Not permitted: " + method, e);
                }
            });
        }

        @Override
        public boolean isReadOnly(ELContext context, @Nullable Object base, Object property) {
            return true;
        }

        @Override
        public void setValue(ELContext context, @Nullable Object base, Object property, @Nullable Object value) {
            throw new ProcessEngineException("Not permitted: assignment to " + property);
        }

        @Override
        public Class<?> getType(ELContext context, @Nullable Object base, Object property) {
            return Object.class;
        }

        @Override
        public Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
            return Object.class;
        }

        @Override
        public @Nullable Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, @Nullable Object base) {
            return null;
        }
    }

    /** The case of the expression being evaluated on this thread. */
    @Component
    static class CaseOfExpression implements CurrentCase {

        private final ThreadLocal<ExecutionEntity> execution = new ThreadLocal<>();
        private final CaseFiles files;

        CaseOfExpression(CaseFiles files) {
            this.files = files;
        }

        @Nullable Object during(@Nullable VariableScope scope, java.util.function.Supplier<@Nullable Object> call) {
            ExecutionEntity before = execution.get();
            ExecutionEntity now = scope instanceof TaskEntity task
                    ? task.getExecution()
                    : scope instanceof ExecutionEntity e ? e : before;
            execution.set(now);
            try {
                return call.get();
            } finally {
                if (before == null) execution.remove();
                else execution.set(before);
            }
        }

        private ExecutionEntity execution() {
            return Objects.requireNonNull(execution.get(), "no expression is being evaluated");
        }

        /** As the case began: a variable that a model writes over cannot make it somebody else's. */
        @Override
        public CaseFacts facts() {
            return files.find(execution().getProcessInstanceId()).orElseThrow().facts();
        }

        /** The {@code camunda:property} values of the step under way. */
        java.util.Map<String, String> properties() {
            return Models.properties(execution().getActivity().getProperty(Models.PROPERTIES));
        }

        @Override
        public String outcome() {
            return execution().getVariable("outcome") instanceof String s ? s : "";
        }
    }
}
