/**
 * The graph a second time, the slow way: graphql-js calls this for every field of every row, over rows in memory. It
 * shares nothing with shapes and compiler, so that a mistake in them is a difference here.
 */
import {
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  getNamedType,
  isObjectType,
} from "graphql";

import type { Principal } from "../../domain/access/principal.ts";
import { libraryKinds } from "../../domain/vocabulary.ts";
import {
  assessmentsOf,
  judgementConnections,
  judgementField,
  judgementList,
  onDay,
} from "./naive-judgement.ts";
import { statistic } from "./naive-statistics.ts";
import { alertList } from "./naive-alerts.ts";
import { cursorOf, depthIn, type Ordered } from "./naive-cursor.ts";
import { matches, truth } from "./naive-filter.ts";
import type { NaiveRow, NaiveStore } from "./naive-store.ts";
import { orderOfSources, runsOfSource } from "./naive-sources.ts";
import { compareRows, type Key } from "./naive-compare.ts";

export interface NaiveContext {
  readonly store: NaiveStore;
  readonly principal: Principal;
  readonly secret: Buffer;
}

type Arguments = Readonly<Record<string, never>>;

const snake = (name: string) => name.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);

const lists: Readonly<Record<string, readonly [table: string, ...keys: Key[]]>> = {
  financials: ["annual_financials", ["year"]],
  employments: ["employments", ["year"]],
  taxPayments: ["tax_payments", ["year"], ["quarter"]],
  customsTrades: ["customs_trades", ["year"]],
  titles: ["titles", ["valid_from", "0001-01-01"], ["kind"], ["batch"]],
  libraries: ["library_memberships", ["entered_on"], ["library_kind"]],
};

const connections: Readonly<Record<string, readonly [table: string, ...keys: Key[]]>> = {
  ipRights: ["ip_rights", ["applied_on", "0001-01-01"], ["right_no"]],
  permits: ["permits", ["granted_on", "0001-01-01"], ["permit_no"]],
  awards: ["awards", ["awarded_on", "0001-01-01"], ["award_no"]],
  equityFinancings: ["equity_financings", ["financed_on", "0001-01-01"], ["financing_no"]],
  standards: ["standards", ["published_on", "0001-01-01"], ["standard_no"]],
  rdInstitutions: ["rd_institutions", ["recognised_on", "0001-01-01"], ["institution_no"]],
  qualityCertificates: ["quality_certificates", ["valid_from", "0001-01-01"], ["certificate_no"]],
  penalties: ["penalties", ["decided_on", "0001-01-01"], ["document_no"]],
  abnormalEntries: ["abnormal_entries", ["entered_on", "0001-01-01"], ["entry_no"]],
};

const enterpriseKeys: Readonly<Record<string, readonly Key[]>> = {
  SCORE: [["score_order"], ["credit_code"]],
  NAME: [["name"], ["credit_code"]],
  CREDIT_CODE: [["credit_code"]],
  ESTABLISHED_ON: [["established_order"], ["credit_code"]],
};

export function isVisible({ principal }: NaiveContext, row: NaiveRow): boolean {
  if (principal.tier === "CITY" || principal.tier === "DISTRICT") return true;
  return principal.areaCodes.includes(
    String(row[principal.tier === "TOWN" ? "town_code" : "zone_code"]),
  );
}

export const naiveResolver: GraphQLFieldResolver<NaiveRow, NaiveContext, Arguments> = (
  row,
  args,
  context,
  info,
) => {
  const name = info.fieldName;
  const type = info.parentType.name;
  if (type === "Query") return root(name, args, context, info);
  if (type.endsWith("Connection") || type.endsWith("Edge") || type === "PageInfo") return row[name];
  if (row["__made"] === true && name in row) return row[name];
  return guarded(type, name, context, () => field(type, name, row, { args: args, context, info }));
};

const personal: Readonly<Record<string, (text: string) => string>> = {
  legalRepresentative: (text) => text.slice(0, 1) + "*".repeat(Math.max(1, [...text].length - 1)),
  contactName: (text) => text.slice(0, 1) + "*".repeat(Math.max(1, [...text].length - 1)),
  contactPhone: (text) =>
    text.length >= 11
      ? `${text.slice(0, 3)}****${text.slice(-4)}`
      : "*".repeat(Math.max(1, text.length - 2)) + text.slice(-2),
  contactEmail: (text) => `${text.slice(0, 1)}***${/@.*$/u.exec(text)?.[0] ?? ""}`,
};

