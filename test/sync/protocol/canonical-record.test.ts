import { readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import * as city from "../../../demo/city-platform/canonical.ts";
import {
  canonicalTitle,
  recommendationDigest,
  recordKey,
  titleDigest,
  type RecommendationContent,
  type TitleContent,
} from "../../../sync/protocol/canonical-record.ts";

const title: TitleContent = {
  creditCode: "91370211MA3C0ABC1P",
  kind: "SPECIALIZED",
  batch: "2024-1",
  level: "PROVINCIAL",
  validFrom: "2024-06-01",
  validTo: null,
  status: "VALID",
  certificateNo: null,
};
const recommendation: RecommendationContent = {
  creditCode: "91370211MA3C0ABC1P",
  kind: "GAZELLE",
  batch: "2026-2",
  townCode: "370211001",
  recommendedOn: "2026-11-20",
  reason: "主导产品市占率全省第一",
};

test("the bytes and the digest of a title are those printed in the protocol", () => {
  const text = readFileSync("docs/city-protocol.md", "utf8");
  const example = /```\n(sme-sync\/1\ntitle\n[\s\S]*?)```/u.exec(text)?.[1];
  expect(canonicalTitle(title).toString("utf8")).toBe(example);
  expect(text).toContain(`\`${titleDigest(title)}\``);
});

test("the platform's own code gives the same digests", () => {
  expect(city.titleDigest(title).toString("hex")).toBe(titleDigest(title));
  const theirs = city.recommendationDigest(recommendation).toString("hex");
  expect(theirs).toBe(recommendationDigest(recommendation));
});

describe("digests differ when records differ", () => {
  test.each<[string, Partial<TitleContent>, Partial<TitleContent>]>([
    ["null and empty text", { certificateNo: null }, { certificateNo: "" }],
    [
      "a value that moved to the next field",
      { validFrom: "2024-06-01", validTo: null },
      { validFrom: null, validTo: "2024-06-01" },
    ],
    [
      "a line feed inside a value",
      { batch: "2024-1", certificateNo: "x\n9-" },
      { batch: "2024-1", certificateNo: "x" },
    ],
    ["composed and decomposed letters", { certificateNo: "\u00e9" }, { certificateNo: "e\u0301" }],
    ["full width and half width", { batch: "２０２４-1" }, { batch: "2024-1" }],
    ["a trailing space", { batch: "2024-1 " }, { batch: "2024-1" }],
  ])("%s", (_, a, b) => {
    expect(titleDigest({ ...title, ...a })).not.toBe(titleDigest({ ...title, ...b }));
  });
});

test("a key names enterprise, kind and batch", () => {
  expect(recordKey(title)).toBe("91370211MA3C0ABC1P|SPECIALIZED|2024-1");
});
