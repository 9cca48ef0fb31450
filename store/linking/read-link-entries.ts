/** Streams the register for the linker: every enterprise with its names over time and the numbers it was known by. */
import type { RegisteredName, RegistryEntry } from "../../domain/linking/registry-entry.ts";
import type { Pool } from "../pool.ts";
import { inTransaction } from "../transaction.ts";

interface EntryRow {
  readonly creditCode: string;
  readonly name: string;
  readonly address: string | null;
  readonly formerNames: readonly { name: string; from: string; to: string | null }[] | null;
  readonly formerCodes: string[] | null;
  readonly registrationNumber: string | null;
}

/** Rows of one fetch: a cursor keeps memory flat, and larger fetches are not faster. */
const fetchRows = 10_000;

/** Former names and numbers are put together once, set-based: a lateral join per enterprise takes four times as long. */
const select = (where: string) => `
  with former as (
    select n.credit_code, jsonb_agg(jsonb_build_object('name', n.name, 'from', n.valid_from, 'to', n.valid_to)) as names
    from enterprise_names n where n.valid_to is not null ${where} group by n.credit_code
  ), numbers as (
    select n.credit_code, array_agg(alias) filter (where kind = 'CREDIT_CODE') as codes,
      max(alias) filter (where kind = 'REGISTRATION_NUMBER') as registration_number
    from enterprise_aliases n where true ${where} group by n.credit_code
  )
  select n.credit_code as "creditCode", n.name, n.address, f.names as "formerNames", a.codes as "formerCodes",
    a.registration_number as "registrationNumber"
  from enterprises n left join former f using (credit_code) left join numbers a using (credit_code)
  where true ${where} order by n.credit_code`;

const entries = `/* store:link-entries */ declare link_entries no scroll cursor for${select("")}`;

const ofCodes = `/* store:link-entries-of-codes */ ${select("and n.credit_code = any ($1)")}`;

const bearers = `/* store:link-bearers */ select credit_code as code from enterprises where credit_code = any ($1)
  union select credit_code from enterprise_aliases where alias = any ($1)`;

/** Every enterprise that bears one of these credit codes, now or formerly. */
export async function readEntriesOfCodes(
  pool: Pool,
  codes: readonly string[],
): Promise<readonly RegistryEntry[]> {
  const found = await pool.query<{ code: string }>(bearers, [codes]);
  const { rows } = await pool.query<EntryRow>(ofCodes, [found.rows.map(({ code }) => code)]);
  return rows.map(entryOf);
}

/** Calls `take` with each enterprise, in the order of credit codes: the same register makes the same linker. */
export async function readLinkEntries(
  pool: Pool,
  take: (entry: RegistryEntry) => void,
): Promise<void> {
  await inTransaction(
    pool,
    async (client) => {
      await client.query(entries);
      for (;;) {
        const { rows } = await client.query<EntryRow>(`fetch ${fetchRows} from link_entries`);
        for (const row of rows) take(entryOf(row));
        if (rows.length < fetchRows) return;
      }
    },
    { statementTimeoutMs: 0, isolation: "repeatable read" },
  );
}

function entryOf(row: EntryRow): RegistryEntry {
  const former = (row.formerNames ?? []).map(({ name, from, to }): RegisteredName => ({
    name,
    former: true,
    validFrom: from,
    ...(to === null ? {} : { validTo: to }),
  }));
  return {
    id: row.creditCode,
    creditCode: row.creditCode,
    ...(row.formerCodes === null ? {} : { formerCodes: row.formerCodes }),
    registrationNumber: row.registrationNumber ?? "",
    address: row.address ?? "",
    city: "",
    names: [{ name: row.name, former: false }, ...former],
  };
}

/** Changes whenever the register does: equal stamps mean that a linker built before is still right. */
export async function readRegisterStamp(pool: Pool): Promise<string> {
  const { rows } = await pool.query<{ stamp: string }>(
    `/* store:link-stamp */ select concat_ws('/',
      (select concat_ws(',', count(*), max(updated_at)) from enterprises),
      (select concat_ws(',', count(*), max(valid_to)) from enterprise_names),
      (select concat_ws(',', count(*), max(recorded_at)) from enterprise_aliases)) as stamp`,
  );
  return rows[0]?.stamp ?? "";
}
