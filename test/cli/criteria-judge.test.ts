/** Lines in, verdicts out: bad lines are named and passed over. */
import { beforeAll, expect, test } from "vitest";

import { judgeLines } from "../../cli/criteria-judge.ts";
import { loadSoundCriteria } from "../../cultivation/load-criteria.ts";
import type { Criteria } from "../../domain/criteria/criteria.ts";

let criteria: Criteria;

beforeAll(async () => {
  criteria = await loadSoundCriteria();
});

const good =
  '{"id":"a","standard":"sme_size_2011_300","inputs":{"industry":"IND","X":19,"Y":5000}}';

async function run(lines: readonly string[]) {
  const written: string[] = [];
  let complaints = "";
  async function* stream() {
    yield* lines;
  }
  const count = await judgeLines(
    criteria,
    { asOf: undefined, today: "2026-09-01" },
    {
      lines: stream(),
      write: async (text) => void written.push(text),
      complain: (text) => (complaints += text),
    },
  );
  const verdicts = written
    .join("")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  return { count, verdicts, complaints, pieces: written.length };
}

test("each record gets its verdict, in order, with its id", async () => {
  const { verdicts, count } = await run([good, good.replace('"a"', "7")]);
  expect(verdicts.map((one) => [one["id"], one["class"]])).toEqual([
    ["a", "micro"],
    [7, "micro"],
  ]);
  expect(count).toEqual({ judged: 2, refused: 0 });
});

test("bad lines are named by number and the others are judged", async () => {
  const { verdicts, complaints, count } = await run([good, "{", "", '{"id":1}', good]);
  expect(count).toEqual({ judged: 2, refused: 2 });
  expect(verdicts).toHaveLength(2);
  expect(complaints).toMatch(
    /^第 2 行 line 2: 不是 JSON.* \/ not JSON \(.*\); expected one record on a line\n第 4 行 line 4: .* \/ "standard" is missing/,
  );
});

test("a byte order mark and blank lines are no fault", async () => {
  expect((await run([`\uFEFF${good}`, "  ", ""])).count).toEqual({ judged: 1, refused: 0 });
});

test("a figure of twenty digits keeps its side of the line", async () => {
  const record = (revenue: string) =>
    `{"id":"a","standard":"sme_size_2011_300","inputs":{"industry":"A","Y":${revenue}}}`;
  const { verdicts } = await run([
    record("19999.99999999999999999999"),
    record("20000.00000000000000000000"),
  ]);
  expect(verdicts.map((one) => one["class"])).toEqual(["medium", "large"]);
});

test("verdicts are written in pieces, not one by one and not all at once", async () => {
  const { pieces, count } = await run(Array.from({ length: 1000 }, () => good));
  expect(count.judged).toBe(1000);
  expect(pieces).toBeGreaterThan(2);
  expect(pieces).toBeLessThan(20);
});

test("nothing in, nothing out", async () => {
  expect(await run([])).toMatchObject({
    count: { judged: 0, refused: 0 },
    verdicts: [],
    pieces: 0,
  });
});
