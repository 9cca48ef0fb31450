/** The limit's statements over read models: those that the gateway reads for lists of a library and for dashboards. */
import { own } from "./limit-scope.ts";
import type { PeerScope } from "./peer-scope.ts";

const quoted = (column: string) => `coalesce('"' || ${column} || '"', 'null')`;
const told = (column: string) => `coalesce(${column}::text, 'null')`;
const cursor = (row: string) => `${row}.score_order || '~' || ${row}.credit_code`;

const titles = `array_to_string(array(
  select '{"kind":"' || t.kind || '","level":"' || t.level || '","status":"' || t.status || '"}'
  from unnest(r.titles_kind, r.titles_level, r.titles_status) t(kind, level, status)), ',')`;

const employed = `case when r.employments_year[1] is null then '' else '{"year":' || r.employments_year[1]
  || ',"employees":' || ${told("r.employments_employees[1]")} || ',"insured":' || ${told("r.employments_insured[1]")} || '}' end`;

const portrait = `case when r.has_portrait then '{"labels":' || ${told("r.portrait_labels_json")} || ',"trend":' || ${quoted("r.portrait_trend")}
  || ',"ipRightCount":' || ${told("r.portrait_ip_right_count")} || '}' else 'null' end`;

const shown =
  `score_order credit_code name_json industry_name_json size_class score titles_kind titles_level titles_status
  employments_year employments_employees employments_insured has_portrait portrait_labels_json portrait_trend
  portrait_ip_right_count`
    .split(/\s+/u)
    .map((column) => `m.${column}`)
    .join(", ");

/** A page of twenty and whether there are more: one range of an index, each row already as the list shows it. */
export function worklistOfModel(scope: PeerScope, after: boolean): string {
  const page = `select ${shown} from listed_members m where m.town_code = $1 and m.in_library${own(scope, "m", after ? 4 : 2)}
    ${after ? "and (m.score_order, m.credit_code) < ($2::float8, $3)" : ""} order by m.score_order desc, m.credit_code desc limit 21`;
  const rows = "(select * from p order by score_order desc, credit_code desc limit 20)";
  const edge = `'{"cursor":"' || ${cursor("r")} || '","node":{"creditCode":"' || r.credit_code || '","name":' || r.name_json
    || ',"industryName":' || ${told("r.industry_name_json")} || ',"sizeClass":' || ${quoted("r.size_class")} || ',"score":' || ${quoted("r.score")}
    || ',"titles":[' || ${titles} || '],"employments":[' || ${employed} || '],"portrait":' || ${portrait}
    || ',"town":{"name":' || (select to_json(a.name)::text from areas a where a.code = $1) || '}}}'`;
  const last = `(select ${cursor("e")} from ${rows} e order by score_order, credit_code limit 1)`;
  return `with p as materialized (${page})
    select '{"enterprises":{"edges":[' || array_to_string(array(select ${edge} from ${rows} r order by r.score_order desc, r.credit_code desc), ',')
      || '],"pageInfo":{"hasNextPage":' || (select count(*) > 20 from p)::text || ',"endCursor":' || ${quoted(last)} || '}}}'`;
}

/** One stored row an area, its counts by kind as they are told. */
export function dashboardOfModel(scope: PeerScope, kind: "TOWN" | "ZONE"): string {
  const mine = scope.tier === "DISTRICT" ? "" : " and a.code = $1::text";
  return `select '{"statistics":[' || array_to_string(array(
      select '{"area":{"code":"' || a.code || '","name":' || to_json(a.name) || '},"titles":' || s.figures || '}'
      from areas a join area_statistics s on s.area_code = a.code and s.measure = 'TITLES' and s.member = '*'
      where a.kind = '${kind}'${mine} order by a.position), ',') || ']}'`;
}
