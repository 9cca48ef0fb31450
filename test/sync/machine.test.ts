import { expect, test } from "vitest";

import { eventOfFailure } from "../../sync/failure-event.ts";
import { batchEvents, batchStates, nextState } from "../../sync/machine.ts";
import { failureKinds } from "../../sync/platform/platform-failure.ts";

/** The whole table, written a second time by hand from SPEC.md; a dot is a refused event. */
const table = `
                  SEALED   SENDING          IN_DOUBT         ACKED  PARTIALLY_ACKED  PARKED
SEND              SENDING  .                SENDING          .      .                .
ANSWERED          .        ACKED            ACKED            .      ACKED            .
ANSWERED_DEFERRED .        PARTIALLY_ACKED  PARTIALLY_ACKED  .      PARTIALLY_ACKED  .
NOT_TAKEN         .        SEALED           .                .      .                .
DOUBT             .        IN_DOUBT         .                .      .                .
SPLIT             .        PARKED           .                .      .                .
GIVE_UP           .        PARKED           .                .      .                .
LOST_THERE        .        .                .                .      IN_DOUBT         .
SUPERSEDE         PARKED   .                PARKED           .      PARKED           .
RESUME            .        .                .                .      .                IN_DOUBT
`;

test("every event in every state leads where the table of SPEC.md says", () => {
  const [head = "", ...lines] = table.trim().split("\n");
  const states = head.trim().split(/\s+/u);
  expect(states.sort()).toEqual([...batchStates].sort());
  const columns = head.trim().split(/\s+/u);
  const written = new Set<string>();
  for (const line of lines) {
    const [event = "", ...targets] = line.trim().split(/\s+/u);
    written.add(event);
    for (const [index, state] of columns.entries()) {
      const target = targets[index] === "." ? null : targets[index];
      const found = nextState(state as never, event as never);
      expect([state, event, found]).toEqual([state, event, target]);
    }
  }
  expect([...written].sort()).toEqual([...batchEvents].sort());
});

test("only a batch whose every item has a final outcome is at rest", () => {
  const final = batchStates.filter((s) => batchEvents.every((e) => nextState(s, e) === null));
  expect(final).toEqual(["ACKED"]);
});

test.each([
  ["UNREACHABLE", 5, "NOT_TAKEN"],
  ["THROTTLED", 5, "NOT_TAKEN"],
  ["SUSPENDED", 5, "NOT_TAKEN"],
  ["UNAUTHORISED", 5, "NOT_TAKEN"],
  ["IN_DOUBT", 5, "DOUBT"],
  ["IN_PROGRESS", 5, "DOUBT"],
  ["ABORTED", 5, "DOUBT"],
  ["UNKNOWN_BATCH", 5, "DOUBT"],
  ["EXPIRED", 5, "DOUBT"],
  ["REFUSED", 5, "SPLIT"],
  ["REFUSED", 1, "GIVE_UP"],
  ["TOO_LARGE", 2, "SPLIT"],
  ["TOO_LARGE", 1, "GIVE_UP"],
  ["KEY_REUSED", 5, "GIVE_UP"],
  ["NOT_OFFERED", 5, "GIVE_UP"],
] as const)("a push that ends in %s with %i items means %s", (kind, items, event) => {
  expect(eventOfFailure(kind, items)).toBe(event);
  expect(nextState("SENDING", event)).not.toBeNull();
});

test("every kind of failure has its event", () => {
  for (const kind of failureKinds)
    expect(nextState("SENDING", eventOfFailure(kind, 1))).not.toBeNull();
});
