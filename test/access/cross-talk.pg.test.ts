/** Nothing of one caller in another's answer: one connection, shared caches, changed cursors. */
import { beforeAll, expect, test } from "vitest";

import type { Principal } from "../../domain/access/principal.ts";
import { openPool } from "../../store/pool.ts";
import { createTestDatabase } from "../kit/database.ts";
import { randomFrom } from "../kit/generate-operation.ts";
import { openGraph, principal } from "../kit/graph.ts";
import { codes, seedDistrict, towns, zones } from "../kit/seed.ts";

const db = await createTestDatabase();
const graph = openGraph(db.gateway);
const seed = Number(process.env["SEED"] ?? 99);

beforeAll(() => seedDistrict(db.owner));

/** Each caller and the enterprises that are its own, by the seed's table. */
const callers: readonly (readonly [Principal, readonly string[]])[] = [
  [principal("DISTRICT", ["370211"]), Object.values(codes)],
  [principal("CITY", ["3702"]), Object.values(codes)],
  [principal("TOWN", [towns.yinzhu]), [codes.A, codes.B]],
  [principal("TOWN", [towns.boli]), [codes.C, codes.D]],
  [principal("TOWN", [towns.huangdao]), [codes.E]],
  [principal("TOWN", [towns.huangdao, towns.boli]), [codes.C, codes.D, codes.E]],
  [principal("ZONE", [zones.dongjiakou]), [codes.A, codes.C, codes.D]],
  [principal("ZONE", [zones.ocean]), [codes.E]],
  [principal("TOWN", []), []],
];
const query =
  "{ viewer { subject tier } enterprises(first: 10, orderBy: {field: CREDIT_CODE, direction: ASC}) { totalCount edges { node { creditCode } } } }";

async function expectOwn(over: typeof graph, at: number): Promise<void> {
  const [who, own] = callers[at % callers.length]!;
  const { data } = await over.ask(who, query);
  const found = data.enterprises.edges.map(
    ({ node }: { node: { creditCode: string } }) => node.creditCode,
  );
  expect([data.viewer, found, data.enterprises.totalCount]).toEqual([
    { subject: who.subject, tier: who.tier },
    [...own].sort(),
    own.length,
  ]);
}

test("1,000 alternating callers on one connection each get their own, failures between them too", async () => {
  const pool = openPool({ url: db.gatewayUrl, name: "one", max: 1, statementTimeoutMs: 5_000 });
  const one = openGraph(pool);
  const random = randomFrom(seed);
  try {
    for (let i = 0; i < 1_000; i++) {
      await expectOwn(one, Math.floor(random() * callers.length));
      // A statement that fails half-way must not leave its scope behind.
      if (i % 50 === 0) {
        const bad = await one.ask(
          callers[0]![0],
          `{ enterprises(filter: { establishedFrom: "2001-02-30" }) { totalCount } }`,
        );
        expect(bad.data).toBeUndefined();
        await expect(pool.query("select 1/0")).rejects.toThrow();
      }
    }
    await expect(pool.query("select count(*) from enterprises")).rejects.toThrow(/permission/u);
    const { rows } = await pool.query(
      `select nullif(current_setting('goldseed.area', true), '') as area,
        nullif(current_setting('goldseed.areas', true), '') as areas, current_user::text as who`,
    );
    expect(rows).toEqual([{ area: null, areas: null, who: "goldseed_gateway" }]);
  } finally {
    await pool.end();
  }
});

test("10,000 concurrent pairs over shared caches each get their own", async () => {
  const random = randomFrom(seed + 1);
  for (let batch = 0; batch < 100; batch++)
    await Promise.all(
      Array.from({ length: 100 }, () => {
        const first = Math.floor(random() * callers.length);
        return Promise.all([expectOwn(graph, first), expectOwn(graph, first + 1)]);
      }),
    );
}, 200_000);

test("10,000 changed cursors are refused as such, whoever changed them", async () => {
  const random = randomFrom(seed + 2);
  const [who] = callers[0]!;
  const page =
    "query($after: String, $order: EnterpriseOrderField!) { enterprises(first: 2, after: $after, orderBy: {field: $order, direction: ASC}) { pageInfo { endCursor } } }";
  const orders = ["SCORE", "NAME", "CREDIT_CODE", "ESTABLISHED_ON"];
  const cursors = await Promise.all(
    orders.map(
      async (order) => (await graph.ask(who, page, { order })).data.enterprises.pageInfo.endCursor,
    ),
  );
  let refused = 0;
  for (let i = 0; i < 10_000; i++) {
    const kind = i % orders.length;
    const bytes = Buffer.from(cursors[kind], "base64url");
    const bit = Math.floor(random() * bytes.length * 8);
    bytes[bit >> 3]! ^= 1 << (bit & 7);
    const shapes = [
      bytes.toString("base64url"),
      cursors[(kind + 1) % orders.length],
      `${cursors[kind].slice(0, -1 - Math.floor(random() * 5))}`,
      `${cursors[kind]}A`,
    ];
    const after = i % 20 < 17 ? shapes[0] : shapes[(i % 20) - 16];
    const answer = await graph.ask(who, page, { after, order: orders[kind] });
    const got = [answer.status, answer.errors[0]?.extensions.code, answer.data];
    if (got[0] !== 400 || got[1] !== "BAD_CURSOR") expect.fail(`${i} ${after}: ${answer.text}`);
    refused += 1;
  }
  expect(refused).toBe(10_000);
}, 100_000);
