import { describe, expect, test } from "vitest";

import { inBothLanguages } from "../../cli/sync-reason-text.ts";
import { statusText } from "../../cli/sync-status-text.ts";
import { exitCodeOfSync, syncText } from "../../cli/sync-text.ts";
import { noCounts } from "../../store/queries/sync-runs.ts";
import { guardMassChange } from "../../sync/guard-mass-change.ts";
import { partReport, type PartReport } from "../../sync/part-report.ts";
import type { SyncReport } from "../../sync/run-sync.ts";

const report = (...parts: PartReport[]): SyncReport => ({
  platform: { id: "city-3702", name: "市级平台", level: "L3" },
  generation: 1,
  parts,
  uncaptured: 0,
  ledger: { length: 0, head: null },
});
const pull = partReport({ direction: "PULL", stream: "titles" });
const push = partReport({ direction: "PUSH", stream: "recommendations" });
const agreement = {
  level: "L3",
  agreed: false,
  records: 12,
  root: "0".repeat(64),
  differences: 2,
  roundTrips: 3,
  bytesExchanged: 900,
};
const verify = partReport({ direction: "VERIFY", stream: "titles", agreement });

describe("the exit code tells whether somebody has to look", () => {
  test.each<[string, readonly PartReport[], number]>([
    ["all done", [pull, push], 0],
    [
      "a title that waits for a person",
      [{ ...pull, counts: { ...noCounts, read: 1, quarantined: 1 } }],
      3,
    ],
    [
      "a recommendation that was rejected",
      [{ ...push, counts: { ...noCounts, read: 1, rejected: 1 } }],
      3,
    ],
    ["a held pull", [{ ...pull, state: "HELD" }], 3],
    ["a difference that stayed", [{ ...verify, state: "INCOMPLETE" }], 3],
    [
      "a difference that was mended in the second look",
      [
        { ...verify, state: "INCOMPLETE" },
        { ...verify, agreement: { ...agreement, agreed: true } },
      ],
      0,
    ],
    ["a city that was away", [{ ...pull, state: "FAILED" }], 69],
  ])("%s", (_, parts, code) => {
    expect(exitCodeOfSync(report(...parts))).toBe(code);
  });
});

test("a held pull names the order that lets it pass", () => {
  const held = {
    ...pull,
    state: "HELD" as const,
    runId: "run-7",
    failure: guardMassChange({ held: 10, removed: 9, modified: 0 }),
  };
  expect(syncText(report(held))).toContain(
    "将移除 10 条称号中的 9 条，超过 5 条须经批准 / would remove 9 of 10 titles, at most 5 pass without approval；批准 to let it pass: goldseed sync run --approve run-7",
  );
});

test("agreement, difference and changes past the triggers are said in words", () => {
  expect(syncText(report(verify))).toMatch(/差异 differences 2: 12 条 records, L3, 3 次往返/u);
  const agreed = { ...verify, agreement: { ...agreement, agreed: true } };
  expect(syncText(report(agreed))).toContain("双方一致 both sides agree");
  expect(syncText({ ...report(), uncaptured: 4 })).toContain("4 处变更未被触发器捕获");
});

test.each([
  ["the pages do not join: the key comes twice", /^名单各页对不上，未采用 \/ the pages/u],
  ["7 records differ", "7 条不一致 / 7 records differ"],
  ["our registry has no such enterprise", /^本区登记中没有该企业 \/ our/u],
  ['kind: Invalid option: expected one of "A"', /^不是约定的形式 \/ kind/u],
  ["Wartung bis 8 Uhr", "Wartung bis 8 Uhr"],
])("the reason %j is told in Chinese first, unless it came from the other side", (reason, told) => {
  if (typeof told === "string") expect(inBothLanguages(reason)).toBe(told);
  else expect(inBothLanguages(reason)).toMatch(told);
});

test("before the first exchange the status says so", () => {
  expect(statusText(null)).toContain("no exchange yet");
});

test("the status names ids, and each record that the city rejects with its reason and batch", () => {
  const counts = { ...noCounts, read: 3, applied: 2, rejected: 1 };
  const run = { id: "run-9", startedAt: "2026-11-27T12:00:00.000Z", finishedAt: null, ...counts };
  const text = statusText({
    peerId: "city",
    name: "市级平台",
    level: "L3",
    generation: 1,
    seenAt: null,
    streams: [],
    receipts: [],
    drifts: [],
    listReceipts: { waiting: 0, laidAt: null },
    runs: [{ ...run, direction: "PUSH", stream: "recommendations", state: "DONE", failure: null }],
    rejected: [
      { key: "A|GAZELLE|1", code: "BATCH_CLOSED", message: null, batchKey: "370211:r:1:2" },
    ],
  });
  expect(text).toMatch(/A\|GAZELLE\|1 +BATCH_CLOSED +370211:r:1:2/u);
  expect(text).toMatch(/run-9 .*读取 read 3, 应用 applied 2, 拒收 rejected 1/u);
});

test.each([
  "not reached: connect ECONNREFUSED 127.0.0.1:1",
  "no answer in 5000 ms",
  "the caller stopped waiting",
  "the platform failed repeatedly; it is asked again soon",
  "an answer 502 that the platform did not sign",
  "sent, but no whole answer: socket hang up",
])("%j is told with what becomes of the changes", (reason) => {
  const [chinese, english] = inBothLanguages(reason).split(" / ");
  expect(chinese).toContain("改动已留存");
  expect(english).toContain(`${reason}; changes are kept`);
});

test.each([
  "the city's statement is not signed, or says something else",
  "there is a newer list of the city",
  "a parcel of other bytes lies there as k1",
  "no parcel lies there as k1",
  "the manifest is not of the protocol: no rows",
  "the city's profile says level L0: it is to be asked over HTTP",
])("%j is told in Chinese first", (reason) => {
  expect(inBothLanguages(reason)).toMatch(/^[^ ]*\p{Script=Han}.* \/ /u);
});
