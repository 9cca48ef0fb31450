/**
 * Every class of principal (tier, role, clearance, purpose) against every field of the contract by every kind of use,
 * compared with an oracle that shares nothing with the gateway: a second reading of the policy, and plain SQL as owner.
 */
import { beforeAll, expect, test } from "vitest";

import type { Principal } from "../../domain/access/principal.ts";
import { classifications, roles, tiers } from "../../domain/vocabulary.ts";
import { computedFields } from "../../resolvers/computed.ts";
import { fillDemonstration } from "../../demo/district/fill-demonstration.ts";
import { loadReferenceData } from "../../store/reference-data.ts";
import { createTestDatabase } from "../kit/database.ts";
import { type GraphAnswer, openGraph, principal } from "../kit/graph.ts";
import { contractFields, masked, type OracleField, verdictOf } from "./policy-oracle.ts";

const db = await createTestDatabase();
/** What the engine works out of facts is tested beside it; here each of its fields is shown or refused. */
const indicators = [
  {
    indicatorId: "revenue_y1",
    variant: null,
    nameZh: "上年度营业收入总额",
    nameEn: "Revenue",
    unit: "万元",
    period: "上年度",
    formula: "financials.revenue[y-1]",
    asOf: "2025-01-15",
    known: true,
    number: "620.00001",
    truth: null,
    word: null,
    unknownReason: null,
    unknownNote: null,
    entered: false,
    facts: [
      {
        fact: "annual_financials",
        key: "2024",
        year: 2024,
        says: { revenue: "6200000.10" },
        importRun: null,
        provenance: {
          source: "financials",
          recordKey: "1",
          receivedAt: "2025-01-01T00:00:00Z",
          linkMethod: "CREDIT_CODE",
          linkConfidence: "1",
        },
      },
    ],
  },
];
const graph = openGraph(db.gateway, {
  workerPool: db.worker,
  computed: { ...computedFields, "Enterprise.indicators": () => Promise.resolve(indicators) },
  fetchCityRecords: (codes) =>
    Promise.resolve(new Map(codes.map((creditCode) => [creditCode, null])) as never),
});
const fields = contractFields();
const fieldsOf = (type: string) => fields.filter((field) => field.type === type);

interface Subject {
  readonly credit_code: string;
  readonly town_code: string;
  readonly zone_code: string;
}
let subject: Subject;

beforeAll(async () => {
  await loadReferenceData(db.worker);
  await fillDemonstration({ workerPool: db.worker, scale: "small", asOf: "2025-01-15" });
  const { rows } = await db.owner.query<Subject>(
    `select e.credit_code, e.town_code, e.zone_code from enterprises e where e.town_code is not null and e.zone_code is not null
       and exists(select from annual_financials f where f.credit_code = e.credit_code) and exists(select from tax_payments t where t.credit_code = e.credit_code)
     order by (select count(*) from equity_financings f where f.credit_code = e.credit_code) desc, e.credit_code limit 1`,
  );
  if (!rows[0]) throw new Error("The demonstration has no enterprise with facts.");
  subject = rows[0];
  await db.owner.query(
    `insert into portraits (credit_code, town_code, zone_code, score, score_version, score_parts, explanation, labels, trend,
       label_completion, completeness, ip_right_count, title_count, latest_year, latest_revenue)
     values ($1, $2, $3, 50, '1', '{}', '说明', '{}', 'STEADY', 0.5, 0.5, 1, 1, 2024, 6200000.10) on conflict do nothing`,
    [subject.credit_code, subject.town_code, subject.zone_code],
  );
});

function classes(): readonly Principal[] {
  const areas = {
    CITY: ["3702"],
    DISTRICT: ["370211"],
    ZONE: [subject.zone_code],
    TOWN: [subject.town_code],
  };
  return tiers.flatMap((tier) =>
    roles.flatMap((role) =>
      classifications.flatMap((clearance) =>
        (clearance === "L4" ? [null, "SERVICE_VISIT", "CURIOSITY"] : [null]).map((purpose) =>
          principal(tier, areas[tier], { role, clearance, purpose, subject: `${tier}-${role}` }),
        ),
      ),
    ),
  );
}

/** The way from Query to a type: each step a field, and what stands for its arguments. */
interface Way {
  readonly steps: readonly OracleField[];
  readonly open: string;
  readonly close: string;
}

function argumentsOf(field: OracleField): string {
  const at = `${field.type}.${field.name}`;
  if (at === "Query.enterprise") return `(creditCode: "${subject.credit_code}")`;
  if (at === "Query.explainAccess")
    return `(creditCode: "${subject.credit_code}", field: "Enterprise.contactPhone")`;
  if (at === "Query.viewAs")
    return `(input: { tier: TOWN, areas: ["${subject.town_code}"], role: VIEWER, query: "{ viewer { tier } }" })`;
  // The highest score comes first unless said otherwise, and a score is no L1 field.
  if (at === "Query.enterprises")
    return "(first: 1, orderBy: {field: CREDIT_CODE, direction: ASC})";
  if (at === "Query.yearlyReport") return "(year: 2025)";
  if (at === "Query.readConditions") return '(input: { sentence: "资产负债率不超过70%" })';
  if (at === "Query.yearlyReport") return "(year: 2024)";
  if (at === "Query._entities")
    return `(representations: [{ __typename: "Enterprise", creditCode: "${subject.credit_code}" }])`;
  if (field.returns.endsWith("Connection")) return "(first: 1)";
  return "";
}

