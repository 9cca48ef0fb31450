/** One round of portraits of one size: how long they take, and what the backend that answers does for them. */
import type { Pool } from "../../store/pool.ts";
import { diskBytesRead, pageFaults, threadCpuSeconds } from "../read/cpu.ts";
import { median } from "../read/rounds.ts";
import type { Ask } from "./askers.ts";

export interface Times {
  readonly medianMs: number;
  /** The tenth of the fastest: what the work costs when nothing else disturbs it. */
  readonly lowMs: number;
}

export interface Round extends Times {
  /** CPU of the one backend that answers. */
  readonly postgresMicros: number;
  readonly blocks: number;
  readonly blocksOutside: number;
  /** Of those outside, what the system did not have either. */
  readonly blocksFromDisk: number;
  /** Pages that the backend met for the first time: a new connection's share, which an old one has behind it. */
  readonly pagesMet: number;
}

export async function askTimes(ask: Ask, count: number): Promise<Times> {
  const times: number[] = [];
  for (let i = 0; i < count; i++) times.push(await ask());
  times.sort((a, b) => a - b);
  return { medianMs: median(times), lowMs: times[Math.floor(count / 10)] ?? 0 };
}

export async function askRound(pool: Pool, ask: Ask, count: number): Promise<Round> {
  // Asked for anew: a pool that stood idle while the next database was filled has another connection.
  const { rows } = await pool.query<{ pid: number }>("select pg_backend_pid() as pid");
  const backend = rows[0]?.pid ?? 0;
  const blocksBefore = await blocksOf(pool);
  const before = spentBy(backend);
  const times = await askTimes(ask, count);
  const after = spentBy(backend);
  const blocksAfter = await blocksOf(pool);
  return {
    ...times,
    postgresMicros: ((after.cpuSeconds - before.cpuSeconds) * 1e6) / count,
    blocks: (blocksAfter.all - blocksBefore.all) / count,
    blocksOutside: (blocksAfter.outside - blocksBefore.outside) / count,
    blocksFromDisk: (after.diskBytes - before.diskBytes) / 8_192 / count,
    pagesMet: (after.pages - before.pages) / count,
  };
}

const spentBy = (backend: number) => ({
  cpuSeconds: threadCpuSeconds(backend) ?? Number.NaN,
  pages: pageFaults(backend) ?? Number.NaN,
  diskBytes: diskBytesRead(backend) ?? Number.NaN,
});

/** Blocks looked at so far, and how many of them did not lie in the shared buffers. */
async function blocksOf(pool: Pool): Promise<{ readonly all: number; readonly outside: number }> {
  await pool.query("select pg_stat_force_next_flush()");
  const { rows } = await pool.query<{ all: number; outside: number }>(
    `select (blks_hit + blks_read)::float8 as "all", blks_read::float8 as outside
     from pg_stat_database where datname = current_database()`,
  );
  return rows[0] ?? { all: Number.NaN, outside: Number.NaN };
}
