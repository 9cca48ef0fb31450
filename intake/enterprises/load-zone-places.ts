/** Reads the boundary list of the functional zones: towns, villages, roads and places that lie wholly in one of them. */
import { readFile } from "node:fs/promises";

import { parse } from "csv-parse/sync";

import type { Area } from "../../domain/enterprise/area.ts";
import type { ZonePlace } from "../../domain/enterprise/zone-of-address.ts";
import { GoldseedError } from "../../domain/errors.ts";

type Row = Readonly<
  Record<"zone_code" | "kind" | "place" | "confidence" | "source", string | undefined>
>;

const kinds = ["TOWN", "VILLAGE", "ROAD", "PLACE"];

/**
 * `path`: a CSV like data/areas/zone-places.csv, which is the default.
 *
 * @throws GoldseedError CONFIG_INVALID with every fault of every line: a wrong place would show an enterprise to a zone
 * that has no business with it.
 */
export async function loadZonePlaces(
  areas: readonly Area[],
  path: string | URL = new URL("../../data/areas/zone-places.csv", import.meta.url),
): Promise<readonly ZonePlace[]> {
  const rows: { record: Row; info: { lines: number } }[] = parse(await readFile(path, "utf8"), {
    columns: true,
    comment: "#",
    comment_no_infix: true,
    bom: true,
    trim: true,
    info: true,
  });
  const seen = new Set<string>();
  const faults = rows.flatMap(({ record, info }) =>
    faultsOf(record, areas, seen).map(
      (fault) => `第 ${info.lines} 行 line ${info.lines}: ${fault}`,
    ),
  );
  if (faults.length > 0) {
    throw new GoldseedError(
      "CONFIG_INVALID",
      `功能区边界表有 ${faults.length} 处错误 / The list of places of zones has ${faults.length} faults in "${String(path)}":\n${faults.join("\n")}`,
      { details: { faults } },
    );
  }
  // The longest first: a road that bears a zone's name must not be taken for a shorter place.
  return rows
    .map(({ record }) => ({
      zoneCode: record.zone_code ?? "",
      place: record.place ?? "",
      confidence: Number(record.confidence),
    }))
    .sort((a, b) => b.place.length - a.place.length);
}

function faultsOf(row: Row, areas: readonly Area[], seen: Set<string>): string[] {
  const { zone_code = "", kind = "", place = "", confidence = "", source = "" } = row;
  const isKnown = (code: string, of: Area["kind"]): boolean =>
    areas.some((area) => area.code === code && area.kind === of);
  const share = Number(confidence);
  const faults = [
    isKnown(zone_code, "ZONE") ? "" : `“${zone_code}”不是功能区代码 is no zone`,
    kinds.includes(kind) ? "" : `kind “${kind}”, 应为 expected ${kinds.join(", ")}`,
    kind !== "TOWN" || isKnown(place, "TOWN") ? "" : `“${place}”不是镇街代码 is no town`,
    place.length >= 2 ? "" : `place “${place}”太短 is too short`,
    confidence !== "" && share > 0 && share <= 1
      ? ""
      : `confidence “${confidence}”, 应在 0 与 1 之间 expected above 0, at most 1`,
    source === "" ? "缺少 source is missing" : "",
    seen.has(place) ? `“${place}”重复 stands twice` : "",
  ];
  seen.add(place);
  return faults.filter((fault) => fault !== "");
}
