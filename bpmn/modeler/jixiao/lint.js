// What the product's gate would say on deploying, said while drawing. The gate decides; these are the commonest of its
// rules. Plain script, no build: the Modeler reads what is pushed to window.plugins.
(() => {
  const camunda = (node, name) => node.get?.(`camunda:${name}`);
  const values = (node, type) => (node.extensionElements?.values ?? []).filter((value) => value.$type === type);
  const properties = (node) => Object.fromEntries(
    values(node, 'camunda:Properties').flatMap((all) => all.values ?? []).map(({ name, value }) => [name, value]));
  const isA = (node, type) => node.$instanceOf?.(type);
  const unknown = (pkg, name) => { throw new Error(`unknown: ${pkg}/${name}`); };
  const rule = (judge) => () => ({ check: (node, reporter) => judge(node, (text) => reporter.report(node.id, text)) });

  const rules = {
    history: rule((node, say) => {
      if (isA(node, 'bpmn:Process') && node.isExecutable && !camunda(node, 'historyTimeToLive')) say('流程没有写“历史保留时间”');
    }),
    post: rule((node, say) => {
      if (!isA(node, 'bpmn:UserTask')) return;
      if (!camunda(node, 'candidateGroups')) say('这一步没有写由哪个岗位办理（候选组）');
      if (camunda(node, 'assignee') || camunda(node, 'candidateUsers')) say('任务归岗位，不写个人');
    }),
    deadline: rule((node, say) => {
      const { deadline } = properties(node);
      if (deadline && !/^[1-9]\d{0,2}$/.test(deadline)) say('办理期限填 1 到 999 的整数，单位是工作日');
    }),
    countersign: rule((node, say) => {
      if (!isA(node, 'bpmn:UserTask') || !properties(node).countersign) return;
      const loop = node.loopCharacteristics;
      const drawn = loop && !loop.isSequential && camunda(loop, 'collection') === 'signers'
        && camunda(loop, 'elementVariable') === 'signer' && !loop.completionCondition && !loop.loopCardinality;
      if (!drawn) say('会签要有并行多实例标记：集合 signers，元素变量 signer，不写次数和完成条件');
      const then = [node, ...(node.outgoing ?? []).map((flow) => flow.targetRef)];
      const asked = then.flatMap((one) => one.outgoing ?? [])
        .some((flow) => /outcome\s*==\s*['"]reject['"]/.test(flow.conditionExpression?.body ?? ''));
      if (!asked) say('会签“不同意”没有去处：在其后的网关上画一条 outcome 为 reject 的流向');
    }),
    code: rule((node, say) => {
      if (isA(node, 'bpmn:ScriptTask')) say('不能用脚本');
      if (camunda(node, 'class') || camunda(node, 'delegateExpression')) say('不能写 Java 类');
      if (camunda(node, 'topic') || camunda(node, 'type')) say('不能用外部任务');
    }),
  };

  const plugin = {
    config: { rules: Object.fromEntries(Object.keys(rules).map((name) => [`jixiao/${name}`, 'error'])) },
    // The Modeler asks one resolver after the other; who does not know a rule throws.
    resolver: {
      resolveRule: (pkg, name) => (pkg === 'bpmnlint-plugin-jixiao' && rules[name]) || unknown(pkg, name),
      resolveConfig: unknown,
    },
  };
  window.plugins = window.plugins || [];
  window.plugins.push({ plugin, type: 'lintRules.bpmn' });
})();
