// Says whether a published folder is what Azure Functions can run:
//   node tools/publish/check.mjs FOLDER
// Every function of the sources stands in functions.metadata with its own trigger, the host's files are there, and nothing of the local build is.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(fileURLToPath(new URL('.', import.meta.url)), '../..');
const folder = process.argv[2];
if (!folder || !existsSync(folder)) {
  console.error('node tools/publish/check.mjs FOLDER');
  process.exit(2);
}

const troubles = [];
const file = name => join(folder, name);
const json = name => {
  try {
    return JSON.parse(readFileSync(file(name), 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    troubles.push(`${name}: ${error.code === 'ENOENT' ? 'missing' : error.message}`);
    return null;
  }
};

function* sources(directory) {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    if (entry.isDirectory() && !['bin', 'obj', 'Sample', 'Local'].includes(entry.name))
      yield* sources(join(directory, entry.name));
    else if (entry.name.endsWith('.cs'))
      yield readFileSync(join(directory, entry.name), 'utf8');
  }
}

// Name → what its trigger is bound to, as the sources say it.
function expected() {
  const functions = new Map();
  for (const text of sources(join(root, 'EDefter.Functions'))) {
    const name = /\[Function\(nameof\((\w+)\)\)\]/.exec(text)?.[1];
    if (!name)
      continue;
    const http = /\[HttpTrigger\(AuthorizationLevel\.Anonymous, ([^)]*?)Route = "([^"]*)"\)\]/.exec(text);
    const queue = /\[QueueTrigger\("([^"]+)"\)\]/.exec(text);
    const timer = /\[TimerTrigger\("([^"]+)"\)\]/.exec(text);
    functions.set(name, http ? { type: 'httpTrigger', on: http[2], methods: [...http[1].matchAll(/"(\w+)"/g)].map(word => word[1]) }
      : queue ? { type: 'queueTrigger', on: queue[1] }
      : timer ? { type: 'timerTrigger', on: timer[1] }
      : { type: 'no trigger', on: '' });
  }
  return functions;
}

const bound = binding => ({ httpTrigger: binding.route ?? binding.Route, queueTrigger: binding.queueName, timerTrigger: binding.schedule })[binding.type];

function checkFunctions() {
  const functions = expected();
  if (functions.size === 0)
    troubles.push('no function was found in the sources');
  const metadata = json('functions.metadata');
  if (!Array.isArray(metadata))
    return;
  const published = new Map(metadata.map(entry => [entry.name, entry]));
  for (const [name, trigger] of functions) {
    const entry = published.get(name);
    if (!entry) {
      troubles.push(`functions.metadata: ${name} is missing`);
      continue;
    }
    if (entry.language !== 'dotnet-isolated' || entry.scriptFile !== 'EDefter.Functions.dll')
      troubles.push(`functions.metadata: ${name} runs ${entry.scriptFile} as ${entry.language}`);
    const triggers = (entry.bindings ?? []).filter(binding => /trigger$/i.test(binding.type ?? ''));
    if (triggers.length !== 1 || triggers[0].type !== trigger.type || bound(triggers[0]) !== trigger.on)
      troubles.push(`functions.metadata: ${name} is bound to ${triggers.map(one => `${one.type} ${bound(one)}`).join(', ') || 'nothing'}, not to ${trigger.type} ${trigger.on}`);
    else if (trigger.methods && [...trigger.methods].sort().join() !== [...(triggers[0].methods ?? [])].map(word => word.toLowerCase()).sort().join())
      troubles.push(`functions.metadata: ${name} answers ${triggers[0].methods}, not ${trigger.methods}`);
    else if (trigger.type === 'httpTrigger' && String(triggers[0].authLevel).toLowerCase() !== 'anonymous')
      troubles.push(`functions.metadata: ${name} wants the host's key (${triggers[0].authLevel}); the gate is the program's own`);
  }
  for (const name of published.keys()) {
    if (!functions.has(name))
      troubles.push(`functions.metadata: ${name} is no function of the sources`);
  }
  return functions.size;
}

function checkFiles() {
  for (const name of ['EDefter.Functions.dll', 'EDefter.Core.dll', 'EDefter.Storage.dll', 'Microsoft.Azure.Functions.Worker.dll', 'worker.config.json', 'extensions.json', 'host.json', '.azurefunctions']) {
    if (!existsSync(file(name)))
      troubles.push(`${name}: missing`);
  }
  if (existsSync(file('.azurefunctions')) && readdirSync(file('.azurefunctions')).length === 0)
    troubles.push('.azurefunctions: empty, so the host has no triggers');
  if (existsSync(file('host.json')) && readFileSync(file('host.json'), 'utf8') !== readFileSync(join(root, 'host.json'), 'utf8'))
    troubles.push('host.json: not the one of the repository');
  const worker = json('worker.config.json');
  if (worker && worker.description?.defaultWorkerPath !== 'EDefter.Functions.dll')
    troubles.push(`worker.config.json: starts ${worker.description?.defaultWorkerPath}`);
}

function* files(directory) {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory())
      yield* files(path);
    else
      yield path;
  }
}

// Of the local build: the stand-in of the host, the emulator's start, the sample's people, anybody's own settings.
function checkStrangers() {
  for (const path of files(folder)) {
    const name = path.slice(folder.length).replace(/^[\\/]/, '');
    if (/LocalWorker|azurite|EDefter\.(Tests|Benchmarks)/i.test(name) || /(^|[\\/])local\.settings\.json$/.test(name))
      troubles.push(`${name}: does not belong into a published folder`);
    else if (/^EDefter\.Functions\.(dll|deps\.json)$/.test(name) && statSync(path).size > 0 && /EDefter\.LocalWorker|SampleRun|LocalProgram/.test(readFileSync(path, 'latin1')))
      troubles.push(`${name}: carries code of the local build`);
  }
}

const count = checkFunctions();
checkFiles();
checkStrangers();
if (troubles.length > 0) {
  console.error(troubles.join('\n'));
  process.exit(1);
}
console.log(`${folder}: ${count} functions, each with its trigger, and nothing of the local build.`);
