/** What an import needs of the store before its first row: the areas, and the source's own row. */
import type { Area } from "../../domain/enterprise/area.ts";
import type { Pool } from "../pool.ts";

export async function readAreas(pool: Pool): Promise<readonly Area[]> {
  const { rows } = await pool.query<Area>(
    `/* store:read-areas */ select code, name, kind, former_names as "formerNames" from areas order by position`,
  );
  return rows;
}

export interface SourceRow {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly department: string;
  readonly cadence: string;
  readonly classification: string;
  readonly description: unknown;
  readonly digest: string;
}

/** Says in the store which sources there are, and by which version of its description a source is read. */
export async function upsertSource(pool: Pool, source: SourceRow): Promise<void> {
  await pool.query(
    `/* store:upsert-source */ insert into sources as s (id, name_zh, name_en, department, cadence, classification, description, digest)
    values ($1, $2, $3, $4, $5, $6, $7, $8)
    on conflict (id) do update set name_zh = excluded.name_zh, name_en = excluded.name_en, department = excluded.department,
      cadence = excluded.cadence, classification = excluded.classification, description = excluded.description,
      digest = excluded.digest
    where s.digest <> excluded.digest`,
    [
      source.id,
      source.nameZh,
      source.nameEn,
      source.department,
      source.cadence,
      source.classification,
      JSON.stringify(source.description),
      source.digest,
    ],
  );
}
