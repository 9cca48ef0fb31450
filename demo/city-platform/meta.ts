/** The platform's counters: where its data stands. */
import type { Client } from "./database.ts";

export interface Meta {
  readonly generation: string;
  readonly revision: string;
}

export async function readMeta(client: Client): Promise<Meta> {
  const { rows } = await client.query<Meta>("select generation, revision::text from city.meta");
  const [meta] = rows;
  if (meta === undefined) throw new Error("the platform's database has no row in city.meta");
  return meta;
}

/** Takes the lock under which all changes happen one after another, and the number of this change. */
export async function nextRevision(client: Client): Promise<string> {
  const { rows } = await client.query<{ revision: string }>(
    "update city.meta set revision = revision + 1 returning revision::text",
  );
  return rows[0]?.revision ?? "0";
}
