/**
 * The connections of a pool that prepared batches run on. A connection stays at hand after its batch, so that the next one
 * begins at once, without the pool's promises, timers and listeners; whoever else wants one of the pool gets those that are
 * idle, and after a second without work all go back.
 */
import { overOwnConnection } from "../over-own-connection.ts";
import type { Pool } from "../pool.ts";
import { Job } from "./job.ts";
import { Lane } from "./lane.ts";

const idleMs = 1_000;

interface Waiting {
  readonly job: Job;
  readonly late: NodeJS.Timeout;
}

export class LaneSet {
  readonly #pool: Pool;
  readonly #idle: Lane[] = [];
  readonly #waiting: Waiting[] = [];
  #taken = 0;
  /** Of those taken, how many the pool has not given yet. */
  #asked = 0;
  #usedSinceSweep = false;
  #isSweeping = false;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  run(job: Job): void {
    const lane = this.#idle.pop();
    if (lane) lane.run(job);
    else this.#wait(job);
  }

  /** Takes a waiting batch out of the line, and cancels one that runs in the database: best effort, it ends at its timeout. */
  cancel(job: Job, reason: Error): void {
    const { lane } = job;
    if (lane !== null) void overOwnConnection(this.#pool, (other) => lane.cancel(job, other));
    else if (this.#leaveLine(job)) {
      job.error = reason;
      job.settle();
    }
  }

  giveBackIdle(): void {
    for (const lane of this.#idle.splice(0)) this.#giveBack(lane);
  }

  #giveBack(lane: Lane): void {
    this.#taken -= 1;
    lane.leave();
  }

  #wait(job: Job): void {
    const { max, connectionTimeoutMillis } = this.#pool.options;
    const late = setTimeout(() => {
      if (!this.#leaveLine(job)) return;
      job.error = new Error("timeout exceeded when trying to connect");
      job.settle();
    }, connectionTimeoutMillis);
    this.#waiting.push({ job, late });
    if (this.#taken < max) void this.#takeAnother();
  }

  #leaveLine(job: Job): boolean {
    const at = this.#waiting.findIndex((each) => each.job === job);
    const [left] = at < 0 ? [] : this.#waiting.splice(at, 1);
    clearTimeout(left?.late);
    return left !== undefined;
  }

  async #takeAnother(): Promise<void> {
    this.#taken += 1;
    this.#asked += 1;
    const client = await this.#pool.connect().catch((error: Error) => error);
    this.#asked -= 1;
    if (!(client instanceof Error)) return this.#next(new Lane(client, (lane) => this.#next(lane)));
    this.#taken -= 1;
    this.#failFirst(client);
    if (this.#waiting.length > 0) void this.#takeAnother();
  }

  #failFirst(error: Error): void {
    const [first] = this.#waiting;
    if (!first || !this.#leaveLine(first.job)) return;
    first.job.error = error;
    first.job.settle();
  }

  /** A connection that has nothing to do. */
  #next(lane: Lane): void {
    if (lane.broken) {
      this.#taken -= 1;
      const at = this.#idle.indexOf(lane);
      if (at >= 0) this.#idle.splice(at, 1);
      if (this.#waiting.length > 0) void this.#takeAnother();
      return;
    }
    this.#usedSinceSweep = true;
    if (this.#pool.ending || this.#pool.waitingCount > this.#asked) {
      this.#giveBack(lane);
      if (this.#waiting.length > 0) void this.#takeAnother();
      return;
    }
    const [first] = this.#waiting;
    if (first && this.#leaveLine(first.job)) lane.run(first.job);
    else {
      this.#idle.push(lane);
      this.#sweepLater();
    }
  }

  #sweepLater(): void {
    if (this.#isSweeping) return;
    this.#isSweeping = true;
    setTimeout(() => {
      this.#isSweeping = false;
      if (!this.#usedSinceSweep) this.giveBackIdle();
      else if (this.#idle.length > 0) this.#sweepLater();
      this.#usedSinceSweep = false;
    }, idleMs).unref();
  }
}
