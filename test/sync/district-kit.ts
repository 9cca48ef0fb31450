/** A district with enterprises of its own and a city process beside it: what every test of the exchange starts from. */
import { Client } from "pg";
import { afterAll } from "vitest";

import type { CityPlatform } from "../../sync/platform/port.ts";
import { runSync, type RunSyncOptions, type SyncReport } from "../../sync/run-sync.ts";
import type { Pool } from "../../store/pool.ts";
import { startCity, type City, type CityOptions } from "../demo/city-platform/start-city.ts";
import { creditCodeOf } from "../demo/city-platform/titles-for-tests.ts";
import { connectTo, district } from "./connect-to.ts";
import { createTestDatabase, type TestDatabase } from "../kit/database.ts";

export interface District {
  readonly database: TestDatabase;
  readonly city: City;
  readonly platform: CityPlatform;
  /** One exchange, without waiting between attempts. */
  sync(options?: Partial<RunSyncOptions>): Promise<SyncReport>;
  /** Enterprises 0 to count - 1, in a town of their own. */
  registerEnterprises(count: number): Promise<void>;
  recommend(no: number, changes?: Partial<Recommendation>): Promise<void>;
  /** A session of its own as the owner, for transactions that overlap; ends with the file. */
  session(): Promise<Client>;
  /** Rows of a query by the owner. */
  rows<T extends object>(text: string, values?: readonly unknown[]): Promise<readonly T[]>;
}

export interface Recommendation {
  readonly kind: string;
  readonly batch: string;
  readonly state: string;
  readonly reason: string | null;
}

/** Call at the top of a `.pg.test.ts` file. */
export async function createDistrict(cityOptions: CityOptions = {}): Promise<District> {
  const database = await createTestDatabase();
  return districtOver(database, cityOptions, ({ url }) => connectTo(url));
}

/** The same over another way to the city. */
export async function districtOver(
  database: TestDatabase,
  cityOptions: CityOptions,
  connect: (city: City) => CityPlatform,
): Promise<District> {
  const city = await startCity(cityOptions);
  const platform = connect(city);
  afterAll(() => platform.close());
  const { owner, worker } = database;
  return {
    database,
    city,
    platform,
    sync: (options = {}) =>
      runSync({
        pool: worker,
        platform,
        district,
        force: true,
        wait: () => Promise.resolve(),
        ...options,
      }),
    registerEnterprises: (count) => registerEnterprises(owner, count),
    recommend: (no, changes = {}) => recommend(owner, no, changes),
    session: () => openSession(database.ownerUrl),
    rows: async (text, values = []) => (await owner.query(text, [...values])).rows,
  };
}

async function openSession(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  // The database is dropped with its sessions.
  client.on("error", () => undefined);
  await client.connect();
  return client;
}

async function registerEnterprises(owner: Pool, count: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, no) => ({
    credit_code: creditCodeOf(no),
    name: `青岛第${no}机械有限公司`,
  }));
  await owner.query(
    `insert into enterprises (credit_code, town_code, name, kind, status, source_id, record_key, link_method,
       link_confidence, content_digest)
     select credit_code, '370211001', name, 'COMPANY', 'ACTIVE', 'test', credit_code, 'REGISTRY', 1, ''
     from jsonb_to_recordset($1) as r(credit_code text, name text) on conflict do nothing`,
    [JSON.stringify(rows)],
  );
}

async function recommend(owner: Pool, no: number, changes: Partial<Recommendation>): Promise<void> {
  const { kind, batch, state, reason } = {
    kind: "GAZELLE",
    batch: "2026-2",
    state: "PROPOSED",
    reason: null,
    ...changes,
  };
  await owner.query(
    `insert into recommendations (credit_code, town_code, kind, batch, state, reason, recommended_on)
     values ($1, '370211001', $2, $3, $4, $5, '2026-11-20')
     on conflict (credit_code, kind, batch) do update set state = excluded.state, reason = excluded.reason`,
    [creditCodeOf(no), kind, batch, state, reason],
  );
}
