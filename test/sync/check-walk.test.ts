import { describe, expect, test } from "vitest";

import { checkWalk } from "../../sync/check-walk.ts";
import { guardMassChange } from "../../sync/guard-mass-change.ts";
import type { TitlePage } from "../../sync/protocol/title-page.ts";

function page(keys: readonly string[], changes: Partial<TitlePage> = {}): TitlePage {
  return {
    mode: "full",
    district: "370211",
    generation: "g",
    revision: "7",
    total: 4,
    items: keys.map((key) => ({ key })),
    count: keys.length,
    next: null,
    deltaToken: null,
    ...changes,
  };
}

const walk = (...pages: TitlePage[]) =>
  checkWalk(
    pages,
    pages.flatMap((p) => p.items.map((item) => (item as { key: string }).key)),
  );

test("pages that join are complete", () => {
  expect(walk(page(["a", "b"], { next: "x" }), page(["c", "d"]))).toEqual({
    problems: [],
    complete: true,
  });
});

test("a delta that joins has no problems, and concludes nothing from absence", () => {
  const pages = [
    page(["c", "a"], { mode: "delta", next: "x" }),
    page(["d", "b"], { mode: "delta", revision: "9" }),
  ];
  expect(walk(...pages)).toEqual({ problems: [], complete: false });
});

test("a look back holds what has changed alone, whatever there is in all", () => {
  expect(walk(page(["c"], { mode: "since" }))).toEqual({ problems: [], complete: false });
});

describe("pages that do not join", () => {
  test.each<[string, TitlePage[], RegExp]>([
    ["a repeated page", [page(["a", "b"], { next: "x" }), page(["a", "b"])], /"a" comes twice/u],
    ["a missing page", [page(["a", "b"])], /hold 2 items, announced were 4/u],
    ["a missing item", [page(["a", "b"], { next: "x" }), page(["d"])], /hold 3 items/u],
    [
      "items out of order",
      [page(["a", "c"], { next: "x" }), page(["b", "d"])],
      /"b" comes after "c"/u,
    ],
    [
      "a revision that moved",
      [page(["a", "b"], { next: "x" }), page(["c", "d"], { revision: "8" })],
      /revision moved/u,
    ],
    [
      "a generation that moved",
      [page(["a", "b"], { next: "x" }), page(["c", "d"], { generation: "h" })],
      /generation moved/u,
    ],
    ["a wrong count", [page(["a", "b", "c", "d"], { count: 3 })], /says 3 items and holds 4/u],
    [
      "an end that is none",
      [page(["a", "b", "c", "d"], { next: "x" })],
      /says that there is another/u,
    ],
    ["no page at all", [], /no page/u],
  ])("%s", (_, pages, reason) => {
    const verdict = walk(...pages);
    expect(verdict.problems.join("\n")).toMatch(reason);
    expect(verdict.complete).toBe(false);
  });
});

describe("the mass-change guard", () => {
  test.each([
    ["nothing", { held: 2000, removed: 0, modified: 0 }, true],
    ["half a percent removed", { held: 2000, removed: 10, modified: 0 }, true],
    ["one more", { held: 2000, removed: 11, modified: 0 }, false],
    ["five of few removed", { held: 20, removed: 5, modified: 0 }, true],
    ["six of few removed", { held: 20, removed: 6, modified: 0 }, false],
    ["an empty list", { held: 2000, removed: 2000, modified: 0 }, false],
    ["five percent changed", { held: 2000, removed: 0, modified: 100 }, true],
    ["one more changed", { held: 2000, removed: 0, modified: 101 }, false],
    ["the first list of all", { held: 0, removed: 0, modified: 0 }, true],
  ])("%s", (_, change, passes) => {
    expect(guardMassChange(change) === null).toBe(passes);
  });
});
