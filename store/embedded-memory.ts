/**
 * How much of the machine's memory the embedded PostgreSQL takes: a quarter for the pages it keeps itself, as its manual
 * advises. A page that only the system's cache has is copied each time it is looked at, which at 4,000,000 enterprises
 * was a third of a portrait's blocks with 256 MB (docs/performance.md). Memory is taken when a page is first kept, not
 * at the start: what a server costs that keeps nothing is 20 MB for each GB of the bound.
 */
import { totalmem } from "node:os";

const megabyte = 1024 * 1024;
/** What PostgreSQL itself takes when told nothing; a machine of 512 MB has it. */
export const leastBufferBytes = 128 * megabyte;
/** Above it whoever has such a store says so; the server keeps an account of every page it might hold. */
const mostBufferBytes = 8192 * megabyte;

/** Of the machine, or of the container when it may have less. */
export function usableMemoryBytes(): number {
  // 0 when nothing limits it, or a number beyond every machine.
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}

/** A quarter, within bounds, in whole megabytes. */
export function bufferBytesFor(memoryBytes: number): number {
  const quarter = Math.floor(memoryBytes / 4 / megabyte) * megabyte;
  return Math.min(Math.max(quarter, leastBufferBytes), mostBufferBytes);
}

/** What the planner expects to find in memory, its own pages and the system's: half, for there is a gateway beside it. */
export function memorySettings(bufferBytes: number, memoryBytes: number): readonly string[] {
  const cached = Math.max(Math.floor(memoryBytes / 2), bufferBytes);
  return [
    `shared_buffers=${Math.floor(bufferBytes / 1024)}kB`,
    `effective_cache_size=${Math.floor(cached / 1024)}kB`,
  ];
}
