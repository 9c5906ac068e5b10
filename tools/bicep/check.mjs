// Holds infra/ to the Bicep compiler: no diagnostics, and every example gives the resources of its checked-in snapshot.
//   node tools/bicep/check.mjs            checks; ends with 3 where the compiler cannot be had
//   node tools/bicep/check.mjs --write    writes the snapshots anew
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const infra = resolve(here, '../../infra');
const examples = ['private', 'listed', 'trial', 'strict'];
// A deployment is worked out for a subscription; these stand for any.
const scope = ['--subscription-id', '00000000-0000-0000-0000-000000000001', '--tenant-id', '00000000-0000-0000-0000-000000000002', '--location', 'westeurope'];

const run = (command, args, options = {}) => spawnSync(command, args, { encoding: 'utf8', ...options });
const fail = text => { console.error(text); process.exit(1); };

function compiler() {
  const system = { linux: 'linux', darwin: 'osx', win32: 'win' }[platform()];
  const name = `${system}-${arch() === 'arm64' ? 'arm64' : 'x64'}`;
  const restored = run('dotnet', ['restore', join(here, 'Bicep.proj'), `-p:BicepPlatform=${name}`, '-v', 'quiet', '--nologo']);
  if (restored.status !== 0) {
    if (/NU1101|NU1102|NU1103/.test(restored.stdout + restored.stderr)) {
      console.log(`SKIPPED: the registry has no Azure.Bicep.CommandLine.${name}.`);
      process.exit(3);
    }
    fail(restored.stdout + restored.stderr);
  }
  const version = /<BicepVersion>(.*)<\/BicepVersion>/.exec(readFileSync(join(here, 'Bicep.proj'), 'utf8'))[1];
  const folder = /global-packages: (.*)/.exec(run('dotnet', ['nuget', 'locals', 'global-packages', '--list']).stdout)[1].trim();
  const file = join(folder, `azure.bicep.commandline.${name}`.toLowerCase(), version, 'tools', system === 'win' ? 'bicep.exe' : 'bicep');
  return existsSync(file) ? file : fail(`${file} is missing.`);
}

const bicep = compiler();
const text = result => (result.stdout + result.stderr).trim();

const lint = run(bicep, ['lint', join(infra, 'main.bicep')]);
if (lint.status !== 0 || text(lint) !== '')
  fail(text(lint) || 'bicep lint failed.');

for (const example of examples) {
  const mode = process.argv.includes('--write') ? 'overwrite' : 'validate';
  const snapshot = run(bicep, ['snapshot', join(infra, 'examples', `${example}.bicepparam`), '--mode', mode, ...scope]);
  if (snapshot.status !== 0)
    fail(`${text(snapshot)}\ninfra/examples/${example}.snapshot.json is not what infra/ gives. If the change is meant: node tools/bicep/check.mjs --write`);
}

// Neither a network nor an open door: nothing could reach storage, and the template says so.
const folder = mkdtempSync(join(infra, 'examples', 'refused-'));
try {
  writeFileSync(join(folder, 'refused.bicepparam'), "using '../../main.bicep'\nparam environmentName = 'x'\nparam location = 'westeurope'\nparam alertEmail = 'operations@example.com'\nparam privateEndpoints = false\n");
  const refused = run(bicep, ['snapshot', join(folder, 'refused.bicepparam'), '--mode', 'overwrite', ...scope]);
  if (refused.status === 0 || !text(refused).includes('Without private endpoints nothing could reach storage'))
    fail('An installation that nothing can reach is not refused.');
} finally {
  rmSync(folder, { recursive: true });
}

console.log(`infra/: no diagnostics, ${examples.length} examples give their snapshots, one that cannot work is refused (${text(run(bicep, ['--version']))}).`);
