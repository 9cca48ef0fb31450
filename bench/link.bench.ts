/**
 * How well and how fast records are tied to enterprises: `GOLDSEED_LINK_DATA=folder npm run -s bench -- link`.
 *
 * Accuracy is measured on sets made from the register of the folder with other seeds and other outside cities than the
 * weights were fitted on, and on the folder's own labelled set (`dev/`) where there is one. Speed is measured at the
 * register's size and at 424,000 enterprises.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";

import { type Judged, type LinkFigures, scoreLinks } from "../domain/linking/link-figures.ts";
import type { LinkModel } from "../domain/linking/link-model.ts";
import { buildLinkRegistry, type LinkRegistry } from "../domain/linking/link-registry.ts";
import { linkMention } from "../domain/linking/linker.ts";
import type { RegistryEntry } from "../domain/linking/registry-entry.ts";
import { evaluateLinking } from "../intake/link/evaluate-linking.ts";
import { loadLinkModel } from "../intake/link/load-link-model.ts";
import { readRegistryFile } from "../intake/link/read-link-files.ts";
import { spoil } from "./intake/permit-file.ts";
import { enlarge } from "./link-enlarge.ts";
import { type LabelledMention, makeLinkSet } from "./link-set.ts";
import { buildCorruptionLists, findSiblings, linkDataFolder, splitByCity } from "./link-source.ts";

const districtSize = 424_000;
const targets =
  "precision >= 0.9985, recall >= 0.93 (number >= 0.997, name only >= 0.84), review <= 10 %, linked without an enterprise <= 0.3 %, >= 5,000 records/s";

export async function run(): Promise<Record<string, unknown>> {
  const folder = linkDataFolder();
  if (folder === undefined) return { skipped: true };
  const model = await loadLinkModel();
  const files = { registry: `${folder}/registry.csv.gz`, history: `${folder}/name_history.csv` };
  const entries = await readRegistryFile(files.registry, files.history);
  const accuracy: Record<string, unknown>[] = [];
  const lists = await buildCorruptionLists(entries, model.lexicon);
  for (const [seed, cities] of [
    [303, ["临沂", "东营"]],
    [404, ["潍坊", "威海"]],
    [505, ["聊城", "济宁"]],
  ] as const) {
    const { inside, outside } = splitByCity(entries, model.lexicon, new Set(cities));
    const siblings = findSiblings(inside, model.lexicon, { seed, count: 900 });
    const set = makeLinkSet({ registry: inside, lists, seed, size: 15_000, siblings, outside });
    accuracy.push({
      set: `seed ${seed}`,
      ...figuresOf(set.mentions, buildLinkRegistry(set.registry, model.lexicon), model),
    });
  }
  const dev = join(folder, "dev");
  if (existsSync(dev)) {
    const { figures } = await evaluateLinking({
      ...files,
      mentions: `${dev}/queries.csv`,
      truth: `${dev}/truth.csv`,
      out: "/dev/null",
    });
    accuracy.push({ set: "dev", ...rounded(figures!) });
  }
  const speed = [entries.length, districtSize].map((size) =>
    speedAt(enlarge(entries, size), model),
  );
  return { targets, weights: model.weights.version, accuracy, speed };
}

function figuresOf(
  mentions: readonly LabelledMention[],
  registry: LinkRegistry,
  model: LinkModel,
): Record<string, number> {
  const judged = mentions.map((mention): Judged => {
    const { decision, candidates } = linkMention(mention, registry, model);
    return { ...mention, decision, id: candidates[0]?.id ?? "" };
  });
  return rounded(scoreLinks(judged));
}

const rounded = (figures: LinkFigures): Record<string, number> =>
  Object.fromEntries(
    Object.entries(figures).map(([key, value]: [string, number]) => [
      key,
      Number(value.toFixed(5)),
    ]),
  );

/** Mentions of every kind, not the easy ones only: spoiled names of the register itself. */
function speedAt(entries: readonly RegistryEntry[], model: LinkModel): Record<string, number> {
  const begin = performance.now();
  const registry = buildLinkRegistry(entries, model.lexicon);
  const indexSeconds = (performance.now() - begin) / 1000;
  const mentions = entries
    .filter((_, i) => i % Math.floor(entries.length / 10_000) === 0)
    .map(({ names, address, city, creditCode }, i) => {
      const spoiled = spoil(names[0]!.name, i);
      return {
        name: spoiled,
        code: i % 3 === 0 ? creditCode : "",
        address: i % 2 === 0 ? address : "",
        place: i % 2 === 0 ? `${city}市` : "",
      };
    });
  for (const mention of mentions.slice(0, 1000)) linkMention(mention, registry, model);
  const [cpu, start] = [process.cpuUsage(), performance.now()];
  for (const mention of mentions) linkMention(mention, registry, model);
  const seconds = (performance.now() - start) / 1000;
  const cpuSeconds = process.cpuUsage(cpu).user / 1e6;
  return {
    entities: entries.length,
    indexSeconds: Number(indexSeconds.toFixed(1)),
    recordsPerSecond: Math.round(mentions.length / seconds),
    recordsPerCpuSecond: Math.round(mentions.length / cpuSeconds),
    rssMb: Math.round(process.memoryUsage().rss / 1e6),
  };
}
