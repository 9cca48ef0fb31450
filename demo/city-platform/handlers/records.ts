/** `POST /v1/records:batchGet`: what the platform shows of enterprises right now (section 7). */
import { listOf, membersOf, textOf } from "../checks.ts";
import type { Client } from "../database.ts";
import { limits } from "../limits.ts";
import { readMeta } from "../meta.ts";
import { permittedDistrict, type Handler } from "../platform.ts";
import { selectTitles, titleOf, type Title } from "../title-rows.ts";

interface EnterpriseRow {
  readonly credit_code: string;
  readonly city_no: string;
  readonly name: string;
  readonly filing_year: number | null;
  readonly filing_status: string | null;
  readonly filing_submitted_on: string | null;
  readonly updated_at: Date;
  readonly pending: number;
  readonly accepted: number;
  readonly refused: number;
}

export const records: Handler = async (platform, call) => {
  const body = membersOf(call.body, "body", ["district", "creditCodes"]);
  const district = permittedDistrict(call, textOf(body["district"], "district"));
  const asked = listOf(body["creditCodes"], "creditCodes", limits.maxRecordCodes);
  const codes = [
    ...new Set(
      asked.map((code, index) =>
        textOf(code, `creditCodes[${index}]`, /^[0-9A-HJ-NPQRTUWXY]{18}$/u),
      ),
    ),
  ];
  return platform.database.read(async (client) => {
    const rows = await enterprisesOf(client, district, codes);
    const titles = await titlesOf(client, district, codes);
    const found = new Set(rows.map((row) => row.credit_code));
    return {
      body: {
        records: rows.map((row) => recordOf(row, titles.get(row.credit_code) ?? [])),
        missing: codes.filter((code) => !found.has(code)),
        revision: (await readMeta(client)).revision,
      },
    };
  });
};

async function enterprisesOf(client: Client, district: string, codes: readonly string[]) {
  const { rows } = await client.query<EnterpriseRow>(
    `select e.*, count(r.key) filter (where r.decision = 'PENDING')::int as pending,
       count(r.key) filter (where r.decision = 'ACCEPTED')::int as accepted,
       count(r.key) filter (where r.decision = 'REFUSED')::int as refused
     from city.enterprise e
     left join city.recommendation r on r.credit_code = e.credit_code and not r.withdrawn
     where e.district = $1 and e.credit_code = any($2) group by e.credit_code order by e.credit_code`,
    [district, codes],
  );
  return rows;
}

async function titlesOf(client: Client, district: string, codes: readonly string[]) {
  const rows = await selectTitles(
    client,
    "district = $1 and credit_code = any($2) and not deleted order by key",
    [district, codes],
  );
  const titles = new Map<string, Title[]>();
  for (const row of rows) {
    titles.set(row.credit_code, [...(titles.get(row.credit_code) ?? []), titleOf(row)]);
  }
  return titles;
}

function recordOf(row: EnterpriseRow, titles: readonly Title[]): object {
  const { filing_year: year, filing_status: status, filing_submitted_on: submittedOn } = row;
  return {
    creditCode: row.credit_code,
    cityId: `QD-${row.city_no.padStart(6, "0")}`,
    name: row.name,
    filing: year === null ? null : { year, status, submittedOn },
    recommendations: { pending: row.pending, accepted: row.accepted, refused: row.refused },
    titles,
    updatedAt: row.updated_at.toISOString(),
  };
}
