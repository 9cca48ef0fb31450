/** What only shows across packs. */
import { describe, expect, test } from "vitest";

import { checkPacks } from "../../../domain/criteria/check-packs.ts";
import type { Pack } from "../../../domain/criteria/pack.ts";
import { readSample, samplePackData } from "./sample-pack.ts";

const pack = (id: string, changes: Readonly<Record<string, unknown>> = {}): Pack =>
  readSample(samplePackData({ id, ...changes }));
const inForce = (from: string | null, to: string | null) => ({ in_force: { new: { from, to } } });
const needing = (...titles: string[]) => ({
  gates: [{ id: "title", name_zh: "称号", needs: { any: titles.map((title) => ({ title })) } }],
});
const messages = (...packs: Pack[]): string[] => checkPacks(packs).map((one) => one.message);

describe("versions of one title", () => {
  test.each([
    {
      why: "one ends on the day the other begins",
      first: inForce("2020-01-01", "2021-01-01"),
      second: inForce("2021-01-01", null),
      days: "from 2021-01-01 to 2021-01-01",
    },
    {
      why: "the first has no end",
      first: inForce("2020-01-01", null),
      second: inForce("2021-01-01", null),
      days: "from 2021-01-01 to no end",
    },
    {
      why: "neither has a beginning",
      first: inForce(null, "2020-01-01"),
      second: inForce(null, "2019-01-01"),
      days: "from the beginning to 2019-01-01",
    },
  ])("overlap when $why", ({ first, second, days }) => {
    expect(messages(pack("a", first), pack("b", second))).toEqual([
      `"b" and "a" both govern new applications for "silver" ${days}; end one before the other begins`,
    ]);
  });

  test("may follow one another, may govern other kinds, may be disabled", () => {
    const first = pack("a", inForce("2020-01-01", "2020-12-31"));
    expect(messages(first, pack("b", inForce("2021-01-01", null)))).toEqual([]);
    expect(messages(first, pack("b", { in_force: { renewal: { from: "2020-01-01" } } }))).toEqual(
      [],
    );
    expect(
      messages(first, pack("b", { ...inForce("2020-01-01", null), status: "disabled" })),
    ).toEqual([]);
    expect(messages(first, pack("b", { ...inForce("2020-01-01", null), title: "gold" }))).toEqual(
      [],
    );
  });
});

test("an id used twice is told", () => {
  expect(
    messages(
      pack("a", inForce("2020-01-01", "2020-06-01")),
      pack("a", inForce("2021-01-01", null)),
    ),
  ).toEqual(['two packs have the id "a"; rename one']);
});

describe("titles", () => {
  test("that wait for one another are told once, with the way round", () => {
    expect(
      messages(
        pack("a", { title: "bronze", ...needing("gold") }),
        pack("b", { title: "silver", ...needing("bronze") }),
        pack("c", { title: "gold", ...needing("silver") }),
      ),
    ).toEqual([
      "titles wait for one another: bronze -> gold -> silver -> bronze; one of them must ask for less",
    ]);
  });

  test("are told of the pack that came last, which closed the circle", () => {
    const [problem] = checkPacks([
      pack("a", { title: "gold", ...needing("bronze") }),
      pack("b", { title: "silver", ...needing("gold") }),
      pack("c", { title: "bronze", ...needing("silver") }),
    ]);
    expect(problem?.packId).toBe("c");
  });

  test("that need themselves are told", () => {
    expect(messages(pack("a", needing("silver")))).toEqual([
      "titles wait for one another: silver -> silver; one of them must ask for less",
    ]);
  });

  test("may form a ladder, bar one another, or pass each other directly", () => {
    expect(
      messages(
        pack("a", { title: "gold", ...needing("silver", "bronze") }),
        pack("b", needing("bronze")),
      ),
    ).toEqual([]);
    const barred = { gates: [{ id: "bar", name_zh: "互斥", needs: { not: { title: "silver" } } }] };
    expect(messages(pack("a", { title: "gold", ...barred }), pack("b", needing("gold")))).toEqual(
      [],
    );
    const direct = { direct_passes: [{ id: "D1", name_zh: "直通", needs: { title: "gold" } }] };
    expect(messages(pack("a", direct), pack("b", { title: "gold", ...needing("silver") }))).toEqual(
      [],
    );
  });
});
