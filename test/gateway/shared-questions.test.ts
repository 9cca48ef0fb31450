/** One reading for all who ask the same about one event at one moment, and for nobody else. */
import { expect, test } from "vitest";

import type { Sight } from "../../domain/access/sight.ts";
import { Octets } from "../../lib/octets.ts";
import { SharedQuestions } from "../../gateway/execute/shared-questions.ts";

const town: Sight = { tier: "TOWN", areaCodes: ["370211103"] };
const question = { statement: { name: "gs_1", text: "select" }, values: ["a"] };
const usual = { question, sight: town, moment: "1" };

/** Asks once for each; the n-th asking that comes to the database says n. */
async function answersOf(asked: readonly (typeof usual)[], fail = false): Promise<unknown[]> {
  const shared = new SharedQuestions();
  let asking = 0;
  const ask = async () => {
    const mine = ++asking;
    await new Promise((resolve) => setTimeout(resolve, 5));
    if (fail && mine === 1) throw new Error("cancelled");
    return new Octets(`${mine}`);
  };
  const answers = asked.map((one) =>
    shared.answer(one.question, one.sight, { moment: one.moment, ask }).then(String, String),
  );
  return Promise.all(answers);
}

test("who asks the same meanwhile is given the one answer", async () => {
  expect(await answersOf([usual, usual, usual])).toEqual(["1", "1", "1"]);
});

test.each<[string, Partial<typeof usual>]>([
  ["another event", { moment: "2" }],
  ["another town", { sight: { ...town, areaCodes: ["370211010"] } }],
  ["another tier", { sight: { ...town, tier: "ZONE" } }],
  ["a grant of sight", { sight: { ...town, grantedAreaCodes: ["370211010"] } }],
  ["another row", { question: { ...question, values: ["b"] } }],
  ["another statement", { question: { ...question, statement: { name: "gs_2", text: "select" } } }],
])("%s is another question", async (_what, other) => {
  expect(await answersOf([usual, { ...usual, ...other }])).toEqual(["1", "2"]);
});

test("the failure of who asked first is not the others': they ask themselves", async () => {
  expect(await answersOf([usual, usual], true)).toEqual(["Error: cancelled", "2"]);
});

test("nothing is kept: who comes later asks anew", async () => {
  const shared = new SharedQuestions();
  let asked = 0;
  const ask = async () => new Octets(`${++asked}`);
  for (const expected of ["1", "2"])
    expect(String(await shared.answer(question, town, { moment: "1", ask }))).toBe(expected);
});
