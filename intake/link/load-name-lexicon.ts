/** Reads the lexicon that names and addresses are taken apart with, from data/linking. */
import { readFile } from "node:fs/promises";

import { parse } from "csv-parse/sync";

import type { NameLexicon } from "../../domain/enterprise/company-name-parts.ts";
import { buildRegionIndex } from "../../domain/enterprise/region-index.ts";

const folder = new URL("../../data/linking/", import.meta.url);

/** `home`: the two digits of the home province; its divisions win where a county's name is borne twice. */
export async function loadNameLexicon(home = "37"): Promise<NameLexicon> {
  const rows: Record<"code" | "name" | "forms", string>[] = parse(
    await readFile(new URL("divisions.csv", folder), "utf8"),
    { columns: true },
  );
  const divisions = rows.map(({ code, name, forms }) => ({ code, name, forms: forms.split("|") }));
  const words = await readFile(new URL("industry-words.txt", folder), "utf8");
  return {
    regions: buildRegionIndex(divisions, home),
    industryWords: new Set(words.trim().split("\n")),
  };
}
