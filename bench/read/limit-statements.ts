/** The statements of the limit, written by hand over the base tables, with the caller's areas as a predicate. */
import type { Statement } from "../../store/prepared-batch.ts";
import { dashboardOfModel, worklistOfModel } from "./limit-models.ts";
import { areaColumns, own } from "./limit-scope.ts";
import type { OperationName } from "./operations.ts";
import type { PeerScope } from "./peer-scope.ts";

export interface LimitCall {
  readonly statement: Statement;
  readonly values: readonly (string | null)[];
}

export interface LimitOperation {
  readonly operation: OperationName;
  readonly models?: boolean;
}

type Variables = Readonly<Record<string, string | null | undefined>>;

const list = (query: string) => `array_to_json(array(select row_to_json(r) from (${query}) r))`;
const row = (query: string) => `(select row_to_json(r) from (${query}) r)`;

const portrait = (scope: PeerScope): string =>
  `select row_to_json(q)::text from (select ${row(`
  select e.credit_code as "creditCode", e.name, e.kind, e.legal_form as "legalForm", e.industry_code as "industryCode",
    e.industry_name as "industryName", e.established_on::text as "establishedOn", e.capital_amount::text as "capitalAmount",
    e.capital_currency as "capitalCurrency", e.status, e.address, e.website, e.business_scope as "businessScope",
    e.size_class as "sizeClass", e.in_library as "inLibrary", e.is_demo as "isDemo", e.score::text as score,
    ${row("select a.code, a.name from areas a where a.code = e.town_code")} as town,
    ${list(`select t.kind, t.level, t.batch, t.valid_from::text as "validFrom", t.valid_to::text as "validTo", t.status from titles t
      where t.credit_code = $1${own(scope, "t", 2)} order by t.valid_from desc nulls last, t.kind desc, t.batch desc`)} as titles,
    ${list(`select f.year, f.employees, f.insured, f.rd_staff as "rdStaff", f.graduate_staff as "graduateStaff" from employments f
      where f.credit_code = $1${own(scope, "f", 2)} order by f.year desc limit 3`)} as employments,
    ${row(`select (select count(*)::int from ip_rights i where i.credit_code = $1${own(scope, "i", 2)}) as "totalCount",
      ${list(`select ${row(`select i."rightNo", i.kind, i.title, i."appliedOn", i."grantedOn", i.status`)} as node from
        (select i.right_no as "rightNo", i.kind, i.title, i.applied_on::text as "appliedOn", i.granted_on::text as "grantedOn", i.status
         from ip_rights i where i.credit_code = $1${own(scope, "i", 2)}
         order by i.applied_on desc nulls last, i.right_no desc limit 10) i`)} as edges`)} as "ipRights",
    ${row(`select p.score::text as score, p.score_parts_text as "scoreParts", p.explanation, p.labels, p.trend,
      p.completeness::text as completeness, p.ip_right_count as "ipRightCount",
      p.title_count as "titleCount" from portraits p
      where p.credit_code = $1${own(scope, "p", 2)}`)} as portrait
  from enterprises e where e.credit_code = $1${own(scope, "e", 2)}`)} as enterprise) q`;

const statements = (scope: PeerScope): string =>
  `select row_to_json(q)::text from (select ${row(`
  select e.credit_code as "creditCode", e.name,
    ${list(`select f.year, f.revenue::text as revenue, f.rd_expense::text as "rdExpense", f.net_profit::text as "netProfit",
      f.total_assets::text as "totalAssets", f.total_liabilities::text as "totalLiabilities" from annual_financials f
      where f.credit_code = $1${own(scope, "f", 2)} order by f.year desc limit 3`)} as financials
  from enterprises e where e.credit_code = $1${own(scope, "e", 2)}`)} as enterprise) q`;

