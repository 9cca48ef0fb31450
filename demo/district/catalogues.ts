/** Sources, chains and resources of the demonstration, as rows of their tables. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { parse } from "yaml";

import type { DemoCatalogues } from "../../store/queries/demo-catalogues.ts";
import { districtWords } from "./words.ts";

export function demoCatalogues(): DemoCatalogues {
  const { chains } = districtWords();
  return {
    sources: readRows("sources").map(sourceRow),
    chains: chains.map(({ id, name, en }, place) => ({
      id,
      name_zh: name,
      name_en: en,
      position: place + 1,
    })),
    chainNodes: chains.flatMap((chain) =>
      chain.nodes.map(([id, name, stage, isGap], place) => ({
        chain_id: chain.id,
        id,
        name_zh: name,
        stage,
        position: place + 1,
        is_gap: isGap ?? false,
      })),
    ),
    resources: readRows("resources").map(resourceRow),
  };
}

function sourceRow(row: readonly unknown[]) {
  const [id, nameZh, nameEn, department, cadence, classification] = row;
  return {
    id,
    name_zh: nameZh,
    name_en: nameEn,
    department,
    cadence,
    classification,
    description: { demonstration: true },
    digest: createHash("sha256").update(JSON.stringify(row)).digest("hex"),
  };
}

function resourceRow([id, kind, nameZh, provider, summary, conditions]: readonly unknown[]) {
  return { id, kind, name_zh: nameZh, provider, summary, conditions };
}

function readRows(name: string): readonly (readonly unknown[])[] {
  const path = fileURLToPath(new URL(`words/${name}.yaml`, import.meta.url));
  return parse(readFileSync(path, "utf8")) as unknown[][];
}
