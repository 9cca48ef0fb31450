/** Who has waited longest is answered first, each by itself. */
import { setImmediate as turn } from "node:timers/promises";

import { expect, test } from "vitest";

import { ServingOrder } from "../../gateway/server/serving-order.ts";

const [a, b, c, d] = [{ name: "a" }, { name: "b" }, { name: "c" }, { name: "d" }];

/** Adds requests of connections as they come in each turn of the loop; @returns who was answered in each. */
async function answered(...turns: readonly (readonly { name: string }[])[]): Promise<string[]> {
  const order = new ServingOrder();
  const told: string[] = [];
  for (const connections of turns) {
    const names: string[] = [];
    for (const connection of connections) order.add(connection, () => names.push(connection.name));
    await turn();
    told.push(names.join(""));
  }
  return told;
}

test.each([
  ["those who come for the first time in the order they come", [[b, a, c]], ["bac"]],
  [
    "who missed a turn before all who had it",
    [
      [a, b, c],
      [a, b],
      [a, b, c],
    ],
    ["abc", "ab", "cab"],
  ],
  [
    "who was answered last behind the others",
    [
      [a, b, c],
      [c, b, a],
    ],
    ["abc", "abc"],
  ],
  [
    "a new connection behind those who waited before it came",
    [
      [a, b],
      [d, a, b],
    ],
    ["ab", "abd"],
  ],
  [
    "a connection's own requests in their order",
    [
      [a, b],
      [b, b, a],
    ],
    ["ab", "abb"],
  ],
])("answers %s", async (_, turns, expected) => {
  expect(await answered(...turns)).toEqual(expected);
});

test("nobody is answered before all have been read, and the one before is done first", async () => {
  const order = new ServingOrder();
  const told: string[] = [];
  for (const name of ["first", "second"])
    order.add({ name }, () => {
      told.push(`${name} begins`);
      void Promise.resolve()
        .then(() => undefined)
        .then(() => told.push(`${name} is written`));
    });
  expect(told).toEqual([]);
  await turn();
  expect(told).toEqual(["first begins", "first is written", "second begins", "second is written"]);
});
