import { beforeEach, describe, expect, it } from "vitest";

import type { PoolClient } from "../../../store/pool.ts";
import { carryScope, moveEnterprise } from "../../../store/queries/move-enterprise.ts";
import { inTransaction } from "../../../store/transaction.ts";
import { createTestDatabase } from "../../kit/database.ts";

const database = await createTestDatabase();
const { owner, worker } = database;

const scoped = await owner.query<{ name: string }>(
  "select tablename as name from pg_policies where policyname = 'town_rows' and tablename <> 'enterprises' order by 1",
);
const tables = scoped.rows.map(({ name }) => name);

/** Rows of A and B in every scoped table, constraints aside: what matters here is the scope alone. */
beforeEach(() =>
  inTransaction(owner, async (client) => {
    await client.query("set local session_replication_role = replica");
    for (const table of ["enterprises", ...tables]) {
      await client.query(`truncate ${table} cascade`);
      await client.query(await insertInto(client, table));
    }
  }),
);

async function insertInto(client: PoolClient, table: string): Promise<string> {
  const { rows } = await client.query<{ column: string; type: string; choices: string | null }>(
    `select a.attname as column, format_type(a.atttypid, a.atttypmod) as type,
      (select substring(pg_get_constraintdef(c.oid) from '''([^'']*)''') from pg_constraint c
        where c.conrelid = a.attrelid and c.contype = 'c' and c.conkey = array[a.attnum]) as choices
    from pg_attribute a where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attnotnull
      and a.attgenerated = '' and a.attname not in ('credit_code', 'town_code', 'zone_code')`,
    [table],
  );
  const columns = rows.map((row) => `, ${row.column}`).join("");
  const values = rows.map(({ type, choices }) => `, ${valueOf(type, choices)}`).join("");
  return `insert into ${table} (credit_code, town_code, zone_code${columns})
    select code, 't1', 'z1'${values} from unnest(array['A', 'B']) as code`;
}

function valueOf(type: string, choices: string | null): string {
  if (choices !== null) return `'${choices}'`;
  if (type.endsWith("[]")) return "'{}'";
  if (type === "uuid") return "gen_random_uuid()";
  if (type === "jsonb") return "'{}'";
  if (type === "date" || type.startsWith("timestamp")) return "'2026-01-01'";
  // In a library: else a list's read model would not keep its row.
  if (type === "boolean") return "true";
  return type === "text" ? "'x'" : type === "bytea" ? "''" : "1";
}

async function scopesOf(table: string) {
  const { rows } = await owner.query<{ scope: string }>(
    `select concat_ws(' ', credit_code, town_code, zone_code) as scope from ${table} order by credit_code`,
  );
  return rows.map(({ scope }) => scope);
}

describe("moveEnterprise", () => {
  it("moves the rows of every scoped table, and of no other enterprise", async () => {
    expect(tables.length).toBeGreaterThan(25);
    await inTransaction(worker, (client) =>
      moveEnterprise(client, {
        creditCode: "A",
        townCode: "t2",
        zoneCode: null,
        method: "OFFICER",
        confidence: 1,
      }),
    );
    for (const table of ["enterprises", ...tables]) {
      expect(await scopesOf(table), table).toEqual(["A t2", "B t1 z1"]);
    }
    const { rows } = await owner.query(
      "select town_method, version from enterprises where credit_code = 'A'",
    );
    expect(rows).toEqual([{ town_method: "OFFICER", version: 2 }]);
  });

  it("refuses an enterprise that does not exist", async () => {
    const move = {
      creditCode: "C",
      townCode: "t2",
      zoneCode: null,
      method: "OFFICER",
      confidence: 1,
    };
    await expect(
      inTransaction(worker, (client) => moveEnterprise(client, move)),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("carryScope", () => {
  it("changes nothing where all rows agree already", async () => {
    expect(await inTransaction(worker, (client) => carryScope(client, ["A", "B"]))).toBe(0);
    expect(await inTransaction(worker, (client) => carryScope(client, []))).toBe(0);
  });
});
