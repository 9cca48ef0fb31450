/** `GET /v1/titles` in its three modes (section 5). */
import { nowMs } from "../clock.ts";
import { decodeCursor, encodeCursor } from "../cursor.ts";
import type { Client } from "../database.ts";
import { limits } from "../limits.ts";
import { type Meta, readMeta } from "../meta.ts";
import {
  limitOf,
  onlyParameters,
  permittedDistrict,
  type Call,
  type Handler,
} from "../platform.ts";
import { Refusal } from "../refusal.ts";
import { selectTitles, titleOf, type TitleRow } from "../title-rows.ts";
import type { Level } from "../vocabulary.ts";

interface Walk {
  readonly client: Client;
  readonly meta: Meta;
  readonly district: string;
  readonly limit: number;
  readonly after: string | null;
  readonly level: Level;
}

interface Page {
  readonly rows: readonly TitleRow[];
  readonly total: number;
  /** Cursor behind the last row, null on the last page. */
  readonly next: string | null;
  readonly deltaToken: string | null;
}

export const titles: Handler = async (platform, call) => {
  onlyParameters(call.query, ["district", "limit", "after", "updatedSince", "delta"]);
  const district = permittedDistrict(call, call.query.get("district"));
  const limit = limitOf(call.query, 500, limits.maxPageItems);
  return platform.database.read(async (client) => {
    const meta = await readMeta(client);
    const after = call.query.get("after");
    const walk: Walk = { client, meta, district, limit, after, level: platform.level };
    const [mode, page] = await pageOf(walk, call);
    const { rows, total, next, deltaToken } = page;
    const items = rows.map(titleOf);
    return {
      body: { mode, district, ...meta, total, items, count: items.length, next, deltaToken },
    };
  });
};

async function pageOf(walk: Walk, call: Call): Promise<readonly [mode: string, page: Page]> {
  const since = call.query.get("updatedSince");
  const delta = call.query.get("delta");
  if (since !== null && delta !== null) {
    throw new Refusal("MALFORMED", "updatedSince and delta exclude each other");
  }
  if (delta !== null) return ["delta", await deltaPage(walk, delta)];
  return since === null ? ["full", await fullPage(walk)] : ["since", await sincePage(walk, since)];
}

async function fullPage(walk: Walk): Promise<Page> {
  const { client, district, limit, meta } = walk;
  const at = walk.after === null ? null : decodeCursor(walk.after, ["k", "r"], "BAD_CURSOR");
  const rows = await selectTitles(
    client,
    "district = $1 and not deleted and key > $2 order by key limit $3",
    [district, at?.k ?? "", limit + 1],
  );
  const total = await countTitles(client, "district = $1 and not deleted", [district]);
  const start = at?.r ?? meta.revision;
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    rows: rows.slice(0, limit),
    total,
    next: last === undefined ? null : encodeCursor({ k: last.key, r: start }),
    deltaToken: last === undefined ? deltaTokenAt(walk, start) : null,
  };
}

async function sincePage(walk: Walk, since: string): Promise<Page> {
  const { client, district, limit } = walk;
  if (Number.isNaN(Date.parse(since))) {
    throw new Refusal("MALFORMED", `updatedSince "${since}" is not an instant`);
  }
  const at = walk.after === null ? null : decodeCursor(walk.after, ["t", "k"], "BAD_CURSOR");
  const condition = "district = $1 and not deleted and updated_at >= $2";
  const rows = await selectTitles(
    client,
    `${condition} and (updated_at, key) > ($3::timestamptz, $4) order by updated_at, key limit $5`,
    [district, since, at?.t ?? "-infinity", at?.k ?? "", limit + 1],
  );
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    rows: rows.slice(0, limit),
    total: await countTitles(client, condition, [district, since]),
    next:
      last === undefined ? null : encodeCursor({ t: last.updated_at.toISOString(), k: last.key }),
    deltaToken: null,
  };
}

async function deltaPage(walk: Walk, delta: string): Promise<Page> {
  const { client, district, limit, meta } = walk;
  if (walk.level !== "L3") throw new Refusal("LEVEL_TOO_LOW", "delta tokens need level L3");
  const token = decodeCursor(delta, ["g", "r", "at"], "DELTA_EXPIRED");
  const ageMs = nowMs() - Number(token.at);
  if (token.g !== meta.generation || ageMs > limits.deltaTokenLifetimeSeconds * 1000) {
    throw new Refusal("DELTA_EXPIRED", "that token is too old or of another generation");
  }
  const at = walk.after === null ? null : decodeCursor(walk.after, ["v", "k", "to"], "BAD_CURSOR");
  const to = at?.to ?? meta.revision;
  const condition = "district = $1 and version > $2 and version <= $3";
  const rows = await selectTitles(
    client,
    `${condition} and (version, key) > ($4::bigint, $5) order by version, key limit $6`,
    [district, token.r, to, at?.v ?? "-1", at?.k ?? "", limit + 1],
  );
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    rows: rows.slice(0, limit),
    total: await countTitles(client, condition, [district, token.r, to]),
    next: last === undefined ? null : encodeCursor({ v: last.version, k: last.key, to }),
    deltaToken: last === undefined ? deltaTokenAt(walk, to) : null,
  };
}

async function countTitles(
  client: Client,
  condition: string,
  values: readonly unknown[],
): Promise<number> {
  const { rows } = await client.query<{ n: number }>(
    `select count(*)::int as n from city.title where ${condition}`,
    [...values],
  );
  return rows[0]?.n ?? 0;
}

function deltaTokenAt(walk: Walk, revision: string): string | null {
  if (walk.level !== "L3") return null;
  return encodeCursor({ g: walk.meta.generation, r: revision, at: String(nowMs()) });
}
