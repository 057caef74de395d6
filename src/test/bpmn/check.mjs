// Checks every model of a folder; prints one line a finding and ends with 1 when there is any.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { BpmnModdle } from 'bpmn-moddle';
import { Linter } from 'bpmnlint';
import NodeResolver from 'bpmnlint/lib/resolver/node-resolver.js';
import { drawing } from './drawing.mjs';
import { conventions, flat } from './conventions.mjs';
import { keptTo, templates } from './templates.mjs';

const require = createRequire(import.meta.url);
const camunda = require('camunda-bpmn-moddle/resources/camunda.json');
const lintRules = JSON.parse(fs.readFileSync(new URL('.bpmnlintrc', import.meta.url), 'utf8'));

const folder = process.argv[2];
const findings = [];
const files = fs.readdirSync(folder).filter((file) => file.endsWith('.bpmn')).sort();
if (!files.length) findings.push(`${folder}: no models`);

// Examples to copy from stand beside the models: they carry no content of the product and no form of its own.
const examples = path.basename(folder) === 'fragments';
const beside = path.join(folder, examples ? '..' : '', '.camunda/element-templates');
const known = templates(beside, (id, message) => findings.push(`${id}: ${message}`));

for (const file of files) {
  const say = (id, message) => findings.push(`${file} ${id}: ${message}`);
  const xml = fs.readFileSync(path.join(folder, file), 'utf8');
  const { rootElement, warnings } = await new BpmnModdle({ camunda }).fromXML(xml);
  warnings.forEach((warning) => say('-', warning.message));
  const linter = new Linter({ config: lintRules, resolver: new NodeResolver({ require }) });
  for (const [rule, reports] of Object.entries(await linter.lint(rootElement))) {
    reports.forEach((report) => say(report.id, `${report.message} (${rule})`));
  }
  conventions(rootElement, path.basename(file, '.bpmn'), examples, say);
  rootElement.rootElements.filter((root) => root.$type === 'bpmn:Process')
    .flatMap(flat).forEach((element) => keptTo(known, element, say));
  drawing(rootElement, say);
}

findings.forEach((finding) => console.log(finding));
console.log(`${files.length} models, ${known.size} templates, ${findings.length} findings`);
process.exit(findings.length ? 1 : 0);
