import { readdirSync, readFileSync } from "node:fs";

import { expect, it } from "vitest";
import { parse } from "yaml";

import { indicatorMap } from "../../../domain/screening/indicator-map.ts";
import { lexicon } from "./screening-kit.ts";

interface CatalogueFile {
  readonly indicators?: readonly { readonly id: string }[];
  readonly titles?: readonly { readonly id: string }[];
}

const data = (path: string): unknown =>
  parse(readFileSync(new URL(`../../../data/${path}`, import.meta.url), "utf8"));

const files = readdirSync(new URL("../../../data/indicators/", import.meta.url))
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => data(`indicators/${name}`) as CatalogueFile);
const indicators = new Set(files.flatMap((file) => (file.indicators ?? []).map(({ id }) => id)));
const titleIds = new Set(files.flatMap((file) => (file.titles ?? []).map(({ id }) => id)));
const raw = data("screening/indicators.yaml") as Record<
  "renamed" | "titles",
  Record<string, string>
>;
const map = indicatorMap(raw, indicators);

it("leads from metrics of the catalogue to indicators that exist", () => {
  for (const [metric, indicator] of Object.entries(raw.renamed)) {
    expect(lexicon.catalogue.metrics.has(metric), metric).toBe(true);
    expect(indicators.has(indicator), indicator).toBe(true);
    expect(map.indicatorOf(metric)).toBe(indicator);
  }
});

it("leads from titles of the language to titles of the register", () => {
  const known = lexicon.catalogue.metrics.get("title_valid")?.values ?? [];
  for (const [title, id] of Object.entries(raw.titles)) {
    expect(known, title).toContain(title);
    expect(titleIds.has(id), id).toBe(true);
    expect(map.titleOf(title)).toBe(id);
  }
});

it.each([
  ["rd_ratio_y1", "rd_ratio_y1"],
  ["sme", "is_sme"],
  ["tax_per_mu", undefined],
])("answers %s by %s", (metric, indicator) => {
  expect(map.indicatorOf(metric)).toBe(indicator);
});

it("shares more than a hundred ids with the indicator catalogue", () => {
  const shared = [...lexicon.catalogue.metrics.keys()].filter((id) => indicators.has(id));
  expect(shared.length).toBeGreaterThan(100);
});