const worklist = (scope: PeerScope, after: boolean): string => {
  const place = after ? 4 : 2;
  const page = `select e.credit_code, e.name, e.industry_name, e.size_class, e.score, e.score_order, e.town_code from enterprises e
    where e.town_code = $1 and e.in_library${own(scope, "e", place)}${after ? " and (e.score_order, e.credit_code) < ($2::float8, $3)" : ""}
    order by e.score_order desc, e.credit_code desc limit 21`;
  const cursor = (alias: string) => `${alias}.score_order || '~' || ${alias}.credit_code`;
  const node =
    row(`select e.credit_code as "creditCode", e.name, e.industry_name as "industryName", e.size_class as "sizeClass",
    e.score::text as score,
    ${list(`select t.kind, t.level, t.status from titles t where t.credit_code = e.credit_code${own(scope, "t", place)}
      order by t.valid_from desc nulls last, t.kind desc, t.batch desc`)} as titles,
    ${list(`select f.year, f.employees, f.insured from employments f
      where f.credit_code = e.credit_code${own(scope, "f", place)} order by f.year desc limit 1`)} as employments,
    ${row(`select p.labels, p.trend, p.ip_right_count as "ipRightCount" from portraits p where p.credit_code = e.credit_code${own(scope, "p", place)}`)} as portrait,
    ${row("select a.name from areas a where a.code = e.town_code")} as town`);
  const rows = "(select * from p order by score_order desc, credit_code desc limit 20) e";
  return `with p as materialized (${page}) select row_to_json(q)::text from (select ${row(`
    select ${list(`select ${cursor("e")} as cursor, ${node} as node from ${rows}`)} as edges,
      ${row(`select (select count(*) > 20 from p) as "hasNextPage",
        (select ${cursor("e")} from ${rows} order by score_order, credit_code limit 1) as "endCursor"`)} as "pageInfo"`)} as enterprises) q`;
};

const dashboard = (scope: PeerScope, kind: "TOWN" | "ZONE"): string => {
  const code = areaColumns[kind];
  return `select row_to_json(q)::text from (select ${list(`
    select c.code as "areaCode", a.name as "areaName", c.kind, c.count from
      (select t.${code} as code, t.kind, count(*)::int as count from titles t
       where t.status = 'VALID'${own(scope, "t", 1)} group by 1, 2) c join areas a on a.code = c.code`)} as counts) q`;
};

const search = (scope: PeerScope): string =>
  `select row_to_json(q)::text from (select ${row(`
  select ${list(`select ${row(`select e.credit_code as "creditCode", e.name, e.score::text as score,
      ${row("select a.name from areas a where a.code = e.town_code")} as town`)} as node from
    (select e.* from enterprises e where e.name_grams @>> name_grams($1::varchar) and e.name like '%' || $1::text || '%'${own(scope, "e", 2)}
     order by e.score_order desc, e.credit_code desc limit 20) e`)} as edges`)} as enterprises) q`;

/** @param models whether lists and dashboards are read from the gateway's read models. */
export function limitStatement(
  { operation, models = false }: LimitOperation,
  variables: Variables,
  scope: PeerScope,
): LimitCall {
  const area = scope.tier === "DISTRICT" ? [] : [scope.areaCodes[0] ?? ""];
  const named = (detail: string, text: () => string) =>
    statementOf(`${operation}_${scope.tier}_${detail}${models ? "_model" : ""}`, text);
  if (operation === "portrait")
    return {
      statement: named("", () => portrait(scope)),
      values: [variables["creditCode"] ?? "", ...area],
    };
  if (operation === "statements")
    return {
      statement: named("", () => statements(scope)),
      values: [variables["creditCode"] ?? "", ...area],
    };
  if (operation === "search")
    return {
      statement: named("", () => search(scope)),
      values: [variables["text"] ?? "", ...area],
    };
  if (operation === "dashboard") {
    const kind = variables["kind"] === "ZONE" ? "ZONE" : "TOWN";
    const text = () => (models ? dashboardOfModel(scope, kind) : dashboard(scope, kind));
    return { statement: named(kind, text), values: area };
  }
  const after = variables["after"];
  const keys = after == null ? [] : after.split("~");
  const text = () => (models ? worklistOfModel : worklist)(scope, after != null);
  return {
    statement: named(after == null ? "first" : "next", text),
    values: [variables["town"] ?? "", ...keys, ...area],
  };
}

const prepared = new Map<string, Statement>();

function statementOf(name: string, text: () => string): Statement {
  let statement = prepared.get(name);
  if (!statement) prepared.set(name, (statement = { name: `limit_${name}`, text: text() }));
  return statement;
}
