/** Five hundred specialists and officers, each with a token of their own, spread over towns, zones and the district. */
import { developmentToken } from "../../cli/development-token.ts";
import type { OpenStore } from "../../cli/open-store.ts";
import type { Config } from "../../config/options.ts";
import type { Tier } from "../../domain/vocabulary.ts";
import type { Pool } from "../../store/pool.ts";
import type { Subscriber } from "./burst.ts";
import { hear, hearBare, type Hearer } from "./hearer.ts";

export interface Listening {
  readonly config: Config;
  readonly store: OpenStore;
  readonly owner: Pool;
  readonly url: string;
  readonly bareUrl: string;
}

export interface Area {
  readonly tier: Tier;
  readonly code: string;
}

export const district: Area = { tier: "DISTRICT", code: "370211" };

/** As the town's, zone's or district's own. @param marker text that messages must hold to be counted. */
export async function hearAs(
  listening: Listening,
  area: Area,
  { marker, number = 0 }: { readonly marker: string; readonly number?: number },
): Promise<Hearer> {
  const token = await tokenOf(listening, area, number);
  return hear(listening.url.replace("http", "ws"), token, marker);
}

export function tokenOf({ config, store }: Listening, { tier, code }: Area, number = 0) {
  const role = tier === "DISTRICT" ? "OFFICER" : "SPECIALIST";
  const traits = { role, clearance: null, purpose: null, lifetimeS: 3_600 } as const;
  return developmentToken(config, store.secrets.tokenKey, {
    caller: { tier, areaCodes: [code] },
    traits: { ...traits, subject: `bench-${code}-${number}` },
  });
}

/** A few at a time, as people come to work: five hundred at once would be a measure of handshakes. */
export async function subscribe(
  listening: Listening,
  { by, count, marker }: { by: "goldseed" | "bare server"; count: number; marker: string },
): Promise<readonly Subscriber[]> {
  const areas = await areasOf(listening.owner);
  const all: Subscriber[] = [];
  while (all.length < count) {
    const next = Math.min(25, count - all.length);
    const coming = Array.from({ length: next }, async (_, i): Promise<Subscriber> => {
      const number = all.length + i;
      const area = areas[number % areas.length] ?? district;
      const hearer =
        by === "goldseed"
          ? await hearAs(listening, area, { marker, number })
          : await hearBare(`${listening.bareUrl}/${area.code}`, marker);
      return { area: area.tier === "DISTRICT" ? null : area.code, hearer };
    });
    all.push(...(await Promise.all(coming)));
  }
  return all;
}

/** Every town three times, every zone twice, the district four times: in turn until there are subscribers enough. */
async function areasOf(pool: Pool): Promise<readonly Area[]> {
  const { rows } = await pool.query<Area>(
    `select tier, code from (
       select 'TOWN' as tier, code, generate_series(1, 3) as n from areas where kind = 'TOWN'
       union all select 'ZONE', code, generate_series(1, 2) from areas where kind = 'ZONE'
       union all select 'DISTRICT', '370211', generate_series(1, 4)) a order by n, code`,
  );
  return rows;
}
