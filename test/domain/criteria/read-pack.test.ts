/** A pack that does not fit is refused with every reason, each at its place and with the name that was meant. */
import { describe, expect, test } from "vitest";

import { problemsOf, samplePackData } from "./sample-pack.ts";

const item = (rule: object, more: object = {}): object[] => [
  { id: "A1", name_zh: "甲一", category: "甲", maximum: 10, ...rule, ...more },
];
const bands = (list: object[], more: object = {}) =>
  problemsOf(
    samplePackData({
      items: item({ input: "revenue", bands: list }, more),
      categories: [{ name: "甲", maximum: 10 }],
      gates: gate({ score: "total", at_least: 5 }),
    }),
  );
const gate = (needs: unknown, more: object = {}): object[] => [
  { id: "g", name_zh: "门槛", needs, ...more },
];
const gates = (needs: unknown) => problemsOf(samplePackData({ gates: gate(needs) }));

test("the sample itself is sound", () => {
  expect(problemsOf(samplePackData())).toEqual([]);
});

describe("names", () => {
  test.each([
    [
      { input: "revenu", at_least: 1 },
      'gates.0.needs.input: indicator "revenu" is not known; did you mean "revenue"?',
    ],
    [
      { title: "silber" },
      'gates.0.needs.title: title "silber" is not known; did you mean "silver"?',
    ],
    [
      { score: "totl", at_least: 1 },
      'gates.0.needs.score: score "totl" is not known; did you mean "total"?',
    ],
    [
      { input: "level", is: "hihg" },
      'gates.0.needs.is: word of "level" "hihg" is not known; did you mean "high"?',
    ],
    [
      { input: "revenue", atleast: 1 },
      'gates.0.needs.atleast: key "atleast" is not known; did you mean "at_least"?',
    ],
  ])("%j is told with what was meant", (needs, problem) => {
    expect(gates(needs)).toContain(problem);
  });

  test("an unknown key at the top, a wrong category and a wrong definition are told at their places", () => {
    const problems = problemsOf({
      ...samplePackData({ variants: { patents: "narow", patent: "narrow" } }),
      gate: [],
    });
    expect(problems).toEqual([
      'gate: key "gate" is not known; did you mean "gates"?',
      'variants.patents: definition of "patents" "narow" is not known; did you mean "narrow"?',
      'variants.patent: indicator "patent" is not known; did you mean "patents"?',
    ]);
  });
});

describe("conditions", () => {
  test.each([
    [{}, "is not a condition"],
    [
      { input: "revenue", at_least: 1, title: "gold" },
      "is not a condition; expected exactly one of",
    ],
    [{ all: [] }, "an empty list decides nothing"],
    [{ input: "revenue" }, 'nothing to compare "revenue" with'],
    [{ input: "certified", at_least: 1 }, '"certified" is boolean, not a figure'],
    [{ input: "revenue", is: 5 }, '5 does not fit "revenue", which is decimal'],
    [{ input: "certified", is: "yes" }, '"yes" does not fit "certified"'],
    [{ input: "certified", is: true, at_least: 1 }, '"at_least" cannot stand beside "is" or "in"'],
    [{ input: "revenue", at_least: "many" }, '"many" is not a number'],
    [{ input: "revenue", at_least: 5, at_most: 4 }, "no figure lies between these bounds"],
    [{ input: "revenue", more_than: 5, at_most: 5 }, "no figure lies between these bounds"],
    [{ input: "revenue", at_least: 5, more_than: 4 }, "two bounds on the same side"],
    [{ input: "debt", at_least: 1001 }, '"debt" is 1000 at most: nothing can meet at_least: 1001'],
    [{ input: "debt", less_than: 0 }, '"debt" is 0 at least: nothing can meet less_than: 0'],
    [{ score: "total", at_least: 160 }, 'score "total" is 15 at most'],
    [{ score: "total", more_than: 15 }, "nothing can meet more_than: 15"],
    [{ score: "甲", at_least: 15.5 }, 'score "甲" is 15 at most'],
    [{ score: "total" }, "nothing to compare the score with"],
    [{ direct_pass: "all" }, '"all" means nothing here; write "any"'],
    [{ category_minimums: true }, 'true means nothing here; write "all"'],
  ])("%j is refused", (needs, part) => {
    expect(gates(needs).join("\n")).toContain(part);
  });

  test.each([
    { input: "debt", at_least: 1000 },
    { input: "debt", at_most: 0 },
    { score: "total", at_least: 15 },
  ])("%j can just be met", (needs) => {
    expect(gates(needs)).toEqual([]);
  });

  test("an item's level may not look at a score", () => {
    const problems = problemsOf(
      samplePackData({
        items: item({
          levels: [{ when: { score: "total", at_least: 1 }, points: 10 }],
          otherwise: 0,
        }),
        categories: [{ name: "甲", maximum: 10 }],
      }),
    );
    expect(problems.join()).toContain("a score may not depend on a score");
  });
});

