// The plugin for the Modeler's folder, loaded as the Modeler loads it, over every model of a folder.
import fs from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { createRequire } from 'node:module';
import { BpmnModdle } from 'bpmn-moddle';
import { Linter } from 'bpmnlint';

const require = createRequire(import.meta.url);
const [kit, folder] = process.argv.slice(2);
const { script } = require(path.resolve(kit, 'index.js'));
const window = {};
vm.runInNewContext(fs.readFileSync(path.resolve(kit, script), 'utf8'), { window });
const [{ plugin, type }] = window.plugins;
if (type !== 'lintRules.bpmn') throw new Error(type);

const findings = [];
for (const file of fs.readdirSync(folder).filter((name) => name.endsWith('.bpmn')).sort()) {
  const moddle = new BpmnModdle({ camunda: require('camunda-bpmn-moddle/resources/camunda.json') });
  const { rootElement } = await moddle.fromXML(fs.readFileSync(path.join(folder, file), 'utf8'));
  const reports = await new Linter({ config: plugin.config, resolver: plugin.resolver }).lint(rootElement);
  for (const [rule, said] of Object.entries(reports))
    said.forEach(({ id, message }) => findings.push(`${file} ${id}: ${message} (${rule})`));
}
findings.forEach((finding) => console.log(finding));
console.log(`${findings.length} findings`);
process.exit(findings.length ? 1 : 0);
