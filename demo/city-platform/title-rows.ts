/** How a title is read from the database and shown on the wire. */
import type { Client } from "./database.ts";

export interface Title {
  readonly creditCode: string;
  readonly kind: string;
  readonly batch: string;
  readonly district: string;
  readonly name: string;
  readonly level: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly status: string;
  readonly certificateNo: string | null;
  readonly version: string;
  readonly updatedAt: string;
  readonly deleted: boolean;
}

export interface TitleRow {
  readonly key: string;
  readonly credit_code: string;
  readonly kind: string;
  readonly batch: string;
  readonly district: string;
  readonly name: string;
  readonly level: string;
  readonly valid_from: string | null;
  readonly valid_to: string | null;
  readonly status: string;
  readonly certificate_no: string | null;
  readonly version: string;
  readonly updated_at: Date;
  readonly deleted: boolean;
}

export function titleOf(row: TitleRow): Title {
  return {
    creditCode: row.credit_code,
    kind: row.kind,
    batch: row.batch,
    district: row.district,
    name: row.name,
    level: row.level,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    status: row.status,
    certificateNo: row.certificate_no,
    version: row.version,
    updatedAt: row.updated_at.toISOString(),
    deleted: row.deleted,
  };
}

export async function selectTitles(
  client: Client,
  where: string,
  values: readonly unknown[],
): Promise<TitleRow[]> {
  const { rows } = await client.query<TitleRow>(`select * from city.title where ${where}`, [
    ...values,
  ]);
  return rows;
}
