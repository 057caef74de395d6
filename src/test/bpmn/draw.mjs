// Draws every model of a folder as PNG with bpmn-js. CHROMIUM names the browser, and the machine needs a Chinese font.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';

const [folder, out] = process.argv.slice(2);
const dist = path.join(path.dirname(createRequire(import.meta.url).resolve('bpmn-js/package.json')), 'dist');
const read = (file) => fs.readFileSync(path.join(dist, file), 'utf8');
const viewer = read('bpmn-viewer.production.min.js');
const css = ['diagram-js.css', 'bpmn-js.css'].map((file) => read(`assets/${file}`)).join('\n');
const font = { fontFamily: '"Noto Sans CJK SC", "Noto Sans SC", sans-serif' };
const temp = fs.mkdtempSync(path.join(os.tmpdir(), 'models-'));
fs.mkdirSync(out, { recursive: true });

for (const file of fs.readdirSync(folder).filter((name) => name.endsWith('.bpmn'))) {
  const xml = fs.readFileSync(path.join(folder, file), 'utf8');
  const name = path.basename(file, '.bpmn');
  const { x, y, width, height } = extent(xml);
  const page = path.join(temp, `${name}.html`);
  fs.writeFileSync(page, `<!doctype html><meta charset="utf-8"><style>${css}
    html, body { margin: 0; background: #fff } #model { width: ${width}px; height: ${height}px }
    .bjs-powered-by { transform: scale(.8); transform-origin: bottom right }</style>
    <div id="model"></div><script>${viewer}</script><script>
    const model = new BpmnJS({ container: '#model', textRenderer: ${JSON.stringify({ defaultStyle: font, externalStyle: font })} });
    model.importXML(${JSON.stringify(xml)}).then(() =>
      model.get('canvas').viewbox(${JSON.stringify({ x, y, width, height })}));</script>`);
  execFileSync(process.env.CHROMIUM ?? 'chromium', ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic',
    '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
    '--hide-scrollbars', '--force-device-scale-factor=1.5', `--window-size=${width},${height}`,
    '--virtual-time-budget=4000', `--screenshot=${path.resolve(out, `${name}.png`)}`, `file://${page}`],
    { stdio: 'ignore' });
  console.log(`${name}.png ${width}×${height}`);
}
fs.rmSync(temp, { recursive: true });

function extent(xml) {
  const numbers = (pattern) => [...xml.matchAll(pattern)].map((match) => match.slice(1).map(Number));
  const boxes = numbers(/<dc:Bounds x="([\d.-]+)" y="([\d.-]+)" width="([\d.-]+)" height="([\d.-]+)"/g);
  const points = numbers(/<di:waypoint x="([\d.-]+)" y="([\d.-]+)"/g);
  const margin = 20;
  const x = Math.min(...boxes.map((b) => b[0])) - margin;
  const y = Math.min(...boxes.map((b) => b[1])) - margin;
  const right = Math.max(...boxes.map((b) => b[0] + b[2]), ...points.map((p) => p[0])) + margin;
  const bottom = Math.max(...boxes.map((b) => b[1] + b[3]), ...points.map((p) => p[1])) + margin;
  return { x, y, width: Math.ceil(right - x), height: Math.ceil(bottom - y) };
}
