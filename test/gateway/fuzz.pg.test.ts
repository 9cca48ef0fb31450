/**
 * Documents and variables of every wrong kind: mutated texts, values of the wrong type, foreign characters, huge numbers.
 * None is a failure of ours, shows SQL or a path, or leaves a connection stuck. FUZZ (50,000 in a long run) and SEED change it.
 */
import {
  getNullableType,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
} from "graphql";
import { beforeAll, expect, test } from "vitest";

import { lanesOf } from "../../store/pool.ts";
import { createTestDatabase } from "../kit/database.ts";
import { generateOperation, randomFrom } from "../kit/generate-operation.ts";
import { openGraph, principal } from "../kit/graph.ts";
import { codes, seedDistrict, towns, zones } from "../kit/seed.ts";

const count = Number(process.env["FUZZ"] ?? 10_000);
const seed = Number(process.env["SEED"] ?? 7);

const db = await createTestDatabase();
const graph = openGraph(db.gateway);
const who = principal("TOWN", [towns.yinzhu]);

beforeAll(() => seedDistrict(db.owner));

const strange: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e21,
  Number.MAX_SAFE_INTEGER,
  "",
  " ",
  "\0",
  "\uD800",
  "\u202E",
  "%_\\",
  "'; drop table enterprises; --",
  "${1}",
  "__proto__",
  "9".repeat(400),
  "青岛",
  "2024-02-30",
  "NaN",
  "Infinity",
  "1e5",
  [],
  [[]],
  [null],
  {},
  { and: [{}] },
  { not: { not: { not: { not: { not: { not: { not: {} } } } } } } },
  { __proto__: null, constructor: 1 },
  { town: { code: 1 } },
  "A".repeat(5_000),
  codes.A,
  Buffer.from("Enterprise:x").toString("base64url"),
];

const leaks =
  /select |from "|\/(gateway|store|node_modules)\/|at \w+ \(|ECONN|syntax error|SQLSTATE|pg_|invalid input syntax/u;

test(`${count} mutated requests are refused or answered, never failed (seed ${seed})`, async () => {
  const random = randomFrom(seed);
  const any = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const sampler = {
    creditCode: () => any(Object.values(codes)),
    area: (kind: "TOWN" | "ZONE") => any(Object.values(kind === "TOWN" ? towns : zones)),
    name: () => any(["青岛", "科技", "%", "_", "\\", "'"]),
  };
  const seen = new Map<string, number>();
  for (let i = 0; i < count; i++) {
    const { query, variables } = generateOperation(graph.answering.schema, random, sampler);
    const kind = random();
    const text = kind < 0.4 ? mutate(query, random) : query;
    const values =
      kind < 0.3
        ? variables
        : Object.fromEntries(
            Object.entries(variables).map(([name, value]) => [
              name,
              random() < 0.6 ? any(strange) : value,
            ]),
          );
    const answer = await graph.ask(who, text, values);
    const codesSeen = answer.errors.map((error) => error.extensions.code);
    for (const code of codesSeen.length > 0 ? codesSeen : ["ok"])
      seen.set(code, (seen.get(code) ?? 0) + 1);
    const failed =
      answer.status >= 500 ||
      codesSeen.includes("INTERNAL_SERVER_ERROR") ||
      answer.errors.some((error) => leaks.test(error.message));
    if (failed)
      expect.fail(
        `request ${i}: ${answer.status} ${JSON.stringify(answer.errors)}\n${text}\n${JSON.stringify(values)}`,
      );
  }
  // The run must have gone through every door, or it proves little.
  for (const code of ["ok", "GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED", "BAD_USER_INPUT"])
    expect([code, (seen.get(code) ?? 0) > count / 500]).toEqual([code, true]);
  expect(db.gateway.waitingCount).toBe(0);
  lanesOf(db.gateway).giveBackIdle();
  expect(db.gateway.idleCount).toBe(db.gateway.totalCount);
}, 600_000);

/** One to three small edits: a character gone, doubled, replaced, a piece moved. */
function mutate(text: string, random: () => number): string {
  let mutated = text;
  for (let edits = 1 + Math.floor(random() * 3); edits > 0; edits--) {
    const at = Math.floor(random() * mutated.length);
    const piece = mutated.slice(at, at + 1 + Math.floor(random() * 8));
    const replacement =
      [
        "",
        piece + piece,
        "{",
        "}",
        "$",
        "@include(if: 1)",
        "\0",
        "\u200B",
        "...",
        "#",
        '"',
        String(random()),
      ][Math.floor(random() * 12)] ?? "";
    mutated = mutated.slice(0, at) + replacement + mutated.slice(at + piece.length);
  }
  return mutated;
}

test("each input field refuses each strange value in words", async () => {
  const { schema } = graph.answering;
  const filter = schema.getType("EnterpriseFilter");
  if (!isInputObjectType(filter)) throw new Error("no EnterpriseFilter");
  const query =
    "query($filter: EnterpriseFilter) { enterprises(filter: $filter, first: 1) { totalCount } }";
  for (const field of Object.values(filter.getFields())) {
    for (const value of strange) {
      const answer = await graph.ask(who, query, { filter: { [field.name]: value } });
      const context = `${field.name}: ${JSON.stringify(value)?.slice(0, 60)} (${describe(field.type)}) -> ${answer.text.slice(0, 300)}`;
      expect([answer.status < 500, leaks.test(answer.errors[0]?.message ?? "")], context).toEqual([
        true,
        false,
      ]);
    }
  }
});

function describe(type: GraphQLInputType): string {
  const inner = getNullableType(type);
  return isListType(inner) ? "list" : isEnumType(inner) ? "enum" : String(inner);
}
