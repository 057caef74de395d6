// What a person does in the Modeler, with its editor library: opens a model, puts a step from a template into the flow
// after the coordinator, gives it a field, saves. Answers with the model and the bytes the Modeler would send for it.
async ([xml, templates, name]) => {
  const modeler = new BpmnModeler({ container: '#model', propertiesPanel: { parent: '#panel' } });
  const errors = [];
  modeler.on('elementTemplates.errors', (event) => errors.push(...event.errors.map((error) => error.message)));
  modeler.get('elementTemplatesLoader').setTemplates(templates);
  errors.push(...(await modeler.importXML(xml)).warnings.map(String));
  const registry = modeler.get('elementRegistry');
  const modeling = modeler.get('modeling');
  const moddle = modeler.get('moddle');

  const next = registry.get('Task_DeputyExamines');
  const flow = registry.find((e) => e.type === 'bpmn:SequenceFlow' && e.source.id === 'Gateway_CoordinatorAgreed'
    && e.target === next);
  const drawn = modeling.createShape({ type: 'bpmn:UserTask' }, { x: next.x + 50, y: next.y - 160 }, next.parent);
  const template = modeler.get('elementTemplates').getAll().find(({ id }) => id === 'org.jixiao.approve');
  const step = modeler.get('elementTemplates').applyTemplate(drawn, template);
  modeling.updateProperties(step, {
    id: 'Task_RiskReview', name: '风险评估', 'camunda:candidateGroups': '${posts.director(unit)}',
  });
  modeling.reconnectEnd(flow, step, { x: step.x, y: step.y + 40 });
  modeling.connect(step, next);
  const extensions = step.businessObject.extensionElements;
  const field = moddle.create('camunda:FormField', { id: 'risk', label: '风险等级', type: 'string' });
  field.validation = moddle.create('camunda:Validation',
    { constraints: [moddle.create('camunda:Constraint', { name: 'required', config: 'true' })] });
  modeling.updateModdleProperties(step, extensions,
    { values: [...extensions.values, moddle.create('camunda:FormData', { fields: [field] })] });
  // The panel draws itself with the next frame, and hears of what is selected after that.
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  modeler.get('selection').select(step);
  modeler.get('canvas').zoom('fit-viewport');

  const saved = (await modeler.saveXML({ format: true })).xml;
  const form = new FormData();
  form.append('deployment-name', '目标调整');
  form.append('deployment-source', 'Camunda Modeler');
  form.append('enable-duplicate-filtering', 'true');
  form.append(name, new Blob([saved], { type: 'text/xml' }), name);
  const request = new Request('http://engine.test', { method: 'POST', body: form });
  const bytes = new Uint8Array(await request.arrayBuffer());
  return { errors, saved, type: request.headers.get('content-type'), body: btoa(Array.from(bytes, (b) => String.fromCharCode(b)).join('')) };
}