describe("bands", () => {
  test("may leave no gap", () => {
    expect(
      bands([
        { less_than: 60, points: 0 },
        { at_least: 65, points: 10 },
      ]),
    ).toEqual(['items.0.bands: no band for figures between "less than 60" and "at least 65"']);
  });

  test("may leave no gap of a single figure", () => {
    expect(
      bands([
        { less_than: 60, points: 0 },
        { more_than: 60, points: 10 },
      ]),
    ).toEqual(['items.0.bands: no band for figures between "less than 60" and "more than 60"']);
  });

  test("may not overlap", () => {
    expect(
      bands([
        { less_than: 70, points: 0 },
        { at_least: 60, points: 10 },
      ]),
    ).toEqual(['items.0.bands: bands overlap: "less than 70" and "at least 60"']);
  });

  test("may share an edge only where the document gives it to the higher points", () => {
    const shared = [
      { at_most: 60, points: 0 },
      { at_least: 60, points: 10 },
    ];
    expect(bands(shared)).toEqual(['items.0.bands: bands overlap: "at most 60" and "at least 60"']);
    const data = samplePackData({
      edges: "higher",
      items: item({ input: "revenue", bands: shared }),
      categories: [{ name: "甲", maximum: 10 }],
    });
    expect(problemsOf(data)).toEqual([]);
  });

  test("must reach to both ends", () => {
    expect(
      bands([
        { at_least: 0, less_than: 60, points: 0 },
        { at_least: 60, at_most: 100, points: 10 },
      ]),
    ).toEqual([
      "items.0.bands: no band for figures below 0",
      "items.0.bands: no band for figures above 100",
    ]);
  });

  test("of a count leave nothing between 2 and 3", () => {
    const of = (input: string) =>
      problemsOf(
        samplePackData({
          items: item({
            input,
            bands: [
              { at_most: 2, points: 0 },
              { at_least: 3, points: 10 },
            ],
          }),
          categories: [{ name: "甲", maximum: 10 }],
        }),
      );
    expect(of("patents")).toEqual([]);
    expect(of("revenue")).toHaveLength(1);
  });

  test("two without a lower end overlap", () => {
    expect(
      bands([
        { less_than: 5, points: 0 },
        { less_than: 9, points: 3 },
        { at_least: 9, points: 10 },
      ]).join(),
    ).toContain("bands overlap");
  });
});

describe("points", () => {
  test.each([
    [
      "a maximum nobody reaches",
      {
        input: "revenue",
        bands: [
          { less_than: 1, points: 0 },
          { at_least: 1, points: 8 },
        ],
      },
      {},
      '"A1" can earn 8 but its maximum is 10',
    ],
    [
      "two rules at once",
      { input: "revenue", bands: [], given: "given" },
      {},
      "expected exactly one of bands, levels",
    ],
    ["no rule", {}, {}, "expected exactly one of bands, levels"],
    [
      "a pair the wrong way round",
      {
        input: "revenue",
        bands: [
          { less_than: 1, points: 0 },
          { at_least: 1, points: [10, 9] },
        ],
      },
      {},
      "the least points exceed the greatest",
    ],
    [
      "three figures for a pair",
      {
        input: "revenue",
        bands: [
          { less_than: 1, points: 0 },
          { at_least: 1, points: [1, 2, 3] },
        ],
      },
      {},
      "is not a pair of points",
    ],
    [
      "counting what is not yes or no",
      { count: { inputs: ["revenue"], each: 5 } },
      {},
      "only yes/no facts are counted",
    ],
    [
      "a single alternative",
      {
        best_of: [
          {
            input: "revenue",
            bands: [
              { less_than: 1, points: 0 },
              { at_least: 1, points: 10 },
            ],
          },
        ],
      },
      {},
      "a choice needs two alternatives",
    ],
    [
      "otherwise without levels",
      { given: "given", otherwise: 0 },
      {},
      '"otherwise" belongs to levels, not to given',
    ],
    [
      "an expert where nothing is left to choose",
      { given: "given" },
      { expert_input: "chosen" },
      "given leaves an expert no choice",
    ],
    ["an unknown category", { given: "given" }, { category: "乙" }, 'category "乙" is not known'],
  ])("%s is refused", (_what, rule, more, part) => {
    const data = samplePackData({
      items: item(rule, more),
      categories: [{ name: "甲", maximum: 10 }],
    });
    expect(problemsOf(data).join("\n")).toContain(part);
  });

  test("a category may not promise more than its items earn", () => {
    expect(problemsOf(samplePackData({ categories: [{ name: "甲", maximum: 20 }] }))).toEqual([
      'categories: "甲" promises 20 points but its items earn 15 at most',
    ]);
  });

  test("a minimum is one lower bound", () => {
    const data = samplePackData({
      categories: [{ name: "甲", maximum: 15, minimum: { at_most: 5 } }],
    });
    expect(problemsOf(data).join()).toContain("a minimum is one at_least or more_than");
  });
});

