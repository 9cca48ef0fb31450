/** Reads the gazetteer of one district: villages, roads and places that tell a town. */
import { readFile } from "node:fs/promises";

import { parse } from "csv-parse/sync";

import type { GazetteerEntry } from "../../domain/enterprise/town-of-address.ts";

type Column = "kind" | "name" | "town_code" | "from_number" | "to_number" | "confidence";

/** `path`: a CSV with the columns of data/linking/gazetteer-370211.csv, which is the default. */
export async function loadGazetteer(
  path: string | URL = new URL("../../data/linking/gazetteer-370211.csv", import.meta.url),
): Promise<readonly GazetteerEntry[]> {
  const rows: Record<Column, string>[] = parse(await readFile(path, "utf8"), { columns: true });
  return rows.map((row) => ({
    kind: row.kind as GazetteerEntry["kind"],
    name: row.name,
    townCode: row.town_code,
    confidence: Number(row.confidence),
    ...(row.from_number === "" ? {} : { fromNumber: Number(row.from_number) }),
    ...(row.to_number === "" ? {} : { toNumber: Number(row.to_number) }),
  }));
}
