import { beforeAll, describe, expect, test } from "vitest";

import { createTestDatabase } from "../kit/database.ts";
import { openGraph, principal } from "../kit/graph.ts";
import { codes, seedDistrict, towns } from "../kit/seed.ts";

const db = await createTestDatabase();
const district = principal("DISTRICT", ["370211"]);
const yinzhu = principal("TOWN", [towns.yinzhu]);

beforeAll(() => seedDistrict(db.owner));

describe("city records", () => {
  const query = `{ enterprises(first: 6, orderBy: { field: CREDIT_CODE }) { edges { node { creditCode city: cityRecord { name titles { kind } __typename } } } } }`;

  test("all of a page are fetched in one batch and merged in", async () => {
    const batches: string[][] = [];
    const live = openGraph(db.gateway, {
      fetchCityRecords: (asked) => {
        batches.push([...asked]);
        const record = {
          name: "市平台名称",
          titles: [],
          updatedAt: null,
          fetchedAt: "2026-01-01T00:00:00.000Z",
        };
        return Promise.resolve(new Map([[codes.A, record as never]]));
      },
    });
    const answer = await live.ask(district, query);
    expect(batches).toHaveLength(1);
    expect(new Set(batches[0])).toEqual(new Set(Object.values(codes)));
    expect(answer.data.enterprises.edges[0].node).toEqual({
      creditCode: codes.A,
      city: { name: "市平台名称", titles: [], __typename: "CityRecord" },
    });
    expect(answer.data.enterprises.edges[1].node.city).toBeNull();
    expect(answer.errors).toEqual([]);
  });

  test.each([
    ["{ name @skip(if: true) updatedAt }", {}, { updatedAt: null }],
    ["{ __proto__: name }", {}, JSON.parse('{ "__proto__": "市平台名称" }')],
    ["{ name @include(if: $yes) updatedAt }", { yes: false }, { updatedAt: null }],
    ["{ ...F @skip(if: true) updatedAt }", {}, { updatedAt: null }],
    [
      "{ titles { kind } ...F }",
      {},
      { titles: [{ kind: "GAZELLE", batch: "2024" }], name: "市平台名称" },
    ],
  ])("of %s that is given which is asked", async (selection, variables, city) => {
    const record = {
      name: "市平台名称",
      titles: [{ kind: "GAZELLE", level: "CITY", batch: "2024" }],
      updatedAt: null,
    };
    const live = openGraph(db.gateway, {
      fetchCityRecords: () => Promise.resolve(new Map([[codes.A, record as never]])),
    });
    const asked = `query ($yes: Boolean!) { enterprise(creditCode: "${codes.A}") { cityRecord ${selection} } }
      fragment F on CityRecord { name titles { batch } }`;
    const text = selection.includes("$yes") ? asked : asked.replace("query ($yes: Boolean!) ", "");
    const used = selection.includes("F") ? text : text.replace(/fragment .*/u, "");
    const answer = await live.ask(district, used, variables);
    expect([answer.data?.enterprise.cityRecord, answer.errors]).toEqual([city, []]);
  });

  test("a platform that is away leaves the rest answered and says so", async () => {
    const away = openGraph(db.gateway, {
      fetchCityRecords: () => Promise.reject(new Error("connect ECONNREFUSED 10.0.0.1")),
    });
    const answer = await away.ask(yinzhu, query);
    expect(answer.data.enterprises.edges).toHaveLength(2);
    expect(answer.errors).toHaveLength(2);
    expect(answer.errors[0]).toMatchObject({
      path: ["enterprises", "edges", 0, "node", "city"],
      extensions: { code: "CITY_UNAVAILABLE" },
    });
    expect(answer.text).not.toContain("ECONNREFUSED");
  });
});
