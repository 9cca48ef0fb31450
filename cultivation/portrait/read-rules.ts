/** Rules of scores and labels from the data folder: checked whole before a statement is made of them. */
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";

import { z } from "zod";

import { ipKinds, titleKinds } from "../../domain/vocabulary.ts";
import {
  booleanMeasures,
  comparisons,
  expectedFacts,
  type LabelRules,
  numberMeasures,
  riskDeductions,
  type ScoreRules,
  sentences,
  textMeasures,
} from "../../store/queries/portrait-rules.ts";
import { readRulesFile } from "../read-rules-file.ts";

const fileOf = (path: string) => fileURLToPath(new URL(`../../data/${path}`, import.meta.url));

const rising = (points: readonly (readonly [number, number])[]) =>
  points.every(([x], place) => place === 0 || x > (points[place - 1]?.[0] ?? Infinity));

const scoreShape = z
  .object({
    version: z.string().min(1),
    minimumKnownWeight: z.number().min(1).max(100),
    parts: z.array(
      z.object({
        id: z.string().regex(/^[A-Z_]+$/),
        nameZh: z.string().min(1),
        unit: z.string(),
        measure: z.enum(numberMeasures),
        weight: z.number().positive(),
        points: z
          .array(z.tuple([z.number(), z.number().min(0).max(1)]))
          .min(2)
          .refine(rising, "数值应逐点上升 / values must rise"),
      }),
    ),
    ipWeights: z.record(z.enum(ipKinds), z.number().nonnegative()),
    titlePoints: z.record(z.enum(titleKinds), z.number().nonnegative()),
    riskDeductions: z.record(z.enum(riskDeductions), z.number().nonnegative()),
    expected: z.record(z.enum(["COMPANY", "OTHERS"]), z.array(z.enum(expectedFacts)).min(1)),
    trend: z.object({ risingFrom: z.number(), fallingTo: z.number() }),
    sentences: z.record(z.enum(sentences), z.string()),
  })
  .refine(
    ({ parts }) => parts.reduce((sum, { weight }) => sum + weight, 0) === 100,
    "各部分权重之和应为 100 / the weights of the parts must add up to 100",
  );

const places = new Set<string>([...numberMeasures, ...textMeasures]);
const placesKnown = (reason: string) =>
  [...reason.matchAll(/\{(\w+)\}/g)].every(([, name]) => name !== undefined && places.has(name));

const labelShape = z.object({
  version: z.string().min(1),
  labels: z
    .array(
      z.object({
        label: z.string().min(1),
        category: z.string().regex(/^[A-Z_]+$/),
        appliesTo: z.enum(["LIBRARY", "COMPANY", "ALL"]),
        all: z
          .array(
            z.union([
              z.tuple([z.enum(numberMeasures), z.enum(comparisons), z.number()]),
              z.tuple([z.enum(booleanMeasures), z.literal("is"), z.boolean()]),
            ]),
          )
          .min(1),
        reason: z
          .string()
          .min(1)
          .refine(placesKnown, "引用了不存在的指标 / names a measure that does not exist"),
      }),
    )
    .refine(
      (labels) => new Set(labels.map(({ label }) => label)).size === labels.length,
      "标签重复 / a label stands twice",
    )
    .refine(
      (labels) => labels.some(({ appliesTo }) => appliesTo === "ALL"),
      "没有适用于全部企业（ALL）的标签 / none applies to ALL",
    ),
});

/** @throws GoldseedError FILE_UNREADABLE; RULES_INVALID with every fault of the file. */
export function readScoreRules(path: string = fileOf("scoring/score-1.yaml")): ScoreRules {
  return readRulesFile(scoreShape, path);
}

/** @throws GoldseedError FILE_UNREADABLE; RULES_INVALID with every fault of the file. */
export function readLabelRules(path: string = fileOf("labels/labels-1.yaml")): LabelRules {
  return readRulesFile(labelShape, path);
}

/** Tells rules apart: by what they say, so that a comment put right changes nothing. */
export function portraitRulesDigest(): string {
  const rules = JSON.stringify([readScoreRules(), readLabelRules()]);
  return createHash("sha256").update(rules).digest("hex").slice(0, 16);
}
