/** What an alert shows of a tree, in the words of whoever reads it. */
import { expect, test } from "vitest";

import type { Binding } from "../../../domain/screening/bind-condition.ts";
import type { Leaf } from "../../../domain/screening/condition.ts";
import { figuresOf } from "../../../domain/screening/figures-of.ts";
import { lexicon } from "./screening-kit.ts";

const binding: Binding = {
  catalogue: lexicon.catalogue,
  indicators: { indicatorOf: () => undefined, titleOf: () => undefined, packOf: (pack) => pack },
  areaOf: () => undefined,
  ownPlaces: new Set(),
};
const metricOf = (kind: string) =>
  [...lexicon.catalogue.metrics].find(([, metric]) => metric.kind === kind)?.[0] ?? "";

test.each<[string, Omit<Leaf, "m">, string]>([
  ["number", { op: ">=", v: 5000 }, "≥ 5000"],
  ["number", { op: "<", v: 0.5 }, "< 0.5"],
  ["boolean", {}, "是"],
  ["boolean", { op: "==", v: false }, "否"],
  ["boolean", { op: "!=", v: true }, "否"],
  ["boolean", { op: "!=", v: false }, "是"],
  ["list", { op: "in", v: ["甲", "乙"] }, "属于 甲、乙"],
  ["list", { op: "not in", v: ["甲"] }, "不属于 甲"],
])("%s %o is read as %s", (kind, leaf, words) => {
  const m = metricOf(kind);
  expect(figuresOf({ m, ...leaf }, binding).map(({ asked }) => asked)).toEqual([words]);
});

test.each<[string, Omit<Leaf, "m">, string]>([
  ["boolean", {}, "是"],
  ["boolean", { op: "==", v: false }, "否"],
  ["boolean", { op: "!=", v: true }, "否"],
  ["list", { op: "in", v: ["甲", "乙"] }, "符合"],
])("whoever meets %s %o answers %s", (kind, leaf, words) => {
  const m = metricOf(kind);
  expect(figuresOf({ m, ...leaf }, binding).map(({ answer }) => answer)).toEqual([words]);
});
