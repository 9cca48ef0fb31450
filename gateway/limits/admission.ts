/**
 * How many requests are worked on at once, shared fairly between areas. A few more wait a little; beyond them the area
 * that has most waiting loses its newest. An area that floods keeps its share of the database's connections and no more
 * as long as others ask too; alone it may use them all.
 */
import { GoldseedError } from "../../domain/errors.ts";

export interface AdmissionOptions {
  readonly maxInFlight: number;
  readonly maxWaiting: number;
  readonly maxWaitMs: number;
  /** Places that are shared by weight while several areas ask: the connections of the pool. Unshared when left out. */
  readonly sharedPlaces?: number;
  /** Milliseconds, only ever growing. */
  readonly clock?: () => number;
}

/** Whose request it is. */
export interface Claimant {
  readonly key: string;
  /** Its part of the places against others': a district has more people behind one key than a town. */
  readonly weight: number;
}

interface Waiter {
  readonly enter: () => void;
  readonly refuse: () => void;
}

interface Party {
  readonly weight: number;
  inFlight: number;
  askedAtMs: number;
  /** Number of its last turn: among equals the one that has not had one for longest comes first. */
  turn: number;
  readonly waiting: Waiter[];
}

/** An area that has not asked for this long does not keep places from others. */
const activeForMs = 1_000;
const anybody: Claimant = { key: "", weight: 1 };

export class Admission {
  readonly #options: AdmissionOptions;
  readonly #parties = new Map<string, Party>();
  readonly #clock: () => number;
  #inFlight = 0;
  #waiting = 0;
  #turns = 0;

  constructor(options: AdmissionOptions) {
    this.#options = options;
    this.#clock = options.clock ?? (() => performance.now());
  }

  /** @returns a function that gives the place back. @throws GoldseedError OVERLOADED */
  async admit(claimant: Claimant = anybody): Promise<() => void> {
    const party = this.#partyOf(claimant);
    party.askedAtMs = this.#clock();
    if (party.waiting.length === 0 && this.#mayEnter(party)) this.#enter(party);
    else await this.#wait(party);
    let released = false;
    return () => {
      if (released) return;
      released = true;
      party.inFlight -= 1;
      this.#inFlight -= 1;
      this.#admitNext();
    };
  }

  #partyOf({ key, weight }: Claimant): Party {
    let party = this.#parties.get(key);
    if (!party) {
      this.#forgetIdle();
      this.#parties.set(
        key,
        (party = { weight, inFlight: 0, askedAtMs: this.#clock(), turn: 0, waiting: [] }),
      );
    }
    return party;
  }

  #forgetIdle(): void {
    for (const [key, party] of this.#parties) if (!this.#isActive(party)) this.#parties.delete(key);
  }

  #isActive({ inFlight, waiting, askedAtMs }: Party): boolean {
    return inFlight > 0 || waiting.length > 0 || this.#clock() - askedAtMs < activeForMs;
  }

  #mayEnter(party: Party): boolean {
    return this.#inFlight < this.#options.maxInFlight && party.inFlight < this.#shareOf(party);
  }

  #shareOf(party: Party): number {
    const { sharedPlaces } = this.#options;
    if (sharedPlaces === undefined) return Number.POSITIVE_INFINITY;
    let weights = 0;
    for (const each of this.#parties.values()) if (this.#isActive(each)) weights += each.weight;
    if (weights <= party.weight) return Number.POSITIVE_INFINITY;
    return Math.max(1, Math.floor((sharedPlaces * party.weight) / weights));
  }

  #enter(party: Party): void {
    party.inFlight += 1;
    party.turn = ++this.#turns;
    this.#inFlight += 1;
  }

  /** Whoever holds least of its weight comes first; inside one area the longest waiting. */
  #admitNext(): void {
    for (;;) {
      let next: Party | undefined;
      for (const party of this.#parties.values())
        if (party.waiting.length > 0 && this.#mayEnter(party) && isLess(party, next)) next = party;
      if (!next) return;
      this.#enter(next);
      this.#waiting -= 1;
      next.waiting.shift()?.enter();
    }
  }

  #wait(party: Party): Promise<void> {
    if (this.#waiting >= this.#options.maxWaiting && !this.#makeRoom(party)) throw overloaded();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#leave(party, waiter);
        reject(overloaded());
      }, this.#options.maxWaitMs);
      const waiter: Waiter = {
        enter: () => {
          clearTimeout(timer);
          resolve();
        },
        refuse: () => {
          clearTimeout(timer);
          reject(overloaded());
        },
      };
      party.waiting.push(waiter);
      this.#waiting += 1;
    });
  }

  #leave(party: Party, waiter: Waiter): void {
    const at = party.waiting.indexOf(waiter);
    if (at < 0) return;
    party.waiting.splice(at, 1);
    this.#waiting -= 1;
  }

  /** The newest of the area with most waiting makes room for one that has fewer. */
  #makeRoom(newcomer: Party): boolean {
    let longest = newcomer;
    for (const party of this.#parties.values())
      if (queueOf(party) > queueOf(longest)) longest = party;
    if (queueOf(longest) <= queueOf(newcomer) + 1 / newcomer.weight) return false;
    const last = longest.waiting.at(-1);
    if (!last) return false;
    this.#leave(longest, last);
    last.refuse();
    return true;
  }
}

const queueOf = ({ waiting, weight }: Party) => waiting.length / weight;

function isLess(party: Party, than: Party | undefined): boolean {
  if (than === undefined) return true;
  const difference = party.inFlight / party.weight - than.inFlight / than.weight;
  return difference === 0 ? party.turn < than.turn : difference < 0;
}

function overloaded(): GoldseedError {
  return new GoldseedError(
    "OVERLOADED",
    "系统繁忙，请稍后再试。 The gateway is at its limit; try again after the time in Retry-After.",
    { details: { retryAfterS: 1 } },
  );
}
