/** What the operator's port can do; the list with words is in README.md. */
import { instantNow, setClockOffset } from "./clock.ts";
import { digestTree } from "./digest-tree.ts";
import { editRecommendations, type RecommendationEdit } from "./edit-recommendations.ts";
import { parseFault } from "./faults/fault-box.ts";
import { addDistrictKey, addKeys, type DistrictKey, type NewKey } from "./keys.ts";
import { readMeta, nextRevision } from "./meta.ts";
import { layOut, type ParcelDesk } from "./parcels/lay-out.ts";
import type { ListFormat } from "./parcels/office.ts";
import { pickUp } from "./parcels/pick-up.ts";
import { readLaidLists, takeReceipts } from "./parcels/take-receipts.ts";
import type { ParcelKey } from "./parcels/sign-parcel.ts";
import type { Platform } from "./platform.ts";
import { parseSeed, writeSeed } from "./seed.ts";
import { approve, settleDeferred } from "./settle.ts";
import { selectTitles, titleOf } from "./title-rows.ts";
import { levels, trees } from "./vocabulary.ts";
import { deleteTitles } from "./write-titles.ts";

export interface AdminCall {
  readonly platform: Platform;
  readonly text: string;
  readonly query: URLSearchParams;
}

type AdminRoute = (call: AdminCall) => Promise<unknown>;

const jsonOf = (call: AdminCall): unknown => JSON.parse(call.text === "" ? "{}" : call.text);

async function seed(call: AdminCall): Promise<unknown> {
  const { database, district } = call.platform;
  const parsed = parseSeed(call.text, district);
  if (call.query.get("mode") === "replace") {
    await database.write(async (client) => {
      const { rows } = await client.query<{ key: string }>(
        "select key from city.title where not deleted",
      );
      const kept = new Set(parsed.titles.map((t) => `${t.creditCode}|${t.kind}|${t.batch}`));
      await deleteTitles(
        client,
        rows.map((row) => row.key).filter((key) => !kept.has(key)),
      );
    });
  }
  return writeSeed(database, parsed);
}

async function state({ platform }: AdminCall): Promise<unknown> {
  return platform.database.read(async (client) => {
    const meta = await readMeta(client);
    const { rows } = await client.query<Record<string, number>>(
      `select (select count(*)::int from city.title where not deleted) as titles,
         (select count(*)::int from city.title where deleted) as deleted,
         (select count(*)::int from city.recommendation) as recommendations,
         (select count(*)::int from city.batch) as batches,
         (select count(*)::int from city.refused_request) as refused`,
    );
    const roots: Record<string, string> = {};
    for (const tree of trees) {
      const cut = `${meta.generation}/${meta.revision}`;
      roots[tree] = (await digestTree(client, tree, platform.district, cut)).root;
    }
    return { ...meta, level: platform.level, now: instantNow(), ...rows[0], roots };
  });
}

async function changeGeneration({ platform }: AdminCall): Promise<unknown> {
  return platform.database.write(async (client) => {
    await nextRevision(client);
    await client.query("update city.meta set generation = gen_random_uuid()");
    return readMeta(client);
  });
}

function deskOf({ platform }: AdminCall): ParcelDesk {
  if (platform.desk === null) throw new Error("no place for parcels: --files or --exchange-url");
  return platform.desk;
}

export const adminRoutes: Readonly<Record<string, AdminRoute>> = {
  "POST /admin/seed": seed,
  "PUT /admin/titles": async (call) => {
    const lines = (jsonOf(call) as object[]).map((line) => JSON.stringify(line));
    return writeSeed(call.platform.database, parseSeed(lines.join("\n"), call.platform.district));
  },
  "DELETE /admin/titles": async (call) => {
    const { keys } = jsonOf(call) as { keys: string[] };
    return { deleted: await call.platform.database.write((client) => deleteTitles(client, keys)) };
  },
  "GET /admin/titles": async ({ platform }) =>
    platform.database.read(async (client) =>
      (await selectTitles(client, "not deleted order by key", [])).map(titleOf),
    ),
  "PUT /admin/recommendations": async (call) => ({
    edited: await editRecommendations(call.platform.database, jsonOf(call) as RecommendationEdit[]),
  }),
  "GET /admin/recommendations": async ({ platform }) => {
    const { rows } = await platform.database.pool.query<object>(
      `select key, record, generation::text, entity_version::text as "entityVersion", withdrawn, decision,
         batch_key as "batchKey" from city.recommendation order by key`,
    );
    return rows;
  },
  "GET /admin/state": state,
  "POST /admin/approve": async (call) => {
    const { limit = 100 } = jsonOf(call) as { limit?: number };
    return { approved: await approve(call.platform.database, limit) };
  },
  "POST /admin/settle": async ({ platform }) => ({
    settled: await settleDeferred(platform.database),
  }),
  "POST /admin/faults": async (call) => {
    const fault = parseFault(jsonOf(call));
    call.platform.faults.add(fault);
    return fault;
  },
  "DELETE /admin/faults": async ({ platform }) => {
    platform.faults.clear();
    return {};
  },
  "GET /admin/faults": async ({ platform }) => platform.faults.list(),
  "POST /admin/clock": async (call) => {
    setClockOffset((jsonOf(call) as { offsetMs: number }).offsetMs);
    return { now: instantNow() };
  },
  "POST /admin/level": async (call) => {
    const wanted = (jsonOf(call) as { level: string }).level;
    const level = levels.find((name) => name === wanted);
    if (level === undefined) throw new Error(`level "${wanted}" is none of ${levels.join(", ")}`);
    call.platform.level = level;
    return { level };
  },
  "POST /admin/parcels/lay-out": async (call) => {
    const { format = "csv" } = jsonOf(call) as { format?: ListFormat };
    return layOut(call.platform, deskOf(call), format);
  },
  "POST /admin/parcels/pick-up": async (call) => ({
    ...(await pickUp(call.platform, deskOf(call))),
    ...(await takeReceipts(call.platform, deskOf(call))),
  }),
  "GET /admin/parcels/lists": async ({ platform }) => readLaidLists(platform),
  "PUT /admin/parcels/key": async (call) => {
    deskOf(call).key = jsonOf(call) as ParcelKey;
    return {};
  },
  "POST /admin/generation": changeGeneration,
  "PUT /admin/keys": async (call) => {
    await addKeys(call.platform.database, jsonOf(call) as NewKey[], call.platform.district);
    return {};
  },
  "DELETE /admin/keys": async (call) => {
    const { id } = jsonOf(call) as { id: string };
    await call.platform.database.pool.query("delete from city.api_key where id = $1", [id]);
    return {};
  },
  "PUT /admin/district-keys": async (call) => {
    const { database, district } = call.platform;
    await addDistrictKey(database, jsonOf(call) as DistrictKey, district);
    return {};
  },
  "POST /admin/forget-batches": async ({ platform }) => {
    const { rowCount } = await platform.database.pool.query("delete from city.batch");
    return { forgotten: rowCount };
  },
  "PUT /admin/closed-batches": async (call) => {
    await call.platform.database.pool.query(
      "insert into city.closed_batch select unnest($1::text[]) on conflict do nothing",
      [jsonOf(call) as string[]],
    );
    return {};
  },
};
