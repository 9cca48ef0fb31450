/** What the pane "view as" asks, and the lines in which it shows two answers. */
import { describe, expect, test } from "vitest";

import { markedLines } from "../../../gateway/graphiql/marked-lines.ts";
import {
  readAreas,
  readComparison,
  viewAsOperation,
} from "../../../gateway/graphiql/view-as-request.ts";

const answer = {
  enterprise: {
    name: "青岛某某公司",
    phone: "138****0000",
    years: [{ revenue: null }, {}],
    none: [],
  },
};

describe("two answers as lines", () => {
  test("together they are the value's own text", () => {
    const text = markedLines(answer, new Set())
      .map((line) => line.text)
      .join("\n");
    expect(text).toBe(JSON.stringify(answer, null, 2));
  });

  test.each([
    ["a value", "enterprise.phone", ['    "phone": "138****0000",']],
    ["a place in a list", "enterprise.years.0.revenue", ['        "revenue": null']],
    ["a part as a whole", "enterprise.years.0", ["      {", '        "revenue": null', "      },"]],
    ["nothing that is not there", "enterprise.email", []],
  ])("%s is marked", (_title, path, expected) => {
    const marked = markedLines(answer, new Set([path])).filter(({ differs }) => differs);
    expect(marked.map(({ text }) => text)).toEqual(expected);
  });

  test("an answer that is nothing is one line", () => {
    expect(markedLines(null, new Set([""]))).toEqual([{ text: "null", differs: true }]);
  });
});

test("the editor's query and variables are asked as the other", () => {
  const other = { tier: "TOWN", area: "370211010", role: "VIEWER" };
  expect(viewAsOperation(other, "{ viewer { tier } }", '{"a":1}').variables).toEqual({
    input: {
      tier: "TOWN",
      areas: ["370211010"],
      role: "VIEWER",
      query: "{ viewer { tier } }",
      variables: { a: 1 },
    },
  });
  expect(viewAsOperation(other, "q", " ").variables.input.variables).toEqual({});
  expect(() => viewAsOperation(other, "q", "{")).toThrow(SyntaxError);
});

test("areas of every kind are offered, towns first, and nothing where nothing came", () => {
  const town = { code: "370211010", name: "隐珠街道" };
  expect(
    readAreas({ towns: [town], zones: null, cities: [{ code: "3702", name: "青岛市" }] }),
  ).toEqual([
    { ...town, tier: "TOWN" },
    { code: "3702", name: "青岛市", tier: "CITY" },
  ]);
  expect(readAreas(undefined)).toEqual([]);
  expect(readComparison({ viewAs: null })).toBeNull();
});
