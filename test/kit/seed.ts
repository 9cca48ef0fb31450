/**
 * A small district that tests can hold in the head: enterprises A to F in two towns and two zones, with a few facts.
 *
 * A, B: 隐珠街道; A also in 董家口经济区. C, D: 泊里镇, both in 董家口经济区. E: 黄岛街道, 海洋高新区. F: town not known.
 */
import { creditCodeCheckCharacter } from "../../domain/enterprise/credit-code.ts";
import type { Pool } from "../../store/pool.ts";

export const towns = { yinzhu: "370211010", boli: "370211103", huangdao: "370211001" } as const;
export const zones = { dongjiakou: "370211Z03", ocean: "370211Z07" } as const;

/** A valid code of no real enterprise: the organisation part begins with TEST-like letters that are not assigned. */
export function testCode(serial: number): string {
  const body = `91370211MAXX${String(serial).padStart(4, "0")}X`;
  return `${body}${creditCodeCheckCharacter(body) ?? ""}`;
}

export const codes = {
  A: testCode(1),
  B: testCode(2),
  C: testCode(3),
  D: testCode(4),
  E: testCode(5),
  F: testCode(6),
} as const;

interface Seeded {
  readonly code: string;
  readonly name: string;
  readonly town: string | null;
  readonly zone: string | null;
  readonly score: string | null;
  readonly establishedOn: string | null;
  readonly libraries: readonly string[];
}

const seeded: readonly Seeded[] = [
  {
    code: codes.A,
    name: "青岛甲子精密机械有限公司",
    town: towns.yinzhu,
    zone: zones.dongjiakou,
    score: "88.5",
    establishedOn: "2010-05-04",
    libraries: ["SPECIALIZED"],
  },
  {
    code: codes.B,
    name: "青岛乙丑软件科技有限公司",
    town: towns.yinzhu,
    zone: null,
    score: "71",
    establishedOn: "2016-01-20",
    libraries: ["INNOVATIVE"],
  },
  {
    code: codes.C,
    name: "青岛丙寅海洋装备股份有限公司",
    town: towns.boli,
    zone: zones.dongjiakou,
    score: "88.5",
    establishedOn: "2008-11-30",
    libraries: ["SPECIALIZED", "GAZELLE"],
  },
  {
    code: codes.D,
    name: '青岛丁卯"引号"\\斜线_百分%新材料有限公司',
    town: towns.boli,
    zone: zones.dongjiakou,
    score: null,
    establishedOn: null,
    libraries: [],
  },
  {
    code: codes.E,
    name: "青岛戊辰生物医药有限公司",
    town: towns.huangdao,
    zone: zones.ocean,
    score: "93.25",
    establishedOn: "2019-07-01",
    libraries: ["UNICORN"],
  },
  {
    code: codes.F,
    name: "青岛己巳贸易有限公司",
    town: null,
    zone: null,
    score: "12",
    establishedOn: "2021-03-03",
    libraries: [],
  },
];

/** Fills a test database through the owner's pool. */
export async function seedDistrict(owner: Pool): Promise<void> {
  await owner.query(`insert into areas (code, name, kind, parent_code, former_names, position) values
    ('3702', '青岛市', 'CITY', null, '{}', 0), ('370211', '青岛西海岸新区（黄岛区）', 'DISTRICT', '3702', '{胶南市}', 1),
    ('${towns.huangdao}', '黄岛街道', 'TOWN', '370211', '{}', 2), ('${towns.yinzhu}', '隐珠街道', 'TOWN', '370211', '{隐珠镇}', 3),
    ('${towns.boli}', '泊里镇', 'TOWN', '370211', '{}', 4), ('${zones.dongjiakou}', '董家口经济区', 'ZONE', '370211', '{}', 5),
    ('${zones.ocean}', '海洋高新区', 'ZONE', '370211', '{}', 6) on conflict (code) do nothing`);
  for (const each of seeded) await seedEnterprise(owner, each);
}

async function seedEnterprise(owner: Pool, each: Seeded): Promise<void> {
  const scope = [each.code, each.town, each.zone];
  await owner.query(
    `insert into enterprises (credit_code, town_code, zone_code, name, kind, status, score, established_on, library_kinds, in_library,
       capital_amount, capital_currency, contact_name, contact_phone, contact_email, legal_representative, industry_code,
       source_id, record_key, link_method, link_confidence, content_digest, updated_at, received_at)
     values ($1, $2, $3, $4, 'COMPANY', 'ACTIVE', $5, $6, $7, $8, 5000000.50, 'CNY', '王小明', '13812345678', 'wang@example.com', '李四光', 'C3562',
       'registry', $1, 'REGISTRY', 1, 'seed', '2026-01-02T03:04:05.678Z', '2026-01-02T03:04:05.678Z')`,
    [
      ...scope,
      each.name,
      each.score,
      each.establishedOn,
      each.libraries,
      each.libraries.length > 0,
    ],
  );
  for (const year of [2022, 2023, 2024]) {
    await owner.query(
      `insert into annual_financials (credit_code, town_code, zone_code, year, revenue, rd_expense, currency, source_id, record_key, link_method, link_confidence)
       values ($1, $2, $3, $4, $5, null, 'CNY', 'finance', $6, 'CREDIT_CODE', 1)`,
      [...scope, year, `${year}0000.10`, `${each.code}-${year}`],
    );
  }
  for (const serial of [1, 2, 3]) {
    await owner.query(
      `insert into ip_rights (credit_code, town_code, zone_code, right_no, kind, status, acquisition, applied_on, source_id, record_key, link_method, link_confidence)
       values ($1, $2, $3, $4, $5, 'GRANTED', 'SELF_DEVELOPED', $6, 'ip', $4, 'NAME', 0.99)`,
      [
        ...scope,
        `ZL20240000${serial}-${each.code}`,
        serial === 1 ? "INVENTION_PATENT" : "UTILITY_MODEL",
        serial === 3 ? null : `2024-0${serial}-15`,
      ],
    );
  }
  for (const kind of each.libraries) {
    await owner.query(
      `insert into library_memberships (credit_code, town_code, zone_code, library_kind, entered_on, entry_reason) values ($1, $2, $3, $4, '2024-01-01', '认定')`,
      [...scope, kind],
    );
    await owner.query(
      `insert into titles (credit_code, town_code, zone_code, kind, batch, level, valid_from, valid_to, status, origin)
       values ($1, $2, $3, $4, '2024-1', 'PROVINCIAL', '2024-01-01', '2026-12-31', 'VALID', 'CITY')`,
      [...scope, kind],
    );
  }
}
