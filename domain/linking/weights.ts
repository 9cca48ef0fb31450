/**
 * The score of a comparison: a sum of bits, one term for each thing compared, so that an officer can be shown why.
 *
 * A term is log2 of how much likelier the finding is when the enterprise is meant than when it is not. The weights are
 * data (data/linking/weights.yaml) and are fitted on labelled mentions; nothing here knows their values.
 */
import type { Comparison } from "./comparison.ts";

export interface LinkWeights {
  /** Told with each link, so that a decision can be traced to the weights that made it. */
  readonly version: string;
  /** Bits by term, `name:SOUND:short`; a term that is absent counts 0. */
  readonly bits: Readonly<Record<string, number>>;
  /** Link without review from this score on. */
  readonly linkAt: number;
  /** And only if the next enterprise lies this many bits lower. */
  readonly marginBits: number;
  /** Show to an officer from this score on. */
  readonly reviewAt: number;
}

export interface Term {
  readonly key: string;
  readonly value: number;
}

const clip = (value: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, value));

/** Bits above those needed to name one enterprise are proof; the rest is chance. In steps of ten bits. */
const spare = (bits: number, sizeBits: number): number => clip((bits - sizeBits) / 10, -1, 2.5);

/** The terms of a comparison. `sizeBits`: log2 of the size of the register. */
export function termsOf(comparison: Comparison, sizeBits: number): readonly Term[] {
  const terms: Term[] = [];
  eachTerm(comparison, sizeBits, (key, value) => {
    terms.push({ key, value });
  });
  return terms;
}

/** The sum of the terms' bits, without making the terms: it is asked for thirty names a mention. */
export function scoreOf(comparison: Comparison, sizeBits: number, weights: LinkWeights): number {
  const { bits } = weights;
  let score = 0;
  eachTerm(comparison, sizeBits, (key, value) => {
    score += (bits[key] ?? 0) * value;
  });
  return score;
}

function eachTerm(
  comparison: Comparison,
  sizeBits: number,
  visit: (key: string, value: number) => void,
): void {
  const { slip, region, number } = comparison;
  const noRegion = region === "MENTION_LACKS" || region === "NEITHER";
  visit("base", 1);
  visit(keyOf("name", slip, lengthClass(comparison)), 1);
  visit(keyOf("region", region), 1);
  visit(keyOf("form", comparison.form), 1);
  visit(keyOf("branch", comparison.branch), 1);
  visit(keyOf("place", comparison.place, noRegion ? "noRegion" : ""), 1);
  visit(keyOf("address", comparison.address), 1);
  visit(keyOf("number", number), 1);
  visit(keyOf("time", comparison.time), 1);
  if (number !== "NONE" && number !== "NOT_KEPT" && number !== "UNREGISTERED") return;
  const rare = spare(comparison.mentionBits, sizeBits);
  if (slip === "EQUAL" && comparison.whole && !noRegion) visit("rare:whole", rare);
  else if (slip === "EQUAL") {
    visit(noRegion || region === "NAME_LACKS" ? "rare:equal:noRegion" : "rare:equal", rare);
  } else if (slip === "PREFIX") visit("rare:prefix", rare);
  else {
    visit(oddity(comparison.mentionBits - comparison.nameBits), 1);
    visit("rare:slip", spare(comparison.nameBits, sizeBits));
  }
}

const keys = new Map<string, Map<string, string>>();

/** `kind:level:part`, made once each: the join would cost more than the look-up it serves. */
function keyOf(kind: string, level: string, part = ""): string {
  const group = part === "" ? kind : kind + part;
  let levels = keys.get(group);
  if (levels === undefined) keys.set(group, (levels = new Map<string, string>()));
  let key = levels.get(level);
  if (key === undefined) {
    key = part === "" ? `${kind}:${level}` : `${kind}:${level}:${part}`;
    levels.set(level, key);
  }
  return key;
}

/** A slip makes a text that no name is like; a text as plain as the name's own is another enterprise's. */
function oddity(bits: number): string {
  if (bits < 2) return "odd:plain";
  return bits < 7 ? "odd:some" : bits < 13 ? "odd:much" : "odd:very";
}

/** One slip in a long text is a slip; in two letters it is another name. Equal names weigh by what is equal. */
function lengthClass({ slip, whole, length }: Comparison): string {
  if (slip === "EQUAL") return whole ? "whole" : "text";
  if (slip === "REORDERED") return "any";
  return length <= 4 ? "short" : length <= 7 ? "middle" : "long";
}
