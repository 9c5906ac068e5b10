// node judge.mjs RULES.sch LETTER FILE.xml … : one line of JSON per file, {"file":…,"failed":{"Y01":2,…},"broken":["Y05",…]}.
// The files keep their names: some rules read them. "broken" are asserts whose test ended in a type error.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import SaxonJS from 'saxon-js';

const here = path.dirname(fileURLToPath(import.meta.url));
const [rules, letter, ...files] = process.argv.slice(2);

function xslt3(...args) {
  execFileSync(process.execPath, [path.join(here, 'node_modules', 'xslt3', 'xslt3.js'), ...args], { stdio: ['ignore', 'inherit', 'inherit'] });
}

// Compiled once per content of rules and transform.
function compiled() {
  const hash = createHash('sha256').update(readFileSync(rules)).update(readFileSync(path.join(here, 'compile.xsl'))).digest('hex').slice(0, 16);
  const folder = path.join(tmpdir(), 'edefter-schematron');
  const target = path.join(folder, `${letter}-${hash}.sef.json`);
  if (!existsSync(target)) {
    mkdirSync(folder, { recursive: true });
    const sheet = path.join(folder, `${letter}-${hash}-${process.pid}.xsl`);
    xslt3(`-xsl:${path.join(here, 'compile.xsl')}`, `-s:${rules}`, `-o:${sheet}`, `letter=${letter}`);
    xslt3(`-xsl:${sheet}`, `-export:${target}`, '-nogo');
  }
  return target;
}

const stylesheetText = readFileSync(compiled(), 'utf8');
for (const file of files) {
  const result = SaxonJS.transform({
    stylesheetText,
    sourceText: readFileSync(file, 'utf8'),
    sourceBaseURI: pathToFileURL(path.resolve(file)).href,
    destination: 'serialized',
  });
  const failed = {};
  const broken = new Set();
  for (const line of (result.principalResult ?? '').split('\n').filter(Boolean)) {
    if (line.startsWith('!')) broken.add(line.slice(1));
    else failed[line] = (failed[line] ?? 0) + 1;
  }
  console.log(JSON.stringify({ file: path.basename(file), failed, broken: [...broken] }));
}
