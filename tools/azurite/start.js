// Starts Azurite so that it lives exactly as long as somebody uses it. Every user puts a file named by its process id into the
// users folder; when none of them is alive any more (stopped, killed, crashed), Azurite closes its files in order and ends.
// node start.js <users folder> <log file> <pid file> <Azurite's own arguments …>
"use strict";
const fs = require("fs");
const path = require("path");

const [usersFolder, logFile, pidFile, ...azuriteArguments] = process.argv.splice(2);
process.argv.push(...azuriteArguments);

// Azurite writes to a file of its own: a pipe would break when the process that started it ends before the others.
const log = fs.openSync(logFile, "w");
for (const stream of [process.stdout, process.stderr]) {
  stream.write = (chunk, encoding, done) => {
    fs.writeSync(log, chunk);
    const callback = typeof encoding === "function" ? encoding : done;
    if (callback) process.nextTick(callback);
    return true;
  };
}

// Ctrl-C reaches the whole group of processes, but functions that are still running need their storage: only the watch below ends it.
let shutdown = null;
const once = process.once.bind(process);
process.once = (event, listener) => {
  if (event === "SIGINT") return process;
  if (event === "SIGTERM") shutdown = listener;
  return once(event, listener);
};
process.on("SIGINT", () => {});
process.on("SIGHUP", () => {});

function isAlive(processId) {
  try {
    process.kill(processId, 0);
  } catch (error) {
    return error.code === "EPERM";
  }
  try {
    // A process that has ended but was not collected by its parent still answers to signals.
    const state = fs.readFileSync(`/proc/${processId}/stat`, "utf8");
    return state.charAt(state.lastIndexOf(")") + 2) !== "Z";
  } catch {
    return true; // no /proc on this system: the signal's answer stands
  }
}

function countUsers() {
  let count = 0;
  for (const name of fs.readdirSync(usersFolder)) {
    if (isAlive(Number(name))) count++;
    else fs.rmSync(path.join(usersFolder, name), { force: true });
  }
  return count;
}

const announce = state => fs.writeFileSync(pidFile, `${process.pid} ${state}`);

process.on("exit", () => {
  if (fs.existsSync(pidFile) && fs.readFileSync(pidFile, "utf8").startsWith(`${process.pid} `)) fs.rmSync(pidFile, { force: true });
});
announce("open");

const watch = setInterval(() => {
  if (!shutdown || countUsers() > 0) return;
  // Say so first, look again after: whoever registers in between either is seen here or sees that this one is closing.
  announce("closing");
  if (countUsers() > 0) {
    announce("open");
    return;
  }
  clearInterval(watch);
  process.removeListener("SIGTERM", shutdown);
  shutdown();
}, 250);
once("SIGTERM", () => clearInterval(watch));

require("azurite/dist/src/azurite.js");
