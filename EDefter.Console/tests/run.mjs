// Plays one scenario in Debian's Chromium. In: a JSON document on standard input (scenario, executable, address, what it needs); out: what it saw, as the last line.
import { text } from "node:stream/consumers";
import { Stage } from "./stage.mjs";

const { scenario, ...world } = JSON.parse(await text(process.stdin));
const { default: play } = await import(`./scenarios/${scenario}.mjs`);
const stage = await Stage.open(world);
try {
  const seen = (await play(stage, world)) ?? {};
  process.stdout.write(`\n${JSON.stringify({ ...seen, clicks: stage.clicks, violations: stage.violations, troubles: [...stage.troubles, ...(await Promise.all(stage.failures))] })}\n`);
} catch (failure) {
  await stage.picture("failure", world.pictures);
  throw failure;
} finally {
  await stage.close();
}
