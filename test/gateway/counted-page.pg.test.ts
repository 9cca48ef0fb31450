/** Total and first page of a row's connection, which come of one scan, against all its rows. */
import { beforeAll, expect, test } from "vitest";

import { createTestDatabase } from "../kit/database.ts";
import { openGraph, principal } from "../kit/graph.ts";
import { codes, seedDistrict, towns } from "../kit/seed.ts";

const db = await createTestDatabase();
const graph = openGraph(db.gateway);
const yinzhu = principal("TOWN", [towns.yinzhu]);

beforeAll(() => seedDistrict(db.owner));

test.each([0, 1, 2, 3, 4])(
  "a page of %i with its total is the first of all rows",
  async (first) => {
    const asked = (arguments_: string, parts: string) =>
      graph.ask(
        yinzhu,
        `{ enterprise(creditCode: "${codes.A}") { rights: ipRights(${arguments_}) { ${parts} } } }`,
      );
    const edges = "list: edges { right: node { rightNo kind appliedOn } }";
    // With a cursor among the edges, count and page are two scans.
    const all = await asked(
      "first: 9",
      "list: edges { cursor right: node { rightNo kind appliedOn } }",
    );
    const page = await asked(`first: ${first}`, `${edges} count: totalCount`);
    const { list } = all.data.enterprise.rights as {
      list: { readonly right: Record<string, unknown> }[];
    };
    expect(list).toHaveLength(3);
    expect(page.data.enterprise.rights).toEqual({
      list: list.slice(0, first).map(({ right }) => ({ right })),
      count: 3,
    });
  },
);
