// The element templates by the Modeler's own validator, and the models by the templates they were made from.
import fs from 'node:fs';
import path from 'node:path';
import { validateAll } from '@bpmn-io/element-templates-validator';

export function templates(folder, say) {
  const files = fs.existsSync(folder) ? fs.readdirSync(folder).filter((file) => file.endsWith('.json')).sort() : [];
  const all = files.map((file) => JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8')));
  validateAll(all).results.filter((result) => !result.valid).forEach((result) =>
    result.errors.forEach((error) => say(result.object.id, `${error.message} ${error.dataPointer ?? ''}`)));
  files.filter((file, i) => all[i].id !== `org.jixiao.${path.basename(file, '.json')}`)
    .forEach((file) => say(file, 'the file is not named after the template'));
  return new Map(all.map((template) => [template.id, template]));
}

const extensions = (element, type) => (element.extensionElements?.values ?? []).filter((value) => value.$type === type);

const written = {
  property: (element, { name }) => element.get(name),
  'camunda:property': (element, { name }) =>
    extensions(element, 'camunda:Properties').flatMap((p) => p.values ?? []).find((p) => p.name === name)?.value,
  'camunda:in': (element, { target }) => extensions(element, 'camunda:In').find((i) => i.target === target)?.source,
  'camunda:in:businessKey': (element) => extensions(element, 'camunda:In').find((i) => i.businessKey)?.businessKey,
};

/** An element made from a template says what the template lets it say, so that the Modeler shows it unbroken. */
export function keptTo(known, element, say) {
  const id = element.get('camunda:modelerTemplate');
  if (!id) return element.$type === 'bpmn:UserTask' && say(element.id, 'no template');
  const template = known.get(id);
  if (!template) return say(element.id, `template ${id} is not there`);
  if (element.get('camunda:modelerTemplateVersion') !== template.version) say(element.id, `version of ${id}`);
  if (!template.appliesTo.includes(element.$type)) say(element.id, `${id} is not for ${element.$type}`);
  for (const { type, value, choices, constraints, binding, label } of template.properties) {
    const is = written[binding.type](element, binding) ?? '';
    const name = label || binding.name || binding.target || binding.type;
    if (type === 'Hidden' && is !== value) say(element.id, `${name} is ${is}, the template says ${value}`);
    if (choices && !choices.some((choice) => choice.value === is)) say(element.id, `${name}: ${is} is no choice`);
    if (constraints?.notEmpty && !is) say(element.id, `${name} is empty`);
    if (constraints?.pattern && !new RegExp(constraints.pattern.value).test(is)) say(element.id, `${name}: ${is}`);
  }
}
