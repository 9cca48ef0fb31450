/** Which entity is of which cohort: the exact numbers of the scale, dealt out by the seed. */
import type { CohortId } from "./cohorts.ts";
import { Random } from "./random.ts";
import type { Scale } from "./scale.ts";

export interface RosterEntry {
  readonly ordinal: number;
  readonly cohort: CohortId;
  /** Place among the entities of its cohort, from 0: exact numbers of rarer things are given to the first so many. */
  readonly rank: number;
}

/** One entry per entity, in ordinal order. */
export function* dealRoster(scale: Scale, seed: number): Generator<RosterEntry> {
  const ids = scale.cohorts.map(([id]) => id);
  const deck = new Uint8Array(scale.cohorts.flatMap(([, count], place) => repeat(place, count)));
  shuffle(deck, new Random(seed ^ 0x5eed));
  const ranks = ids.map(() => 0);
  for (let ordinal = 0; ordinal < deck.length; ordinal++) {
    const place = deck[ordinal] ?? 0;
    const rank = ranks[place] ?? 0;
    ranks[place] = rank + 1;
    yield { ordinal, cohort: ids[place] as CohortId, rank };
  }
}

function repeat(value: number, count: number): number[] {
  return Array.from({ length: count }, () => value);
}

function shuffle(deck: Uint8Array, random: Random): void {
  for (let last = deck.length - 1; last > 0; last--) {
    const other = random.int(0, last);
    const kept = deck[last] ?? 0;
    deck[last] = deck[other] ?? 0;
    deck[other] = kept;
  }
}
