// BPMN is code: ids, names, documentation and the properties the product reads.

export const flat = (scope) =>
  (scope.flowElements ?? []).flatMap((element) => [element, ...flat(element)]);

const prefixes = {
  'bpmn:UserTask': /^Task_/,
  'bpmn:ServiceTask': /^Service_/,
  'bpmn:CallActivity': /^CallActivity_/,
  'bpmn:SubProcess': /^SubProcess_/,
  'bpmn:ExclusiveGateway': /^Gateway_/,
  'bpmn:EventBasedGateway': /^Gateway_/,
  'bpmn:StartEvent': /^Start_/,
  'bpmn:EndEvent': /^End_/,
  'bpmn:IntermediateCatchEvent': /^Event_/,
  'bpmn:BoundaryEvent': /^Event_/,
  'bpmn:SequenceFlow': /^Flow_/,
};

const properties = (element) =>
  Object.fromEntries(
    (element.extensionElements?.values ?? [])
      .filter((value) => value.$type === 'camunda:Properties')
      .flatMap((value) => value.values ?? [])
      .map((property) => [property.name, property.value]),
  );

const chinese = /[\u4e00-\u9fff]/;

export function conventions(definitions, fileName, examples, say) {
  const processes = definitions.rootElements.filter((root) => root.$type === 'bpmn:Process');
  if (processes.length !== 1) say('-', 'one process a file');
  const process = processes[0];
  if (process.id !== fileName) say(process.id, 'the file is not named after the process');
  if (!process.isExecutable) say(process.id, 'not executable');
  if (!process.get('camunda:historyTimeToLive')) say(process.id, 'no historyTimeToLive');
  if (!process.get('camunda:versionTag')) say(process.id, 'no versionTag');
  if (process.laneSets?.length) say(process.id, 'lanes');
  if (definitions.$attrs['modeler:executionPlatform'] !== 'Camunda Platform') say('-', 'not for Camunda 7');
  requires(process, examples ? ['name.en'] : ['content', 'name.en'], say);
  for (const element of flat(process)) one(element, examples, say);
}

function one(element, examples, say) {
  const { id, name, $type: type } = element;
  if (!prefixes[type]) return say(id, `${type} is not used here`);
  if (!prefixes[type].test(id)) say(id, `id should match ${prefixes[type]}`);
  if (!/^[A-Za-z]+_[A-Z][A-Za-z]*$/.test(id)) say(id, 'id is not Type_Name');
  if (name && !chinese.test(name)) say(id, `name is not Chinese: ${name}`);
  if (type.endsWith('Gateway') && element.outgoing.length > 1 && type !== 'bpmn:EventBasedGateway') {
    if (!name?.endsWith('？')) say(id, 'a gateway asks a question');
    element.outgoing.filter((flow) => !flow.name).forEach((flow) => say(flow.id, 'an answer has no name'));
  }
  if (/Task$|Activity$|SubProcess$/.test(type)) {
    if (!element.documentation?.[0]?.text) say(id, 'no documentation');
    requires(element, ['name.en'], say);
  }
  if (type === 'bpmn:UserTask') userTask(element, examples, say);
}

function userTask(task, examples, say) {
  if (!examples && !task.get('camunda:formKey')) say(task.id, 'no form key');
  if (!task.get('camunda:candidateGroups')) say(task.id, 'no post');
  const own = properties(task);
  const needed = { fill: ['label.submit', 'label.submit.en', 'deadline'], close: ['label.submit', 'label.submit.en'],
    approve: ['own', 'deadline', 'direct'] }[own.kind];
  if (!needed) return say(task.id, `kind is ${own.kind}`);
  if (own.countersign) return requires(task, ['countersign', 'signers', 'deadline'], say);
  requires(task, [...needed, 'return'], say);
  if (own.deadline && !/^[1-9]\d*$/.test(own.deadline)) say(task.id, `deadline is ${own.deadline}`);
  if (own.own && !['skip', 'up'].includes(own.own)) say(task.id, `own is ${own.own}`);
  if (!['any', 'drawn', 'none'].includes(own.return)) say(task.id, `return is ${own.return}`);
}

function requires(element, names, say) {
  const own = properties(element);
  names.filter((name) => !own[name]).forEach((name) => say(element.id, `no property ${name}`));
}
