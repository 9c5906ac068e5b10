// What the program is made of: a bill of materials (CycloneDX), the list of licences, and the audit.
//   node tools/dependencies/check.mjs sbom FILE   writes the bill of materials of the published program, held to CycloneDX's own schema
//   node tools/dependencies/check.mjs licences    holds docs/dependencies.md to what is restored (--write writes it anew)
//   node tools/dependencies/check.mjs audit       asks the registries for known vulnerabilities; ends with 3 where one of them does not answer
// NuGet packages must be restored (dotnet restore).
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(fileURLToPath(new URL('.', import.meta.url)), '../..');
const read = path => readFileSync(join(root, path), 'utf8');
const fail = text => { console.error(text); process.exit(1); };
const byName = (one, other) => (one.name + one.version < other.name + other.version ? -1 : 1);

// Where npm packages come from: the font of the printed books and what the console is written with go into the program, the rest helps developers.
const npmFolders = [...readdirSync(join(root, 'tools')).map(name => `tools/${name}`), 'EDefter.Console'].filter(folder => existsSync(join(root, folder, 'package-lock.json')));
const npmInProgram = () => [...npmOf('tools/fonts'), ...npmOf('EDefter.Console')].filter(one => !one.development);

// The packages of a project; where one of the projects it refers to is left out, without those that only it brings along.
function nugetOf(assetsFile, leftOut) {
  const assets = JSON.parse(read(assetsFile));
  const folders = Object.keys(assets.packageFolders);
  const reached = reachedFrom(assets, leftOut);
  return Object.entries(assets.libraries).filter(([id, library]) => library.type === 'package' && reached.has(id)).map(([id, library]) => {
    const [name, version] = id.split('/');
    const folder = folders.map(path => join(path, library.path)).find(existsSync) ?? fail(`${id} is not restored.`);
    const spec = readFileSync(join(folder, readdirSync(folder).find(file => file.endsWith('.nuspec'))), 'utf8');
    const expression = /<license type="expression">([^<]+)<\/license>/.exec(spec)?.[1].trim();
    const file = /<license type="file">([^<]+)<\/license>/.exec(spec)?.[1].trim();
    const url = /<licenseUrl>([^<]+)<\/licenseUrl>/.exec(spec)?.[1].trim();
    const development = /<developmentDependency>true</.test(spec);
    return { name, version, kind: 'nuget', development, expression, licence: expression ?? (file ? `in its file ${file}` : url ?? 'none told'), sha512: Buffer.from(library.sha512, 'base64').toString('hex') };
  });
}

function reachedFrom(assets, leftOut) {
  const [framework] = Object.keys(assets.targets);
  const target = assets.targets[framework];
  const ids = new Map(Object.keys(target).map(id => [id.split('/')[0].toLowerCase(), id]));
  const waiting = assets.projectFileDependencyGroups[framework].map(text => text.split(' ')[0]);
  const reached = new Set();
  while (waiting.length > 0) {
    const name = waiting.pop();
    const id = ids.get(name.toLowerCase());
    if (name === leftOut || !id || reached.has(id))
      continue;
    reached.add(id);
    waiting.push(...Object.keys(target[id].dependencies ?? {}));
  }
  return reached;
}

function npmOf(folder) {
  const lock = JSON.parse(read(`${folder}/package-lock.json`));
  return Object.entries(lock.packages).filter(([path]) => path !== '').map(([path, entry]) => ({
    name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
    version: entry.version,
    kind: 'npm',
    development: entry.dev === true,
    expression: entry.license,
    licence: entry.license ?? 'none told',
    sha512: entry.integrity?.startsWith('sha512-') ? Buffer.from(entry.integrity.slice(7), 'base64').toString('hex') : undefined,
  }));
}

// The real worker's packages, which not every registry has: as they are pinned, or with all that they bring where they were restored.
const azureAssets = 'EDefter.Functions/obj/azure/project.assets.json';
const pinnedWorker = () => [...read('Directory.Packages.props').matchAll(/Include="(Microsoft\.Azure\.Functions\.Worker[^"]*)" Version="([^"]+)"/g)]
  .map(([, name, version]) => ({ name, version, kind: 'nuget', licence: 'not restored', isPinned: true }));
// A restore that failed leaves its file too, with what it could not find.
const isRestored = file => existsSync(join(root, file)) && !(JSON.parse(read(file)).logs ?? []).some(log => log.level === 'Error');
const programNuget = withWorker => (withWorker && isRestored(azureAssets) ? nugetOf(azureAssets) : [...nugetOf('EDefter.Functions/obj/project.assets.json', 'EDefter.LocalWorker'), ...pinnedWorker()])
  .filter(one => !one.development);
const unique = list => [...new Map(list.map(one => [`${one.kind} ${one.name} ${one.version}`, one])).values()].sort(byName);

async function sbom(target) {
  const components = unique([...programNuget(true), ...npmInProgram()]).map(one => ({
    type: 'library',
    'bom-ref': purl(one),
    name: one.name,
    version: one.version,
    purl: purl(one),
    ...(one.sha512 && { hashes: [{ alg: 'SHA-512', content: one.sha512 }] }),
    ...(one.expression ? { licenses: [{ expression: one.expression }] } : one.licence.startsWith('http') ? { licenses: [{ license: { name: 'as told by the package', url: one.licence } }] } : {}),
    ...(one.isPinned && { properties: [{ name: 'edefter:resolved', value: 'pinned, what it brings along is not listed' }] }),
  }));
  const version = /<Version>([^<]+)</.exec(read('Directory.Build.props'))[1];
  const program = { type: 'application', 'bom-ref': 'edefter', name: 'EDefter.Functions', version };
  const text = JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1, metadata: { component: program }, components, dependencies: [{ ref: 'edefter', dependsOn: components.map(one => one['bom-ref']) }] }, null, 2) + '\n';
  const { Validation, Spec } = await import('@cyclonedx/cyclonedx-library');
  const trouble = await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(text);
  if (trouble !== null)
    fail(`The bill of materials is no CycloneDX 1.6: ${JSON.stringify(trouble)}`);
  writeFileSync(resolve(target), text);
  console.log(`${target}: ${components.length} components, valid CycloneDX 1.6.`);
}

