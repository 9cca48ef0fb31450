// Runs both rule engines over rows on stdin, in the folder where they are installed: {zen, rules, rows} in, figures out.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(new URL("package.json", import.meta.url));
const { ZenEngine } = require("@gorules/zen-engine");
const { Engine } = require("json-rules-engine");
const { register } = await import("tsx/esm/api");
register();
const { packRules } = await import("../../judgement/rules-peer.ts");
const { zenDecision } = await import("../../judgement/zen-peer.ts");
const { loadSoundCriteria } = await import("../../../cultivation/load-criteria.ts");
const { activePacks } = await import("../../../cultivation/compile/compile-packs.ts");

const { rows, asOf } = JSON.parse(readFileSync(0, "utf8"));
const { packs } = await loadSoundCriteria();
const judged = activePacks([...packs.values()], asOf).filter(({ kind }) => kind === "rules");
const zen = new ZenEngine();
const decisions = judged.map((pack) =>
  zen.createDecision(Buffer.from(JSON.stringify(zenDecision(pack)))),
);
const engines = judged.map((pack) => {
  const engine = new Engine([], { allowUndefinedFacts: true });
  for (const rule of packRules(pack)) engine.addRule(rule);
  return engine;
});
const byZen = async (row) =>
  Promise.all(decisions.map(async (one) => (await one.evaluate(row)).result.pass === true));
const byRules = async (row) => {
  const passed = [];
  for (const engine of engines) {
    const { events } = await engine.run(row);
    passed.push(events.some(({ type }) => type === "pass"));
  }
  return passed;
};
const timed = async (judge) => {
  for (const row of rows.slice(0, 20)) await judge(row);
  const started = performance.now();
  const verdicts = [];
  for (const row of rows) verdicts.push(await judge(row));
  return { ms: performance.now() - started, verdicts };
};
process.stdout.write(JSON.stringify({ zen: await timed(byZen), rules: await timed(byRules) }));
