/**
 * How many are worked on at once, and who is next. First come, first served; but what an area asks for beyond its
 * allowance is put behind what others ask meanwhile, the further the more it has asked for. No place stays empty while
 * somebody waits, save the last quarter, which no area takes alone: whoever comes after a flood of slow work finds a place.
 *
 * Rejected: a share of the places for each area of the last second. With 34 areas over four places each had one, and
 * requests of one area stood in line while connections were idle: p99 was six times p50. Rejected too: fair queueing by
 * what each area has had so far; an area that is owed little waits until all who are owed more have stopped asking.
 */
import { GoldseedError } from "../../domain/errors.ts";

export interface AdmissionOptions {
  readonly maxInFlight: number;
  readonly maxWaiting: number;
  readonly maxWaitMs: number;
  /** Milliseconds, only ever growing. */
  readonly clock?: () => number;
}

/** Whose request it is. */
export interface Claimant {
  readonly key: string;
  /** Its part of the places against others': a district has more people behind one key than a town. */
  readonly weight: number;
}

interface Party {
  readonly key: string;
  readonly weight: number;
  inFlight: number;
  waiting: number;
}

interface Waiter {
  readonly party: Party;
  /** When it came, later by the handicap: the queue is in this order. */
  readonly dueMs: number;
  readonly enter: () => void;
  readonly refuse: () => void;
}

/** An area that has not asked for this long does not keep places from others. */
const activeForMs = 1_000;
/** Requests an area may have under way or waiting, for each of its weight, before it gives way to others. */
const allowance = 4;
/** Each request beyond it is put behind all that others ask in this time. */
const handicapMs = 50;
/** Areas are few; beyond it those without a request are forgotten. */
const mostParties = 1_000;
const anybody: Claimant = { key: "", weight: 1 };

export class Admission {
  readonly #options: AdmissionOptions;
  readonly #parties = new Map<string, Party>();
  readonly #clock: () => number;
  readonly #queue: Waiter[] = [];
  readonly #mostOfOne: number;
  /** The last two areas that asked, and when: whether somebody else is there is told without looking at all. */
  #newest = { key: "", atMs: Number.NEGATIVE_INFINITY };
  #before = { key: "", atMs: Number.NEGATIVE_INFINITY };
  #inFlight = 0;

  constructor(options: AdmissionOptions) {
    this.#options = options;
    this.#clock = options.clock ?? (() => performance.now());
    const { maxInFlight } = options;
    this.#mostOfOne = Math.max(1, maxInFlight - Math.ceil(maxInFlight / 4));
  }

  get inFlight(): number {
    return this.#inFlight;
  }

  get waiting(): number {
    return this.#queue.length;
  }

  /** @returns a function that gives the place back. @throws GoldseedError OVERLOADED */
  async admit(
    claimant: Claimant = anybody,
    maxWaitMs: number = this.#options.maxWaitMs,
  ): Promise<() => void> {
    const place = this.enterNow(claimant);
    if (place !== null) return place;
    const party = this.#partyOf(claimant);
    await this.#wait(party, maxWaitMs);
    return this.#placeOf(party);
  }

  /** The same where a place is free. @returns null where there is none: whoever wants to wait is to be admitted. */
  enterNow(claimant: Claimant): (() => void) | null {
    const party = this.#partyOf(claimant);
    this.#note(party);
    if (!this.#mayEnter(party)) return null;
    this.#enter(party);
    return this.#placeOf(party);
  }

  #placeOf(party: Party): () => void {
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
      if (this.#parties.size >= mostParties) this.#forgetIdle();
      this.#parties.set(key, (party = { key, weight, inFlight: 0, waiting: 0 }));
    }
    return party;
  }

  #forgetIdle(): void {
    for (const { key, inFlight, waiting } of this.#parties.values())
      if (inFlight + waiting === 0) this.#parties.delete(key);
  }

  #note({ key }: Party): void {
    if (key !== this.#newest.key) this.#before = this.#newest;
    this.#newest = { key, atMs: this.#clock() };
  }

  #mayEnter(party: Party): boolean {
    if (this.#inFlight >= this.#options.maxInFlight) return false;
    return party.inFlight < this.#mostOfOne || this.#isAlone(party);
  }

  #isAlone({ key, inFlight, waiting }: Party): boolean {
    if (this.#inFlight > inFlight || this.#queue.length > waiting) return false;
    const { atMs } = this.#newest.key === key ? this.#before : this.#newest;
    return this.#clock() - atMs >= activeForMs;
  }

  #enter(party: Party): void {
    party.inFlight += 1;
    this.#inFlight += 1;
  }

  #admitNext(): void {
    for (let at = 0; at < this.#queue.length && this.#inFlight < this.#options.maxInFlight;) {
      const waiter = this.#queue[at] as Waiter;
      if (this.#mayEnter(waiter.party)) {
        this.#leave(waiter);
        this.#enter(waiter.party);
        waiter.enter();
      } else at += 1;
    }
  }

  #wait(party: Party, maxWaitMs: number): Promise<void> {
    if (this.#queue.length >= this.#options.maxWaiting && !this.#makeRoom(party))
      throw overloaded();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#leave(waiter);
        reject(overloaded());
      }, maxWaitMs);
      const waiter: Waiter = {
        party,
        dueMs: this.#dueMs(party),
        enter: () => {
          clearTimeout(timer);
          resolve();
        },
        refuse: () => {
          clearTimeout(timer);
          reject(overloaded());
        },
      };
      party.waiting += 1;
      const behind = this.#queue.findLastIndex(({ dueMs }) => dueMs <= waiter.dueMs);
      this.#queue.splice(behind + 1, 0, waiter);
    });
  }

  #dueMs({ inFlight, waiting, weight }: Party): number {
    const beyond = Math.max(0, (inFlight + waiting + 1) / weight - allowance);
    return this.#clock() + beyond * handicapMs;
  }

  #leave(waiter: Waiter): void {
    const at = this.#queue.indexOf(waiter);
    if (at < 0) return;
    this.#queue.splice(at, 1);
    waiter.party.waiting -= 1;
  }

  /** The newest of the area with most waiting makes room for one that has fewer. */
  #makeRoom(newcomer: Party): boolean {
    let longest = newcomer;
    for (const { party } of this.#queue) if (queueOf(party) > queueOf(longest)) longest = party;
    if (queueOf(longest) <= queueOf(newcomer) + 1 / newcomer.weight) return false;
    const last = this.#queue.findLast(({ party }) => party === longest);
    if (!last) return false;
    this.#leave(last);
    last.refuse();
    return true;
  }
}

const queueOf = ({ waiting, weight }: Party) => waiting / weight;

function overloaded(): GoldseedError {
  return new GoldseedError(
    "OVERLOADED",
    "系统繁忙，请稍后再试。 The gateway is at its limit; try again after the time in Retry-After.",
    { details: { retryAfterS: 1 } },
  );
}
