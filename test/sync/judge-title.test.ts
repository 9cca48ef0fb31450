import { describe, expect, test } from "vitest";

import { judgeTitle } from "../../sync/pull/judge-title.ts";
import { creditCodeOf } from "../demo/city-platform/titles-for-tests.ts";

const sound = {
  creditCode: creditCodeOf(1),
  kind: "SPECIALIZED",
  batch: "2024-1",
  district: "370211",
  name: "青岛某某机械有限公司",
  level: "PROVINCIAL",
  validFrom: "2024-06-01",
  validTo: null,
  status: "VALID",
  certificateNo: null,
  version: "7",
  updatedAt: "2024-06-03T01:00:00.000Z",
  deleted: false,
};
const judge = (value: unknown) => judgeTitle(value, "370211", "page 1 item 1");

test("a sound title is staged under its key with its digest, unknown members kept", () => {
  expect(judge({ ...sound, colour: "gold" })).toEqual({
    key: `${creditCodeOf(1)}|SPECIALIZED|2024-1`,
    record: { ...sound, colour: "gold" },
    digest: expect.stringMatching(/^[0-9a-f]{64}$/u),
    outcome: null,
    reason: null,
  });
});

describe("what is not of the protocol is quarantined with its reason", () => {
  test.each<[string, unknown, RegExp]>([
    ["no object", "title", /expected object/u],
    ["nothing", null, /expected object/u],
    [
      "a wrong check character",
      { ...sound, creditCode: `${creditCodeOf(1).slice(0, 17)}#` },
      /credit code/u,
    ],
    ["a code in scientific notation", { ...sound, creditCode: "9.13702E+17" }, /credit code/u],
    ["full-width digits", { ...sound, validFrom: "２０２４-06-01" }, /validFrom/u],
    ["a spreadsheet's serial date", { ...sound, validFrom: "45444" }, /validFrom/u],
    ["a date that does not exist", { ...sound, validTo: "2026-02-29" }, /validTo/u],
    ["an unknown kind", { ...sound, kind: "DRAGON" }, /kind/u],
    ["a missing member", { ...sound, status: undefined }, /status/u],
    ["a number for a text", { ...sound, version: 7 }, /version/u],
    ["a batch that parts the key", { ...sound, batch: "2024|1" }, /batch/u],
    ["another district", { ...sound, district: "370212" }, /expected "370211"/u],
    ["a NUL in a text", { ...sound, name: "a\u0000" }, /cannot be stored/u],
    ["half a surrogate pair", { ...sound, name: "a\ud800" }, /cannot be stored/u],
  ])("%s", (_, value, reason) => {
    const staged = judge(value);
    expect(staged).toMatchObject({ outcome: "quarantined", digest: "" });
    expect(staged.reason).toMatch(reason);
    expect(JSON.stringify(staged.record)).not.toMatch(/\\u0000|\\ud800/u);
  });
});

test("what has no key of its own is named by its place", () => {
  expect([judge("x").key, judge({ ...sound, batch: 7 }).key]).toEqual([
    "page 1 item 1",
    "page 1 item 1",
  ]);
});
