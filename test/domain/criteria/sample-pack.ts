/** A small catalogue and a small sound pack, to be spoilt one way at a time. */
import type { Catalogue } from "../../../domain/criteria/catalogue.ts";
import type { RulePack } from "../../../domain/criteria/pack.ts";
import { top } from "../../../domain/criteria/read/place.ts";
import { readCatalogue } from "../../../domain/criteria/read/read-catalogue.ts";
import { readPack } from "../../../domain/criteria/read/read-pack.ts";

const indicator = (id: string, type: string, more: object = {}) => ({
  id,
  name_zh: `${id} zh`,
  name_en: id,
  type,
  formula: "f",
  source: "s",
  ...more,
});

export function sampleCatalogue(): Catalogue {
  return readCatalogue(
    {
      indicators: [
        indicator("revenue", "decimal", { unit: "万元", better: "higher" }),
        indicator("debt", "decimal", { unit: "%", better: "lower", minimum: 0, maximum: 1000 }),
        indicator("patents", "integer", {
          unit: "项",
          better: "higher",
          variants: { narrow: "few" },
        }),
        indicator("rank", "integer", { better: "rank" }),
        indicator("certified", "boolean", { better: "yes" }),
        indicator("branded", "boolean", { better: "yes" }),
        indicator("accident", "boolean", { better: "no" }),
        indicator("listed", "boolean", { better: "no", lever: "clear" }),
        indicator("level", "word", { words: ["low", "high"], better: "higher", lever: "obtain" }),
        indicator("given", "decimal", { better: "higher" }),
        indicator("chosen", "integer", { better: "higher" }),
      ],
      titles: [
        { id: "bronze", name_zh: "铜", name_en: "Bronze" },
        { id: "silver", name_zh: "银", name_en: "Silver", aliases: ["白银"] },
        { id: "gold", name_zh: "金", name_en: "Gold" },
      ],
      contradictions: [],
    },
    top(),
  );
}

/** Parsed YAML of a sound pack; `changes` replace its top-level keys. */
export function samplePackData(
  changes: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return {
    kind: "rules",
    id: "sample_2020",
    title: "silver",
    name_zh: "样例",
    name_en: "Sample",
    issuer: "某局",
    document: "某〔2020〕1号",
    confidence: "text_seen",
    in_force: { new: { from: "2020-01-01" } },
    sources: [{ shows: "全文", confidence: "text_seen" }],
    categories: [{ name: "甲", maximum: 15, minimum: { at_least: 5 } }],
    items: [
      {
        id: "A1",
        name_zh: "收入",
        category: "甲",
        maximum: 10,
        input: "revenue",
        bands: [
          { less_than: 100, points: 0 },
          { at_least: 100, less_than: 200, points: 5 },
          { at_least: 200, points: 10 },
        ],
      },
      {
        id: "A2",
        name_zh: "证书",
        category: "甲",
        maximum: 5,
        count: { inputs: ["certified", "branded"], each: 3 },
      },
    ],
    gates: [
      {
        id: "score",
        name_zh: "评分",
        needs: { any: [{ score: "total", at_least: 10 }, { direct_pass: "any" }] },
      },
    ],
    direct_passes: [{ id: "D1", name_zh: "专利", needs: { input: "patents", at_least: 5 } }],
    exclusions: [{ id: "X1", name_zh: "事故", input: "accident", look_back: "近三年" }],
    ...changes,
  };
}

/** The messages of everything wrong with a pack, as `place: message`. */
export function problemsOf(data: unknown): string[] {
  const place = top();
  readPack(data, place, sampleCatalogue());
  return place.problems.map(({ path, message }) => `${path.join(".")}: ${message}`);
}

export function readSample(data: unknown = samplePackData()): RulePack {
  const place = top();
  const pack = readPack(data, place, sampleCatalogue());
  if (pack?.kind !== "rules" || place.problems.length > 0)
    throw new Error(JSON.stringify(place.problems));
  return pack;
}