/** Breadth first, so that each type is met by its shortest way; Enterprise by its code. */
function waysToTypes(): ReadonlyMap<string, Way> {
  const ways = new Map<string, Way>([["Query", { steps: [], open: "{", close: "}" }]]);
  const queue = ["Query"];
  for (let type = queue.shift(); type !== undefined; type = queue.shift()) {
    const way = ways.get(type)!;
    for (const field of fieldsOf(type)) {
      const known = ways.has(field.returns) || fieldsOf(field.returns).length === 0;
      if (
        known ||
        field.name === "node" ||
        /^(auditEntries|explainAccess|readConditions|feedback)$/u.test(field.name)
      )
        continue;
      ways.set(field.returns, {
        steps: [...way.steps, field],
        open: `${way.open} ${field.name}${argumentsOf(field)} {`,
        close: `} ${way.close}`,
      });
      queue.push(field.returns);
    }
  }
  return ways;
}

type Outcome = "answered" | "null with an error" | "no data";

function expectedOutcome(who: Principal, used: readonly OracleField[]): Outcome {
  const closed = used.filter((field) => verdictOf(who, field) === "refuse");
  // The outermost closed field decides: beneath a null nothing is looked at.
  const outermost = closed[0];
  if (!outermost) return "answered";
  return outermost.nonNull ? "no data" : "null with an error";
}

function outcomeOf(answer: GraphAnswer): Outcome {
  const forbidden = answer.errors.filter(({ extensions }) => extensions.code === "FORBIDDEN_FIELD");
  if (answer.data === undefined) {
    expect([answer.status, forbidden.length]).toEqual([403, 1]);
    return "no data";
  }
  return forbidden.length > 0 ? "null with an error" : "answered";
}

/** A composite field is asked for its type's name, which is no field of the contract. */
const inner = (field: OracleField) =>
  fieldsOf(field.returns).length > 0 || /^(Node|_Entity)$/u.test(field.returns)
    ? " { __typename }"
    : "";

test("every class and every field: selected, under an alias, along the shortest way", async () => {
  const ways = waysToTypes();
  let asked = 0;
  const seen = new Set<string>();
  for (const who of classes()) {
    for (const field of fields) {
      const way = ways.get(field.type);
      if (!way || argumentsNeeded(field)) continue;
      const name = `${asked % 2 === 0 ? "" : "other: "}${field.name}${argumentsOf(field)}`;
      const query = `${way.open} ${name}${inner(field)} ${way.close}`;
      const expected = expectedOutcome(who, [...way.steps, field]);
      const outcome = outcomeOf(await graph.ask(who, query));
      if (outcome !== expected)
        expect.fail(`${JSON.stringify(who)} asks ${query}: ${outcome}, expected ${expected}`);
      seen.add(expected);
      asked += 1;
    }
  }
  expect([...seen].sort()).toEqual(["answered", "no data", "null with an error"]);
  expect(asked).toBeGreaterThan(20_000);
}, 400_000);

const argumentsNeeded = ({ type, name }: OracleField) => type === "Query" && /^node$/u.test(name);

const snake = (name: string) => name.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);

/** Sensitive and personal fields of tables whose columns have the fields' names. */
const tables: Readonly<Record<string, readonly [relation: string, table: string, order: string]>> =
  {
    Enterprise: ["", "enterprises", "credit_code"],
    AnnualFinancial: ["financials", "annual_financials", "year desc"],
    TaxPayment: ["taxPayments", "tax_payments", "year desc, quarter desc"],
    CustomsTrade: ["customsTrades", "customs_trades", "year desc"],
    Portrait: ["portrait", "portraits", "credit_code"],
  };

test("values of sensitive and personal fields are the owner's, masked or absent, for every class", async () => {
  let compared = 0;
  for (const [type, [relation, table, order]] of Object.entries(tables)) {
    const sensitive = fieldsOf(type).filter(({ level }) => level >= "L3");
    expect(sensitive.length).toBeGreaterThan(0);
    const { rows } = await db.owner.query<Record<string, string | null>>(
      `select ${sensitive.map(({ name }) => `${snake(name)}::text as "${name}"`).join(", ")} from ${table} where credit_code = $1 order by ${order}`,
      [subject.credit_code],
    );
    const names = sensitive.map(({ name }) => name).join(" ");
    const query = `{ enterprise(creditCode: "${subject.credit_code}") { ${relation === "" ? names : `${relation} { ${names} }`} } }`;
    for (const who of classes()) {
      // What is closed above these fields is the matrix's business.
      if (who.role === "AUDITOR" || who.clearance === "L1") continue;
      const { data } = await graph.ask(who, query);
      const found = relation === "" ? data.enterprise : data.enterprise[relation];
      const got = (Array.isArray(found) ? found : [found]) as Record<string, unknown>[];
      const wanted = rows.map((row) =>
        Object.fromEntries(
          sensitive.map((field) => {
            const verdict = verdictOf(who, field);
            const value = row[field.name] ?? null;
            return [
              field.name,
              verdict === "show" ? value : verdict === "mask" ? masked(field, value) : null,
            ];
          }),
        ),
      );
      const texts = got.map((row) =>
        Object.fromEntries(
          Object.entries(row ?? {}).map(([key, value]) => [
            key,
            value === null ? null : String(value),
          ]),
        ),
      );
      expect(texts.slice(0, wanted.length)).toEqual(wanted.slice(0, texts.length));
      compared += texts.length * sensitive.length;
    }
  }
  expect(compared).toBeGreaterThan(3_000);
});

