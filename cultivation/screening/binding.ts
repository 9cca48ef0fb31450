/** The product's own binding of metrics to columns, read once: lexicon, indicator map, areas of the district. */
import { readFileSync } from "node:fs";

import { parse } from "yaml";

import type { Criteria } from "../../domain/criteria/criteria.ts";
import type { Binding } from "../../domain/screening/bind-condition.ts";
import { indicatorMap } from "../../domain/screening/indicator-map.ts";
import type { PoolClient } from "../../store/pool.ts";
import { readAreaNames } from "../../store/queries/area-names.ts";
import { readLexicon } from "./extract/read-lexicon.ts";

let rawMap: unknown;

/** Areas are read from the store, because towns are renamed by data. */
export async function readBinding(client: PoolClient, criteria: Criteria): Promise<Binding> {
  rawMap ??= parse(
    readFileSync(new URL("../../data/screening/indicators.yaml", import.meta.url), "utf8"),
  );
  const areas = await readAreaNames(client);
  const byName = new Map(
    areas.flatMap(({ code, kind, names }) =>
      kind === "TOWN" || kind === "ZONE"
        ? names.map((name) => [name, { code, column: columnOf[kind] }] as const)
        : [],
    ),
  );
  const own = areas.filter(({ kind }) => kind === "CITY" || kind === "DISTRICT");
  return {
    catalogue: readLexicon().catalogue,
    indicators: indicatorMap(rawMap, new Set(criteria.catalogue.indicators.keys())),
    areaOf: (name) => byName.get(name),
    ownPlaces: new Set(["山东省", "西海岸新区", ...own.flatMap(({ names }) => names)]),
  };
}

const columnOf = { TOWN: "area:town", ZONE: "area:zone" } as const;
