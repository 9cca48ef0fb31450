/**
 * Made-up enterprises by the million: set by set, with the same few facts of each, the indexes that hold no constraint
 * built when the rows are in, and without the checks of foreign keys, which these rows keep by how they are made.
 */
import type { Pool } from "../../store/pool.ts";
import { inTransaction } from "../../store/transaction.ts";

const hourMs = 3_600_000;

const provenance = "'bench', n::text, now(), 'CREDIT_CODE', 1";
const provenanceColumns = "source_id, record_key, received_at, link_method, link_confidence";

/** Rows of each table by enterprise: three years of employees, three rights, a portrait. */
const inserts = [
  `insert into enterprises (credit_code, town_code, name, kind, status, score, in_library, content_digest, ${provenanceColumns})
    select code, town, '青岛' || left(md5(n::text), 8) || '有限公司', 'COMPANY', 'ACTIVE', n % 100, n % 25 = 0, md5(n::text), ${provenance} from made`,
  `insert into employments (credit_code, town_code, year, employees, ${provenanceColumns})
    select code, town, 2021 + y, n % 500, ${provenance} from made cross join generate_series(1, 3) y`,
  `insert into ip_rights (credit_code, town_code, right_no, kind, status, acquisition, applied_on, ${provenanceColumns})
    select code, town, 'R' || n || '-' || y, 'INVENTION_PATENT', 'GRANTED', 'SELF_DEVELOPED', date '2020-01-01' + y, ${provenance} from made cross join generate_series(1, 3) y`,
  `insert into portraits (credit_code, town_code, score, score_version, score_parts, explanation, labels, trend, label_completion, completeness, ip_right_count, title_count)
    select code, town, n % 100, '1', '[]', '', '{}', 'STEADY', 1, 1, 3, 0 from made`,
];
const tables = ["enterprises", "employments", "ip_rights", "portraits"];

/** Made-up codes have no check character, which a global id does not ask for. */
export const codeOf = (serial: number) => `91370211FLA${String(serial).padStart(7, "0")}`;

/** @param owner a superuser's, with two connections. */
export async function fillStore(owner: Pool, from: number, to: number): Promise<void> {
  const { rows: areas } = await owner.query<{ code: string }>(
    "select code from areas where kind = 'TOWN' order by code",
  );
  const towns = `'{${areas.map(({ code }) => code).join(",")}}'::text[]`;
  const made = `with made as (select '91370211FLA' || lpad(n::text, 7, '0') as code, n, (${towns})[1 + n % ${areas.length}] as town
    from generate_series(${from}, ${to - 1}) n)`;
  const indexes = await dropIndexes(owner);
  await Promise.all(
    inserts.map((insert) =>
      inTransaction(
        owner,
        async (client) => {
          await client.query("set local session_replication_role = replica");
          await client.query(withMade(insert, made));
        },
        { statementTimeoutMs: hourMs },
      ),
    ),
  );
  await Promise.all(indexes.map((definition) => owner.query(definition)));
  await owner.query("vacuum analyze");
  // Its work is not to be met while portraits are read.
  await owner.query("checkpoint");
}

const withMade = (insert: string, made: string) => insert.replace("select ", `${made} select `);

/** @returns what makes them again. */
async function dropIndexes(owner: Pool): Promise<readonly string[]> {
  const { rows } = await owner.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i where i.indrelid = any ($1::regclass[]) and not i.indisunique`,
    [tables],
  );
  for (const { name } of rows) await owner.query(`drop index ${name}`);
  return rows.map(({ definition }) => definition);
}
