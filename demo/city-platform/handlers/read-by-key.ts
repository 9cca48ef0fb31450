/** `POST /v1/titles:batchGet` and `POST /v1/recommendations:batchGet` (section 8). */
import { listOf, membersOf, textOf } from "../checks.ts";
import type { Client } from "../database.ts";
import { maxKeysPerRead } from "../limits.ts";
import { readMeta } from "../meta.ts";
import { permittedDistrict, type Call, type Handler } from "../platform.ts";
import { selectTitles, titleOf } from "../title-rows.ts";

interface Asked {
  readonly district: string;
  readonly keys: readonly string[];
}

function askedOf(call: Call): Asked {
  const body = membersOf(call.body, "body", ["district", "keys"]);
  const district = permittedDistrict(call, textOf(body["district"], "district"));
  const keys = listOf(body["keys"], "keys", maxKeysPerRead).map((key, index) =>
    textOf(key, `keys[${index}]`, /^[0-9A-HJ-NPQRTUWXY]{18}\|[A-Z_]+\|[^|]+$/u),
  );
  return { district, keys: [...new Set(keys)] };
}

export const titlesByKey: Handler = async (platform, call) => {
  const { district, keys } = askedOf(call);
  return platform.database.read(async (client) => {
    const rows = await selectTitles(
      client,
      "district = $1 and key = any($2) and not deleted order by key",
      [district, keys],
    );
    const found = new Set(rows.map((row) => row.key));
    return {
      body: {
        items: rows.map(titleOf),
        missing: keys.filter((key) => !found.has(key)),
        revision: (await readMeta(client)).revision,
      },
    };
  });
};

export const recommendationsByKey: Handler = async (platform, call) => {
  const { district, keys } = askedOf(call);
  return platform.database.read(async (client) => {
    const held = await heldRecommendations(client, district, keys);
    const found = new Set(held.map((item) => item.key));
    return {
      body: {
        items: held.map((row) => ({ ...row, key: undefined })),
        missing: keys.filter((key) => !found.has(key)),
        revision: (await readMeta(client)).revision,
      },
    };
  });
};

interface Held {
  readonly key: string;
  readonly record: object;
  readonly entityVersion: string;
  readonly digest: string;
  readonly withdrawn: boolean;
  readonly decision: string;
  readonly updatedAt: string;
}

async function heldRecommendations(
  client: Client,
  district: string,
  keys: readonly string[],
): Promise<Held[]> {
  const { rows } = await client.query<{ [K in keyof Held]: Held[K] }>(
    `select key, record, entity_version::text as "entityVersion", encode(digest, 'hex') as digest, withdrawn, decision,
       updated_at as "updatedAt" from city.recommendation where district = $1 and key = any($2) order by key`,
    [district, keys],
  );
  return rows.map((row) => ({ ...row, updatedAt: new Date(row.updatedAt).toISOString() }));
}
