/** One batch on its way to the database, and the rows that have come of it. */
import type { Batch } from "../prepared-batch.ts";
import type { Lane } from "./lane.ts";

export type Done = (error: Error | null, bytes: Buffer | null) => void;

const nothing = Buffer.alloc(0);
const lineBreak = Buffer.from("\n");

export class Job {
  readonly batch: Batch;
  readonly #done: Done;
  readonly #rows: Buffer[] = [];
  /** Where it runs; null while it waits. */
  lane: Lane | null = null;
  /** Statements of the batch that are done. */
  commands = 0;
  error: Error | null = null;

  constructor(batch: Batch, done: Done) {
    this.batch = batch;
    this.#done = done;
  }

  /** A row is the number of its columns, and each column its length, -1 for null, before its bytes. */
  takeRow(bytes: Buffer, start: number): void {
    if (this.commands < this.batch.length - 1) return;
    const length = bytes.readInt32BE(start + 2);
    this.#rows.push(length < 0 ? nothing : bytes.subarray(start + 6, start + 6 + length));
  }

  settle(): void {
    this.#done(this.error, this.error === null ? joined(this.#rows) : null);
  }
}

function joined(rows: readonly Buffer[]): Buffer | null {
  const [only] = rows;
  if (only === undefined || rows.length === 1) return only ?? null;
  return Buffer.concat(rows.flatMap((row, index) => (index === 0 ? [row] : [lineBreak, row])));
}
