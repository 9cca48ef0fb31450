import { describe, expect, test } from "vitest";

import type { BatchAnswer } from "../../sync/protocol/batch-answer.ts";
import { checkAnswer } from "../../sync/push/check-answer.ts";

const sent = {
  idempotencyKey: "370211:recommendations:1:7",
  bodyDigest: "a".repeat(64),
  body: Buffer.from(JSON.stringify({ items: [{ seq: 1 }, { seq: 2 }] })),
};
const outcome = (seq: number) => ({ seq, outcome: "applied" as const, code: null, message: null });
const answer: BatchAnswer = {
  batchKey: sent.idempotencyKey,
  bodySha256: sent.bodyDigest,
  state: "COMPLETED",
  receivedAt: "2026-11-23T02:00:00.000Z",
  revision: "1",
  outcomes: [outcome(2), outcome(1)],
  summary: { applied: 2, unchanged: 0, rejected: 0, deferred: 0 },
};

test("a whole answer gives each item its outcome, in whatever order they came", () => {
  const settled = checkAnswer(sent, answer);
  expect(settled.map(({ item, outcome: { seq } }) => [item.seq, seq])).toEqual([
    [1, 1],
    [2, 2],
  ]);
});

describe("anything less is a doubt", () => {
  test.each<[string, Partial<BatchAnswer>, RegExp]>([
    ["another batch", { batchKey: "370211:recommendations:1:8" }, /answers the batch/u],
    ["other bytes", { bodySha256: "b".repeat(64) }, /other bytes/u],
    ["an item without outcome", { outcomes: [outcome(1)] }, /1 outcomes for 2 items/u],
    ["an outcome twice", { outcomes: [outcome(1), outcome(1)] }, /2 outcomes for 2 items/u],
    ["an outcome too many", { outcomes: [1, 2, 3].map(outcome) }, /3 outcomes for 2 items/u],
    [
      "an outcome of another item",
      { outcomes: [outcome(1), outcome(9)] },
      /no outcome for item 2/u,
    ],
  ])("%s", (_, change, reason) => {
    expect(() => checkAnswer(sent, { ...answer, ...change })).toThrow(reason);
  });
});
