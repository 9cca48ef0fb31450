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
  const { slip, region, form, branch, place, address, number, time } = comparison;
  const one = (key: string): Term => ({ key, value: 1 });
  const numbered = number !== "NONE" && number !== "NOT_KEPT" && number !== "UNREGISTERED";
  const terms: Term[] = [
    one("base"),
    one(`name:${slip}:${lengthClass(slip, comparison.length)}`),
    one(`region:${region}`),
    one(`form:${form}`),
    one(`branch:${branch}`),
    one(`place:${place}${region === "MENTION_LACKS" || region === "NEITHER" ? ":noRegion" : ""}`),
    one(`address:${address}`),
    one(`number:${number}`),
    one(`time:${time}`),
  ];
  if (numbered) return terms;
  const rare = spare(comparison.mentionBits, sizeBits);
  if (slip === "EQUAL") {
    const bare = region === "MENTION_LACKS" || region === "NAME_LACKS" || region === "NEITHER";
    terms.push({ key: bare ? "rare:equal:noRegion" : "rare:equal", value: rare });
  } else if (slip === "PREFIX") terms.push({ key: "rare:prefix", value: rare });
  else {
    const odd = clip((comparison.mentionBits - comparison.nameBits) / 10, -1, 2.5);
    terms.push({ key: "odd:slip", value: odd });
    terms.push({ key: "rare:slip", value: spare(comparison.nameBits, sizeBits) });
  }
  return terms;
}

function lengthClass(slip: Comparison["slip"], length: number): string {
  if (slip === "EQUAL" || slip === "REORDERED") return "any";
  return length <= 4 ? "short" : length <= 7 ? "middle" : "long";
}

/** The sum of the terms' bits. */
export function scoreOf(terms: readonly Term[], weights: LinkWeights): number {
  let score = 0;
  for (const { key, value } of terms) score += (weights.bits[key] ?? 0) * value;
  return score;
}
