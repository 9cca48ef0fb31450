/** A text that tells figures is as sensitive as they are: what is made of L3 facts is not read with L2. */
import { readFileSync } from "node:fs";

import { expect, test } from "vitest";
import { parse } from "yaml";

import { loadSchema, readClassifications } from "../../gateway/load-schema.ts";

const levels = readClassifications(loadSchema());
const file = new URL("../../data/labels/labels-1.yaml", import.meta.url);
const { labels } = parse(readFileSync(file, "utf8")) as { labels: { reason: string }[] };

test("reasons of labels tell revenue, profit and the like, and have the level of these", () => {
  const told = labels.filter(({ reason }) =>
    /\{(?:revenue|profit|rd_expense|equity)_\w*wan\}|\{profit_\w+_wan\}/u.test(reason),
  );
  expect(told.length).toBeGreaterThan(2);
  for (const fact of ["AnnualFinancial.revenue", "AnnualFinancial.netProfit"])
    expect([fact, levels.get(fact)]).toEqual([fact, "L3"]);
  expect(levels.get("LabelReason.reason")).toBe("L3");
});
