// Installs the tests' Chromium and font into the folder named as argument; does nothing when they are there already.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const folder = resolve(process.argv[2]);
const lock = readFileSync(join(here, 'package-lock.json'), 'utf8');
const done = join(folder, 'installed-lock.json');

if (existsSync(done) && readFileSync(done, 'utf8') === lock) process.exit(0);

mkdirSync(folder, { recursive: true });
for (const file of ['package.json', 'package-lock.json', '.npmrc']) cpSync(join(here, file), join(folder, file));
const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier'], {
  cwd: folder,
  stdio: 'inherit'
});
if (npm.status !== 0) process.exit(npm.status ?? 1);

// The package unpacks its browser into the folder for temporary files.
process.env.TMPDIR = folder;
const require = createRequire(join(folder, 'package.json'));
const entry = join(dirname(require.resolve('@sparticuz/chromium')), '..', 'esm', 'index.js');
const { default: chromium } = await import(pathToFileURL(entry));
await chromium.executablePath();
// Libraries that a bare system lacks (NSS) come in the same package.
const { inflate } = await import(pathToFileURL(join(dirname(entry), 'lambdafs.js')));
await inflate(join(dirname(entry), '..', '..', 'bin', 'al2023.tar.br'));

const fonts = join(folder, 'fonts');
mkdirSync(fonts, { recursive: true });
for (const weight of ['400Regular', '500Medium', '700Bold']) {
  const from = join(folder, 'node_modules/@expo-google-fonts/noto-sans-sc', weight);
  for (const file of readdirSync(from)) if (file.endsWith('.ttf')) cpSync(join(from, file), join(fonts, file));
}
const family = (name) =>
  `<match target="pattern"><test name="family"><string>${name}</string></test>` +
  `<edit name="family" mode="assign" binding="strong"><string>Noto Sans SC</string></edit></match>`;
writeFileSync(
  join(folder, 'fonts.conf'),
  `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>\n` +
    `<dir>${fonts}</dir>\n<cachedir>${join(folder, 'font-cache')}</cachedir>\n` +
    ['sans-serif', 'serif', 'monospace', 'system-ui'].map(family).join('\n') +
    `\n</fontconfig>\n`
);
writeFileSync(done, lock);
