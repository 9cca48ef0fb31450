/**
 * Repeatable chance: every enterprise and topic has a stream of its own, so a change to one kind of fact leaves all
 * other facts of the district as they were.
 */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** At least 0, below 1 (mulberry32: 32 bits of state are plenty for the few draws of one stream). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  between([low, high]: readonly [number, number]): number {
    return low + this.next() * (high - low);
  }

  /** Between two positive bounds, every order of magnitude equally likely: few large, many small. */
  logBetween([low, high]: readonly [number, number]): number {
    return low * (high / low) ** this.next();
  }

  pick<T>(list: readonly T[]): T {
    const found = list[Math.floor(this.next() * list.length)];
    if (found === undefined) throw new Error("Nothing to pick from.");
    return found;
  }
}

/** The stream of one topic of one enterprise. */
export function streamOf(seed: number, ordinal: number, topic: string): Random {
  let hash = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(ordinal + 1, 0xc2b2ae35);
  for (let i = 0; i < topic.length; i++) {
    hash = Math.imul(hash ^ topic.charCodeAt(i), 0x01000193);
    hash ^= hash >>> 13;
  }
  return new Random(Math.imul(hash ^ (hash >>> 16), 0x45d9f3b));
}

/** Picks by weight in the time of a binary search. */
export function weightedPicker<T>(
  entries: readonly (readonly [T, number])[],
): (random: Random) => T {
  const sums: number[] = [];
  let total = 0;
  for (const [, weight] of entries) sums.push((total += weight));
  return (random) => {
    const wanted = random.next() * total;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) > wanted) high = middle;
      else low = middle + 1;
    }
    const found = entries[low];
    if (found === undefined) throw new Error("Nothing to pick from.");
    return found[0];
  };
}
