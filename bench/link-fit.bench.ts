/**
 * Fits the weights of the linker: `npm run -s bench -- link-fit`. A conditional logit over the candidates of each
 * mention and "none of them", so that 2^score weighs a candidate against its rivals and against an enterprise that is
 * not registered. Prints the weights in bits, for data/linking/weights.yaml; six minutes.
 */
import { findCandidates, readMention } from "../domain/linking/find-candidates.ts";
import type { LinkModel } from "../domain/linking/link-model.ts";
import { buildLinkRegistry, type LinkRegistry } from "../domain/linking/link-registry.ts";
import { termsOf } from "../domain/linking/weights.ts";
import { loadLinkModel } from "../intake/link/load-link-model.ts";
import { readRegistryFile } from "../intake/link/read-link-files.ts";
import { type LabelledMention, makeLinkSet } from "./link-set.ts";
import { buildCorruptionLists, findSiblings, linkDataFolder, splitByCity } from "./link-source.ts";

/** Choice sets in flat arrays: set s has candidates from setStart[s], candidate c has terms from termStart[c]. */
export interface Choices {
  readonly keys: string[];
  readonly setStart: number[];
  readonly termStart: number[];
  readonly termKey: number[];
  readonly termValue: number[];
  /** Candidate number within the set that is right; -1: none of them. */
  readonly right: number[];
}

export function newChoices(): Choices {
  return { keys: [], setStart: [0], termStart: [0], termKey: [], termValue: [], right: [] };
}

export function addChoices(
  choices: Choices,
  mentions: readonly LabelledMention[],
  registry: LinkRegistry,
  model: LinkModel,
): void {
  const numbers = new Map(choices.keys.map((key, i) => [key, i]));
  const numberOf = (key: string): number => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, choices.keys.length);
    return choices.keys.push(key) - 1;
  };
  for (const mention of mentions) {
    const read = readMention(mention, registry, model);
    const candidates = findCandidates(read, registry, model).slice(0, 12);
    if (candidates.length === 0) continue;
    let right = -1;
    for (const [i, { comparison }] of candidates.entries()) {
      const { id } = registry.entities.at(comparison.entity)!;
      if (id === mention.truth && mention.relation === "same") right = i;
      for (const { key, value } of termsOf(comparison, registry.sizeBits)) {
        choices.termKey.push(numberOf(key));
        choices.termValue.push(value);
      }
      choices.termStart.push(choices.termKey.length);
    }
    choices.setStart.push(choices.termStart.length - 1);
    choices.right.push(right);
  }
}

/** Adam on the mean log loss with a ridge; returns bits by term. */
export function fitWeights(choices: Choices, steps = 1500, ridge = 2e-5): Record<string, number> {
  const size = choices.keys.length;
  const weights = new Float64Array(size);
  const first = new Float64Array(size);
  const second = new Float64Array(size);
  const gradient = new Float64Array(size);
  for (let step = 1; step <= steps; step++) {
    const loss = slope(choices, weights, gradient);
    for (let k = 0; k < size; k++) {
      const g = gradient[k]! + ridge * weights[k]!;
      first[k] = 0.9 * first[k]! + 0.1 * g;
      second[k] = 0.99 * second[k]! + 0.01 * g * g;
      const rate = step < steps * 0.7 ? 0.08 : 0.02;
      const mean = first[k]! / (1 - 0.9 ** step);
      weights[k]! -= (rate * mean) / (Math.sqrt(second[k]! / (1 - 0.99 ** step)) + 1e-9);
    }
    if (step % 100 === 0) console.error(`step ${step} loss ${loss.toFixed(5)}`);
  }
  return Object.fromEntries(choices.keys.map((key, k) => [key, weights[k]! / Math.LN2]));
}

function slope(choices: Choices, weights: Float64Array, gradient: Float64Array): number {
  const { setStart, termStart, termKey, termValue, right } = choices;
  gradient.fill(0);
  let loss = 0;
  const share = 1 / right.length;
  for (let s = 0; s < right.length; s++) {
    const from = setStart[s]!;
    const count = setStart[s + 1]! - from;
    const scores = new Float64Array(count + 1);
    let top = 0;
    for (let i = 0; i < count; i++) {
      let score = 0;
      for (let t = termStart[from + i]!; t < termStart[from + i + 1]!; t++) {
        score += weights[termKey[t]!]! * termValue[t]!;
      }
      scores[i] = score;
      if (score > top) top = score;
    }
    let sum = 0;
    for (let i = 0; i <= count; i++) sum += scores[i] = Math.exp(scores[i]! - top);
    const rightAt = right[s]! < 0 ? count : right[s]!;
    loss -= Math.log(scores[rightAt]! / sum + 1e-300) * share;
    for (let i = 0; i < count; i++) {
      const g = (scores[i]! / sum - (i === rightAt ? 1 : 0)) * share;
      if (Math.abs(g) < 1e-12) continue;
      for (let t = termStart[from + i]!; t < termStart[from + i + 1]!; t++) {
        gradient[termKey[t]!]! += g * termValue[t]!;
      }
    }
  }
  return loss;
}

export async function run(): Promise<Record<string, unknown>> {
  const folder = linkDataFolder();
  if (folder === undefined) return { skipped: true };
  const model = await loadLinkModel();
  const entries = await readRegistryFile(`${folder}/registry.csv.gz`, `${folder}/name_history.csv`);
  const lists = await buildCorruptionLists(entries, model.lexicon);
  const choices = newChoices();
  for (const [seed, cities] of [
    [101, ["泰安", "滨州", "枣庄"]],
    [202, ["菏泽", "日照", "德州"]],
  ] as const) {
    const { inside, outside } = splitByCity(entries, model.lexicon, new Set(cities));
    const siblings = findSiblings(inside, model.lexicon, { seed, count: 1600 });
    const set = makeLinkSet({ registry: inside, lists, seed, size: 30_000, siblings, outside });
    addChoices(choices, set.mentions, buildLinkRegistry(set.registry, model.lexicon), model);
  }
  const bits = { ...anchor(fitWeights(choices)), ...judged };
  return Object.fromEntries(
    Object.entries(bits)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => [key, Number(value.toFixed(2))]),
  );
}

/** What the sets cannot tell, set by judgement: no set has dates of use. */
const judged = { "time:FORMER_TOO_OLD": -4 };

/** The ordinary finding of each kind, which weighs 0 so that an officer is shown what is out of the ordinary. */
const ordinary = [
  "form:SAME",
  "branch:NEITHER",
  "place:UNKNOWN",
  "address:MISSING",
  "number:NONE",
  "time:CURRENT",
];

/** The same scores with other zeros: what the ordinary findings weigh goes into the base. */
export function anchor(weights: Readonly<Record<string, number>>): Record<string, number> {
  const anchored = { ...weights };
  const shift = (keys: (key: string) => boolean, by: number): void => {
    for (const key of Object.keys(anchored)) if (keys(key)) anchored[key]! += by;
  };
  for (const key of ordinary) {
    const zero = weights[key] ?? 0;
    const [kind] = key.split(":");
    shift((other) => other.startsWith(`${kind}:`) && !other.endsWith(":noRegion"), -zero);
    shift((other) => other === "base", zero);
  }
  // Where no division is named the places weigh otherwise, and the difference belongs to the division.
  const bare = weights["place:UNKNOWN:noRegion"] ?? 0;
  shift((key) => key.startsWith("place:") && key.endsWith(":noRegion"), -bare);
  const rest = bare - (weights["place:UNKNOWN"] ?? 0);
  shift((key) => key === "region:MENTION_LACKS" || key === "region:NEITHER", rest);
  return anchored;
}