const sensitive = new Set(
  [
    "revenue",
    "mainRevenue",
    "rdExpense",
    "highTechRevenue",
    "netProfit",
    "totalProfit",
    "totalAssets",
    "totalLiabilities",
    "netAssets",
    "exportRevenue",
  ]
    .map((each) => `AnnualFinancial.${each}`)
    .concat(["totalTax", "vat", "incomeTax", "taxedSales"].map((each) => `TaxPayment.${each}`))
    .concat(["importAmount", "exportAmount", "declarations"].map((each) => `CustomsTrade.${each}`))
    .concat(
      ["amount", "cededShare", "investor", "postValuation"].map(
        (each) => `EquityFinancing.${each}`,
      ),
    )
    .concat(["Portrait.latestRevenue", "Assessment.waysToPass", "Assessment.inputs"])
    .concat(["WayToPass.sentence", "WayToPass.changes", "WayChange.from", "WayChange.to"])
    .concat(["WayChange.by", "ScorePart.value", "LabelReason.reason"]),
);

/** A second reading of the policy: L4 is masked below L4 and without a purpose, L3 is null below L3. */
function guarded(
  type: string,
  name: string,
  { principal }: NaiveContext,
  read: () => unknown,
): unknown {
  const mask = type === "Enterprise" ? personal[name] : undefined;
  if (mask && (principal.clearance < "L4" || principal.purpose !== "SERVICE_VISIT")) {
    const value = read();
    return typeof value === "string" ? mask(value) : value;
  }
  if (principal.clearance < "L3" && sensitive.has(`${type}.${name}`)) return null;
  return read();
}

interface Call {
  readonly args: Readonly<Record<string, unknown>>;
  readonly context: NaiveContext;
  readonly info: GraphQLResolveInfo;
}

function root(
  name: string,
  args: Readonly<Record<string, unknown>>,
  context: NaiveContext,
  info: GraphQLResolveInfo,
): unknown {
  const { store, principal } = context;
  const enterprises = () => store.rows("enterprises").filter((row) => isVisible(context, row));
  if (name === "viewer")
    return {
      __made: true,
      ...principal,
      areas: areasByPosition(store).filter((area) =>
        principal.areaCodes.includes(String(area["code"])),
      ),
    };
  if (name === "enterprise")
    return enterprises().find((row) => row["credit_code"] === args["creditCode"]) ?? null;
  if (name === "node") return node(String(args["id"]), context, enterprises());
  if (name === "areas")
    return areasByPosition(store).filter(
      (area) => args["kind"] == null || area["kind"] === args["kind"],
    );
  if (name === "libraries") {
    const members = store
      .rows("library_memberships")
      .filter((row) => isVisible(context, row))
      .filter((row) =>
        args["asOf"] == null
          ? row["exited_on"] === null
          : onDay(row, "entered_on", "exited_on", args["asOf"]),
      );
    return libraryKinds.map((kind) => ({
      __made: true,
      kind,
      count: members.filter((row) => row["library_kind"] === kind).length,
    }));
  }
  if (name === "statistics") {
    const all = principal.tier === "DISTRICT" || principal.tier === "CITY";
    return areasByPosition(store).filter(
      (area) =>
        (args["kind"] == null || area["kind"] === args["kind"]) &&
        (all || area["kind"] === "DISTRICT" || principal.areaCodes.includes(String(area["code"]))),
    );
  }
  if (name === "enterprises") {
    const order = (args["orderBy"] ?? { field: "SCORE", direction: "DESC" }) as {
      field: string;
      direction: string;
    };
    const filter = args["filter"] as Readonly<Record<string, unknown>> | null | undefined;
    const rows = enterprises().filter((row) => !filter || truth(matches(filter, row)));
    return page(
      rows,
      {
        keys: enterpriseKeys[order.field] ?? [],
        descending: order.direction === "DESC",
        place: "Query.enterprises",
      },
      { args, context, info },
    );
  }
  const alerts = alertList(name, args["orderBy"], context);
  if (alerts === null) return null;
  if (alerts) return page(alerts.rows, alerts, { args, context, info });
  const everywhere = principal.tier === "CITY" || principal.tier === "DISTRICT";
  const list = judgementList(name, args, {
    store,
    areas: everywhere ? null : principal.areaCodes,
  });
  if (list) return list;
  const listed = judgementConnections[name];
  if (listed) {
    const rows = store
      .rows(listed.table)
      .filter((row) => isVisible(context, row) && listed.matches(row, args));
    const { keys, descending } = listed;
    return page(rows, { keys, descending, place: `Query.${name}` }, { args, context, info });
  }
  if (name === "sources")
    return page(store.rows("sources"), orderOfSources, { args, context, info });
  const allowed =
    name === "syncRuns" || name === "agreementReceipts" ? ["CITY", "DISTRICT"] : ["DISTRICT"];
  if (!allowed.includes(principal.tier)) return null;
  const moments: Readonly<Record<string, string>> = {
    syncRuns: "started_at",
    syncConflicts: "opened_at",
    agreementReceipts: "obtained_at",
    linkReviews: "opened_at",
  };
  const moment = moments[name];
  const keys: readonly Key[] = moment === undefined ? [["id"]] : [[moment], ["id"]];
  const { state } = (args["filter"] ?? {}) as { readonly state?: string | null };
  return page(
    store.rows(snake(name)).filter((row) => state == null || row["state"] === state),
    { keys, descending: true, place: `Query.${name}` },
    { args, context, info },
  );
}

