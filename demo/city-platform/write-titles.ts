/** The one way titles and enterprises change: set-wise, under the next revision, digests computed here. */
import { bucketOf, keyOf, titleDigest, type TitleContent } from "./canonical.ts";
import { instantNow } from "./clock.ts";
import type { Client } from "./database.ts";
import { nextRevision } from "./meta.ts";

export interface Filing {
  readonly year: number;
  readonly status: string;
  readonly submittedOn: string | null;
}

export interface KnownEnterprise {
  readonly creditCode: string;
  readonly district: string;
  readonly name: string;
  readonly filing: Filing | null;
}

export interface NewTitle extends TitleContent {
  readonly district: string;
  readonly name: string;
}

export async function writeEnterprises(
  client: Client,
  enterprises: readonly KnownEnterprise[],
): Promise<void> {
  const rows = enterprises.map((e) => ({
    credit_code: e.creditCode,
    district: e.district,
    name: e.name,
    filing_year: e.filing?.year ?? null,
    filing_status: e.filing?.status ?? null,
    filing_submitted_on: e.filing?.submittedOn ?? null,
  }));
  await client.query(
    `insert into city.enterprise (credit_code, district, name, filing_year, filing_status, filing_submitted_on, updated_at)
     select distinct on (credit_code) credit_code, district, name, filing_year, filing_status, filing_submitted_on, $2::timestamptz
     from jsonb_to_recordset($1::jsonb) as r(credit_code text, district text, name text,
          filing_year int, filing_status text, filing_submitted_on date)
     order by credit_code, filing_year desc nulls last
     on conflict (credit_code) do update set name = excluded.name, updated_at = excluded.updated_at,
       filing_year = coalesce(excluded.filing_year, enterprise.filing_year),
       filing_status = coalesce(excluded.filing_status, enterprise.filing_status),
       filing_submitted_on = coalesce(excluded.filing_submitted_on, enterprise.filing_submitted_on)
     where (enterprise.name, enterprise.filing_year, enterprise.filing_status) is distinct from
           (excluded.name, excluded.filing_year, excluded.filing_status)`,
    [JSON.stringify(rows), instantNow()],
  );
}

/** Upserts; an unchanged title keeps its version. Returns how many changed. */
export async function writeTitles(client: Client, titles: readonly NewTitle[]): Promise<number> {
  if (titles.length === 0) return 0;
  const revision = await nextRevision(client);
  const rows = titles.map((title) => ({
    key: keyOf(title),
    credit_code: title.creditCode,
    kind: title.kind,
    batch: title.batch,
    district: title.district,
    name: title.name,
    level: title.level,
    valid_from: title.validFrom,
    valid_to: title.validTo,
    status: title.status,
    certificate_no: title.certificateNo,
    digest: titleDigest(title).toString("hex"),
    bucket: bucketOf(keyOf(title)),
  }));
  const { rowCount } = await client.query(
    `insert into city.title
     select distinct on (key) key, credit_code, kind, batch, district, name, level, valid_from, valid_to, status,
       certificate_no, $2::bigint, $3::timestamptz, false, decode(digest, 'hex'), bucket
     from jsonb_to_recordset($1::jsonb) as r(key text, credit_code text, kind text, batch text, district text,
       name text, level text, valid_from date, valid_to date, status text, certificate_no text, digest text, bucket int)
     on conflict (key) do update set name = excluded.name, level = excluded.level, valid_from = excluded.valid_from,
       valid_to = excluded.valid_to, status = excluded.status, certificate_no = excluded.certificate_no,
       version = excluded.version, updated_at = excluded.updated_at, deleted = false, digest = excluded.digest
     where title.deleted or title.digest <> excluded.digest or title.name <> excluded.name`,
    [JSON.stringify(rows), revision, instantNow()],
  );
  return rowCount ?? 0;
}

/** Marks titles deleted; they stay as tombstones for the deltas. */
export async function deleteTitles(client: Client, keys: readonly string[]): Promise<number> {
  const revision = await nextRevision(client);
  const { rowCount } = await client.query(
    `update city.title set deleted = true, version = $2, updated_at = $3
     where key = any($1) and not deleted`,
    [keys, revision, instantNow()],
  );
  return rowCount ?? 0;
}