const purl = one => `pkg:${one.kind}/${one.name.split('/').map(encodeURIComponent).join('/')}@${one.version}`;

function licences() {
  const program = unique([...programNuget(false), ...npmInProgram()]);
  const inProgram = new Set(program.map(one => one.kind + one.name));
  const projects = ['EDefter.Core', 'EDefter.Storage', 'EDefter.LocalWorker', 'EDefter.Functions', 'EDefter.Tests', 'EDefter.Benchmarks'];
  const helpers = unique(projects.flatMap(name => nugetOf(`${name}/obj/project.assets.json`))).filter(one => !inProgram.has(one.kind + one.name));
  const count = list => [...list.reduce((counts, one) => counts.set(one.licence, (counts.get(one.licence) ?? 0) + 1), new Map())].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1)).map(([licence, n]) => `${licence} ${n}`).join(' · ');
  const table = list => list.map(one => `| ${one.name} | ${one.version} | ${one.licence} |`).join('\n');
  const npm = npmFolders.map(folder => [folder, npmOf(folder).filter(one => !inProgram.has(one.kind + one.name))]).filter(([, list]) => list.length > 0).map(([folder, list]) => `| ${folder} | ${list.length} | ${count(list)} |`).join('\n');
  const text = `# What EDefter is made of

Every package with its version and the licence that it tells, written by \`node tools/dependencies/check.mjs licences --write\` and held to what is restored by
a test. The bill of materials: \`node tools/dependencies/check.mjs sbom FILE\`.

## In the published program

| package | version | licence |
|---|---|---|
${table(program)}

"Not restored": the real Functions worker's packages, which not every registry has. Their versions are pinned; what they bring along stands in the bill of
materials of a machine that restores them.

## For building, testing and measuring

| package | version | licence |
|---|---|---|
${table(helpers)}

## Developers' tools from npm

| where | packages | licences |
|---|---|---|
${npm}
`;
  if (process.argv.includes('--write'))
    writeFileSync(join(root, 'docs/dependencies.md'), text);
  else if (read('docs/dependencies.md').replaceAll('\r\n', '\n') !== text)
    fail('docs/dependencies.md is not what is restored: node tools/dependencies/check.mjs licences --write');
  console.log(`docs/dependencies.md: ${program.length} packages in the program, ${helpers.length} beside it.`);
}

// A registry that knows no vulnerabilities finds none in anything. So it is first shown a package that has one.
function knowsVulnerabilities() {
  const folder = mkdtempSync(join(tmpdir(), 'edefter-audit-'));
  try {
    writeFileSync(join(folder, 'canary.csproj'), '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework><NuGetAudit>false</NuGetAudit></PropertyGroup><ItemGroup><PackageReference Include="Newtonsoft.Json" Version="12.0.3" /></ItemGroup></Project>');
    return vulnerable(join(folder, 'canary.csproj')).length > 0;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function vulnerable(project) {
  const listed = spawnSync('dotnet', ['list', project, 'package', '--vulnerable', '--include-transitive', '--format', 'json'], { encoding: 'utf8', cwd: root });
  if (listed.status !== 0)
    fail(listed.stdout + listed.stderr);
  return JSON.parse(listed.stdout.slice(listed.stdout.indexOf('{'))).projects.flatMap(one => (one.frameworks ?? []).flatMap(framework => [...(framework.topLevelPackages ?? []), ...(framework.transitivePackages ?? [])]))
    .flatMap(one => one.vulnerabilities.map(found => `${one.id} ${one.resolvedVersion}: ${found.severity} ${found.advisoryurl}`));
}

function audit() {
  const found = [];
  const silent = [];
  if (knowsVulnerabilities())
    found.push(...vulnerable('EDefter.sln'));
  else
    silent.push('the NuGet registry does not find the known vulnerability of Newtonsoft.Json 12.0.3, so its silence says nothing');
  for (const folder of npmFolders) {
    const asked = spawnSync('npm', ['audit', '--json', '--package-lock-only'], { encoding: 'utf8', cwd: join(root, folder), shell: process.platform === 'win32' });
    const answer = JSON.parse(asked.stdout || '{}');
    if (!answer.vulnerabilities)
      silent.push(`the npm registry does not answer an audit (${folder})`);
    else
      found.push(...Object.values(answer.vulnerabilities).map(one => `${folder}: ${one.name} ${one.range}: ${one.severity}`));
  }
  for (const text of silent)
    console.log(`SKIPPED: ${text}.`);
  if (found.length > 0)
    fail(found.join('\n'));
  if (silent.length > 0)
    process.exit(3);
  console.log('No known vulnerabilities.');
}

const [, , act, target] = process.argv;
if (act === 'sbom' && target)
  await sbom(target);
else if (act === 'licences')
  licences();
else if (act === 'audit')
  audit();
else
  fail('node tools/dependencies/check.mjs sbom FILE | licences [--write] | audit');
