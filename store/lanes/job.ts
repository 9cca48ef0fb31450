/** One batch on its way to the database, and the rows that have come of it. */
import { Octets } from "../../lib/octets.ts";
import type { Batch } from "../prepared-batch.ts";
import type { Lane } from "./lane.ts";
import type { Body } from "./message-splitter.ts";

export type Done = (error: Error | null, bytes: Octets | null) => void;

export class Job {
  readonly batch: Batch;
  readonly #done: Done;
  readonly #rows: string[] = [];
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
  takeRow(bytes: Buffer, { start }: Body): void {
    if (this.commands < this.batch.length - 1) return;
    const length = Math.max(0, bytes.readInt32BE(start + 2));
    this.#rows.push(bytes.toString("latin1", start + 6, start + 6 + length));
  }

  settle(): void {
    this.#done(this.error, this.error === null ? joined(this.#rows) : null);
  }
}

function joined(rows: readonly string[]): Octets | null {
  return rows.length === 0 ? null : new Octets(rows.join("\n"));
}