describe("headers", () => {
  test.each([
    [{ kind: "rule" }, 'kind: word "rule" is not known; did you mean "rules"?'],
    [{ id: "Sample 1" }, '"Sample 1" is no id'],
    [{ title: "sliver" }, 'title "sliver" is not known; did you mean "silver"?'],
    [{ sources: [] }, "name at least one source"],
    [{ in_force: { new: { from: "2020-02-30" } } }, '"2020-02-30" is not a day'],
    [
      { in_force: { new: { from: "2021-01-01", to: "2020-01-01" } } },
      "it ends on 2020-01-01, before 2021-01-01",
    ],
    [{ gates: [] }, "an active pack needs a gate"],
    [{ confidence: "sure" }, 'word "sure" is not known'],
    [{ total_input: "certified" }, '"certified" is boolean; points need a figure'],
    [
      { exclusions: [{ id: "X1", name_zh: "甲", input: "revenue", look_back: "申报时" }] },
      "an exclusion is a yes/no fact",
    ],
  ])("%j is refused", (changes, part) => {
    expect(problemsOf(samplePackData(changes)).join("\n")).toContain(part);
  });

  test("the same id twice is told for each kind of part", () => {
    const base = samplePackData();
    const twice = (key: string) => [...(base[key] as object[]), ...(base[key] as object[])];
    const keys = ["gates", "items", "exclusions", "direct_passes", "categories"];
    const problems = problemsOf({
      ...base,
      ...Object.fromEntries(keys.map((key) => [key, twice(key)])),
    });
    expect(problems.filter((one) => one.includes("occurs twice"))).toHaveLength(6);
  });

  test("a file that is no mapping is told as such", () => {
    expect(problemsOf(["pack"])).toEqual([
      ': ["pack"] is not a mapping; expected one with kind, id',
    ]);
  });
});

test("all problems come at once, not the first alone", () => {
  const problems = problemsOf(
    samplePackData({
      title: "golde",
      sources: [],
      gates: gate({
        all: [
          { input: "revenu", at_least: 1 },
          { input: "debt", at_least: "x" },
        ],
      }),
      exclusions: [{ id: "X1", name_zh: "甲", input: "acident", look_back: "申报时" }],
    }),
  );
  expect(problems).toHaveLength(5);
});

test("an item of an unknown indicator tells of its bands too, and nothing that only follows from it", () => {
  const items = [
    {
      id: "K1",
      name_zh: "甲",
      category: "甲",
      maximum: 15,
      input: "revenu",
      bands: [
        { less_than: 1, points: 0 },
        { at_least: 1, at_most: 1.5, points: 5 },
        { at_least: 2, at_most: 6, points: 10 },
        { at_least: 5, points: 15 },
      ],
    },
  ];
  const gates = gate({ score: "K1", at_least: 5 });
  const problems = problemsOf(samplePackData({ items, gates }));
  expect(problems.map((one) => one.slice(one.indexOf(":") + 2).split(";")[0])).toEqual([
    'indicator "revenu" is not known',
    'no band for figures between "at least 1, at most 1.5" and "at least 2, at most 6"',
    'bands overlap: "at least 2, at most 6" and "at least 5"',
  ]);
});

test("points that cannot be read leave no gap behind, and items of no category earn nothing wrong", () => {
  const bandsOf = (points: unknown) => [
    { less_than: 1, points: 0 },
    { at_least: 1, points },
  ];
  const sound = { id: "K2", name_zh: "乙", maximum: 15, input: "revenue", bands: bandsOf(15) };
  const items = [
    { ...sound, id: "K1", category: "甲", bands: bandsOf("ten") },
    { ...sound, category: "丙" },
  ];
  const problems = problemsOf(samplePackData({ items }));
  expect(problems.map((one) => one.slice(0, one.indexOf(":")))).toEqual([
    "items.0.bands.1.points",
    "items.1.category",
  ]);
});