/** By hand, from the contract's words: what a filter or an order looks at. */
const filters: Readonly<Record<string, readonly [field: string, value: string]>> = {
  town: ["town", '"370211010"'],
  zone: ["zone", '"370211Z03"'],
  library: ["libraryKinds", "GAZELLE"],
  title: ["titleKinds", "GAZELLE"],
  nameContains: ["name", '"海"'],
  creditCodes: ["creditCode", "[]"],
  industryPrefix: ["industryCode", '"C"'],
  kind: ["kind", "[COMPANY]"],
  status: ["status", "[ACTIVE]"],
  sizeClass: ["sizeClass", "[SMALL]"],
  inLibrary: ["inLibrary", "true"],
  hasTown: ["town", "true"],
  townSettled: ["townMethod", "true"],
  establishedFrom: ["establishedOn", '"2001-01-01"'],
  establishedTo: ["establishedOn", '"2001-01-01"'],
  scoreMin: ["score", '"1"'],
  scoreMax: ["score", '"1"'],
};
const orders = {
  SCORE: "score",
  NAME: "name",
  CREDIT_CODE: "creditCode",
  ESTABLISHED_ON: "establishedOn",
};

test("every class and every filter, order, cursor and count", async () => {
  const enterprise = (name: string) => fieldsOf("Enterprise").find((field) => field.name === name)!;
  const root = fieldsOf("Query").find(({ name }) => name === "enterprises")!;
  const total = fieldsOf("EnterpriseConnection").find(({ name }) => name === "totalCount")!;
  const page = fieldsOf("EnterpriseConnection").find(({ name }) => name === "pageInfo")!;
  const end = fieldsOf("PageInfo").find(({ name }) => name === "endCursor")!;
  let refusals = 0;
  for (const who of classes()) {
    const mayUse = (used: OracleField) => verdictOf(who, used) === "show";
    const check = async (query: string, parts: readonly OracleField[], used: OracleField) => {
      const outcome = outcomeOf(await graph.ask(who, query));
      const expected =
        expectedOutcome(who, parts) === "answered" && mayUse(used) ? "answered" : "no data";
      if (outcome !== expected)
        expect.fail(`${JSON.stringify(who)} asks ${query}: ${outcome}, expected ${expected}`);
      if (expected === "no data") refusals += 1;
    };
    for (const [name, [field, value]] of Object.entries(filters))
      for (const wrap of ["X", "{ not: X }", "{ or: [X, {}] }", "{ and: [{ not: X }] }"])
        await check(
          `{ enterprises(first: 1, orderBy: {field: CREDIT_CODE, direction: ASC}, filter: ${wrap.replace("X", `{ ${name}: ${value} }`)}) { totalCount } }`,
          [root, total],
          enterprise(field),
        );
    for (const [order, field] of Object.entries(orders))
      await check(
        `{ enterprises(first: 1, orderBy: {field: ${order}, direction: DESC}) { pageInfo { endCursor } } }`,
        [root, page, end],
        enterprise(field),
      );
  }
  expect(refusals).toBeGreaterThan(500);
}, 200_000);

test("a global id opens what the policy opens, for every class", async () => {
  const id = Buffer.from(`Enterprise:${subject.credit_code}`).toString("base64url");
  const [node, enterpriseId] = ["node", "id"].map((name, index) =>
    fieldsOf(index === 0 ? "Query" : "Enterprise").find((f) => f.name === name)!,
  );
  const phone = fieldsOf("Enterprise").find(({ name }) => name === "contactPhone")!;
  const { rows } = await db.owner.query<{ phone: string }>(
    "select contact_phone as phone from enterprises where credit_code = $1",
    [subject.credit_code],
  );
  for (const who of classes()) {
    const { data } = await graph.ask(
      who,
      `{ node(id: "${id}") { ... on Enterprise { contactPhone } } }`,
    );
    const open = [node!, enterpriseId!].every((field) => verdictOf(who, field) === "show");
    const value = rows[0]?.phone ?? null;
    const shown = verdictOf(who, phone) === "show" ? value : masked(phone, value);
    expect([who, data.node]).toEqual([who, open ? { contactPhone: shown } : null]);
  }
});
