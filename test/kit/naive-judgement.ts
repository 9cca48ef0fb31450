/** The judgement nouns of the naive graph: rows in memory, filtered and sorted the slow way. */
import type { NaiveRow, NaiveStore } from "./naive-store.ts";

type Given = Readonly<Record<string, unknown>>;

const byText = (column: string) => (a: NaiveRow, b: NaiveRow) =>
  Buffer.compare(Buffer.from(String(a[column])), Buffer.from(String(b[column])));

/** Holds on the day: from its first day up to, not including, its last. */
export function onDay(row: NaiveRow, from: string, until: string, day: unknown): boolean {
  return (
    String(row[from]) <= String(day) && (row[until] === null || String(row[until]) > String(day))
  );
}

export function assessmentsOf(
  rows: readonly NaiveRow[],
  { pack, asOf }: Given,
): readonly NaiveRow[] {
  return rows
    .filter((row) => pack == null || row["pack_id"] === pack)
    .filter((row) =>
      asOf == null ? row["superseded_on"] === null : onDay(row, "as_of", "superseded_on", asOf),
    )
    .toSorted(byText("pack_id"));
}

const wayDecimals = ["by", "points"] as const;
/** A list of parts without what each has measured, which is dearer (L3); anything else is no list of parts. */
function withoutValues(parts: unknown): readonly Given[] {
  if (!Array.isArray(parts)) return [];
  return parts.map((part: Given) => {
    const { value: _, ...told } = part;
    return told;
  });
}

/** Fields of the judgement nouns that are no plain column; undefined for those that are. */
export function judgementField(
  type: string,
  name: string,
  row: NaiveRow,
  store: NaiveStore,
): unknown {
  const where = `${type}.${name}`;
  if (where === "Assessment.pack")
    return (
      store
        .rows("criteria_packs")
        .find((pack) => pack["id"] === row["pack_id"] && pack["version"] === row["pack_version"]) ??
      null
    );
  if (where === "Assessment.progress") return Number(row["progress"]);
  if (where === "Assessment.waysToPass") {
    const ways = row["ways_to_pass"];
    if (!Array.isArray(ways)) return null;
    return ways.map((way: Given) => ({
      sentence: way["sentence"],
      changes: way["changes"],
    }));
  }
  if (where === "WayToPass.changes") return row["changes"];
  if (type === "WayChange" && (wayDecimals as readonly string[]).includes(name))
    return row[name] == null ? null : String(row[name]);
  if (where === "CriteriaPack.packId" || where === "Indicator.indicatorId") return row["id"];
  if (where === "Portrait.parts") return row["score_parts"];
  if (where === "Portrait.scoreParts") return withoutValues(row["score_parts"]);
  if (type === "ScorePart") {
    const value = row[name];
    const isDecimal = ["value", "weight", "share", "contribution"].includes(name);
    return isDecimal && value != null ? String(value) : (value ?? null);
  }
  if (where === "YearlyReport.area")
    return store.rows("areas").find((area) => area["code"] === row["area_code"]) ?? null;
  return undefined;
}

/** Rows of a judgement list at the root, in the order of the graph. */
export function judgementList(
  name: string,
  args: Given,
  { store, areas }: { store: NaiveStore; areas: readonly string[] | null },
): readonly NaiveRow[] | null {
  if (name === "criteriaPacks")
    return store
      .rows("criteria_packs")
      .filter((row) => row["superseded_at"] === null)
      .filter((row) => args["packId"] == null || row["id"] === args["packId"])
      .toSorted(byText("id"));
  if (name === "indicators")
    return store
      .rows("indicators")
      .filter((row) => args["indicatorId"] == null || row["id"] === args["indicatorId"])
      .toSorted(byText("id"));
  if (name === "yearlyReport")
    return store
      .rows("yearly_reports")
      .filter((row) => row["year"] === args["year"])
      .filter((row) => areas === null || areas.includes(String(row["area_code"])))
      .toSorted(byText("area_code"));
  return null;
}

interface Listed {
  readonly table: string;
  readonly keys: readonly (readonly [string])[];
  readonly descending: boolean;
  readonly matches: (row: NaiveRow, args: Given) => boolean;
}

const among = (list: unknown, value: unknown) => !Array.isArray(list) || list.includes(value);
const inArea = (filter: Given, row: NaiveRow) =>
  (filter["town"] == null || row["town_code"] === filter["town"]) &&
  (filter["zone"] == null || row["zone_code"] === filter["zone"]);
const filterOf = (args: Given) => (args["filter"] ?? {}) as Given;

const verifications: Listed = {
  table: "title_verifications",
  keys: [["kind"], ["credit_code"]],
  descending: false,
  matches: (row, args) => {
    const filter = filterOf(args);
    return (
      inArea(filter, row) &&
      among(filter["kinds"], row["kind"]) &&
      among(filter["outcomes"], row["outcome"]) &&
      among(filter["computed"], row["computed"])
    );
  },
};

/** The judgement connections at the root. */
export const judgementConnections: Readonly<Record<string, Listed>> = {
  titleVerifications: verifications,
  goldSeeds: {
    ...verifications,
    matches: (row, args) =>
      row["outcome"] === "MEETS_NOT_APPLIED" && verifications.matches(row, args),
  },
  bases: {
    table: "bases",
    keys: [["base_no"], ["credit_code"]],
    descending: false,
    matches: (row, args) =>
      inArea(filterOf(args), row) && among(filterOf(args)["levels"], row["level"]),
  },
  libraryMembers: {
    table: "library_memberships",
    keys: [["entered_on"], ["library_kind"], ["credit_code"]],
    descending: true,
    matches: (row, args) => {
      const filter = filterOf(args);
      const day = args["asOf"];
      const entered = String(row["entered_on"]);
      return (
        (day == null ? row["exited_on"] === null : onDay(row, "entered_on", "exited_on", day)) &&
        inArea(filter, row) &&
        among(filter["kinds"], row["library_kind"]) &&
        (filter["enteredFrom"] == null || entered >= String(filter["enteredFrom"])) &&
        (filter["enteredTo"] == null || entered <= String(filter["enteredTo"]))
      );
    },
  },
};
