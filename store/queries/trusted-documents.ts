/** Documents that clients may run, by client and hash. */
import type { Pool } from "../pool.ts";

export interface TrustedDocument {
  readonly client: string;
  readonly hash: string;
  readonly document: string;
}

export interface ListedDocument extends TrustedDocument {
  readonly addedAt: string;
}

/** @returns how many were new. */
export async function addTrustedDocuments(
  pool: Pool,
  documents: readonly TrustedDocument[],
): Promise<number> {
  const { rowCount } = await pool.query(
    `/* trusted:add */ insert into trusted_documents (client, hash, document)
     select client, hash, document from jsonb_to_recordset($1::jsonb) as d (client text, hash text, document text)
     on conflict do nothing`,
    [JSON.stringify(documents)],
  );
  return rowCount ?? 0;
}

/** @param client of one client; of all when null. */
export async function listTrustedDocuments(
  pool: Pool,
  client: string | null,
): Promise<readonly ListedDocument[]> {
  const { rows } = await pool.query<ListedDocument>(
    `/* trusted:list */ select client, hash, document, to_char(added_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "addedAt"
     from trusted_documents where $1::text is null or client = $1 order by client, trusted_documents.added_at, hash`,
    [client],
  );
  return rows;
}

/** @param hash or its beginning. @returns how many are gone. */
export async function removeTrustedDocuments(
  pool: Pool,
  client: string,
  hash: string,
): Promise<number> {
  const { rowCount } = await pool.query(
    "/* trusted:remove */ delete from trusted_documents where client = $1 and starts_with(hash, $2)",
    [client, hash],
  );
  return rowCount ?? 0;
}