function areasByPosition(store: NaiveStore): readonly NaiveRow[] {
  return store.rows("areas").toSorted((a, b) => Number(a["position"]) - Number(b["position"]));
}

function node(id: string, context: NaiveContext, enterprises: readonly NaiveRow[]): unknown {
  const [type, key] = Buffer.from(id, "base64url").toString().split(":");
  if (type === "Enterprise")
    return typed(
      "Enterprise",
      enterprises.find((row) => row["credit_code"] === key),
    );
  if (type === "Area")
    return typed(
      "Area",
      context.store.rows("areas").find((row) => row["code"] === key),
    );
  return null;
}

const typed = (type: string, row: NaiveRow | undefined) =>
  row ? { ...row, __typename: type } : null;

function page(rows: readonly NaiveRow[], order: Ordered, { args, context, info }: Call): unknown {
  const sign = order.descending ? -1 : 1;
  const sorted = rows.toSorted((a, b) => sign * compareRows(order.keys, a, b));
  const cursorsAt = (depth: number) =>
    sorted.map((row) => cursorOf(row, { ...order, depth }, args["filter"] ?? null, context));
  const at = (cursor: unknown) =>
    typeof cursor === "string" ? cursorsAt(depthIn(cursor)).indexOf(cursor) : -1;
  const from = args["after"] == null ? 0 : at(args["after"]) + 1;
  const to = args["before"] == null ? sorted.length : at(args["before"]);
  const backward = args["last"] != null;
  const limit = Number((backward ? args["last"] : args["first"]) ?? 20);
  const depth = Math.max(depthIn(args["after"]), depthIn(args["before"])) + limit;
  const cursors = cursorsAt(depth);
  const start = backward ? Math.max(from, to - limit) : from;
  const end = backward ? to : Math.min(to, from + limit);
  const type = getNamedType(info.returnType);
  const edgeType = isObjectType(type) ? type.name : "";
  const edges = sorted
    .slice(start, end)
    .map((row, index) => ({ __made: true, edgeType, node: row, cursor: cursors[start + index] }));
  return {
    totalCount: rows.length,
    edges,
    pageInfo: {
      hasNextPage: backward ? args["before"] != null && to < sorted.length : to > end,
      hasPreviousPage: backward ? start > from : args["after"] != null && from > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

function field(type: string, name: string, row: NaiveRow, call: Call): unknown {
  const { store, principal: _principal } = call.context;
  const code = String(row["credit_code"]);
  const area = (value: unknown) =>
    store.rows("areas").find((each) => each["code"] === value) ?? null;
  const visible = (table: string) =>
    store.byCode(table, code).filter((each) => isVisible(call.context, each));
  const judged = judgementField(type, name, row, store);
  if (judged !== undefined) return judged;
  if (name === "enterprise")
    return (
      store
        .rows("enterprises")
        .find((each) => each["credit_code"] === code && isVisible(call.context, each)) ?? null
    );
  if (type === "AreaStatistics") return statistic(name, row, call.context);
  if (type === "Area" && name === "parent") return area(row["parent_code"]);
  if (type === "Portrait" && name === "labelReasons")
    return visible("enterprise_labels").toSorted((a, b) =>
      Buffer.compare(Buffer.from(String(a["label"])), Buffer.from(String(b["label"]))),
    );
  if (type === "Source" && name === "code") return row["id"];
  if (type === "Source" && name === "importRuns") return runsOfSource(row, call.context);
  if (name === "provenance") return { ...row, source: row["source_id"] };
  if (type === "Provenance" && name === "source") return row["source_id"];
  if (type === "ImportRun" && name === "source") return row["source_id"];
  if (name === "peer") return row["peer_id"];
  if (type === "SyncConflict") {
    const value = { base: "base_value", ours: "our_value", theirs: "their_value" }[name];
    if (value !== undefined) return row[value];
    if (name === "recordKey") return row["entity_key"];
    if (name === "history")
      return store
        .rows("sync_conflicts")
        .filter(
          (each) => each["stream"] === row["stream"] && each["entity_key"] === row["entity_key"],
        )
        .toSorted((a, b) => compareRows([["opened_at"], ["id"]], a, b));
  }
  if (name === "id")
    return Buffer.from(
      `${type}:${String(row[{ Enterprise: "credit_code", Area: "code" }[type] ?? "id"])}`,
    ).toString("base64url");
  if (type === "Enterprise") {
    if (["alerts", "followUps", "matches"].includes(name))
      return call.context.principal.tier === "CITY" ? null : visible(snake(name));
    if (name === "town" || name === "zone") return area(row[`${name}_code`]);
    if (name === "portrait") return visible("portraits")[0] ?? null;
    if (name === "cityRecord") return null;
    if (name === "formerNames")
      return visible("enterprise_names")
        .filter((each) => each["valid_to"] !== null)
        .toSorted((a, b) => compareRows([["valid_from"]], b, a));
    if (name === "bases")
      return visible("bases").toSorted((a, b) => compareRows([["base_no"]], a, b));
    if (name === "assessments") return assessmentsOf(visible("assessments"), call.args);
    if (name === "assessmentHistory")
      return visible("assessments")
        .filter((each) => call.args["pack"] == null || each["pack_id"] === call.args["pack"])
        .toSorted((a, b) => compareRows([["assessed_at"], ["revision"], ["pack_id"]], b, a))
        .slice(0, Number(call.args["first"] ?? 20));
    if (name === "verifications")
      return visible("title_verifications").toSorted((a, b) => compareRows([["kind"]], a, b));
    if (name === "titleClaims")
      return visible("title_claims").toSorted((a, b) => compareRows([["kind"]], a, b));
    if (name === "libraries" && call.args["asOf"] != null)
      return visible("library_memberships")
        .filter((each) => onDay(each, "entered_on", "exited_on", call.args["asOf"]))
        .toSorted((a, b) => compareRows([["entered_on"], ["library_kind"]], b, a));
    const list = lists[name];
    if (list)
      return visible(list[0])
        .toSorted((a, b) => compareRows(list.slice(1) as Key[], b, a))
        .slice(0, Number(call.args["first"] ?? 1_000));
    const connection = connections[name];
    if (connection) {
      const filter = call.args["filter"] as
        | { kind?: string[]; status?: string[] }
        | null
        | undefined;
      const rows = visible(connection[0]).filter(
        (each) =>
          (!filter?.kind || filter.kind.includes(String(each["kind"]))) &&
          (!filter?.status || filter.status.includes(String(each["status"]))),
      );
      return page(
        rows,
        { keys: connection.slice(1) as Key[], descending: true, place: `Enterprise.${name}` },
        call,
      );
    }
  }
  return row[snake(name)] ?? null;
}
