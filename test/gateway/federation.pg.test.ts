/**
 * The graph as a subgraph: composed with a small second one (loans of a bank, by credit code) and asked through a real
 * supergraph gateway. Access is ours whoever calls: what a town may not see is not to be had around the corner either.
 */
import { ApolloServer, HeaderMap } from "@apollo/server";
import { composeServices } from "@apollo/composition";
import { ApolloGateway, LocalGraphQLDataSource, RemoteGraphQLDataSource } from "@apollo/gateway";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { parse } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { createTestDatabase } from "../kit/database.ts";
import { openGateway, type TestGateway } from "../kit/gateway.ts";
import { openGraph, principal } from "../kit/graph.ts";
import { codes, seedDistrict, testCode, towns } from "../kit/seed.ts";

const db = await createTestDatabase();
const yinzhu = principal("TOWN", [towns.yinzhu]);
const machine = principal("DISTRICT", ["370211"], { role: "MACHINE" });
const callers = { yinzhu, machine };
const graph = openGraph(db.gateway, { workerPool: db.worker });
let ours: TestGateway;
let supergraph: ApolloServer<{ authorization?: string }>;

const loans = parse(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key"])
  scalar CreditCode
  type Enterprise @key(fields: "creditCode") { creditCode: CreditCode!, loanLimit: String }
  type Query { borrowers: [Enterprise]! }
`);
const loansSchema = buildSubgraphSchema({
  typeDefs: loans,
  resolvers: {
    Query: { borrowers: () => [codes.A, codes.C].map((creditCode) => ({ creditCode })) },
    Enterprise: { loanLimit: ({ creditCode }: { creditCode: string }) => `limit of ${creditCode}` },
  },
});

/** The caller's own token goes on to us: a gateway has no sight of its own. */
class CallerSource extends RemoteGraphQLDataSource<{ authorization?: string }> {
  override willSendRequest({
    request,
    context,
  }: Parameters<NonNullable<RemoteGraphQLDataSource["willSendRequest"]>>[0]) {
    const { authorization } = context as { authorization?: string };
    if (authorization) request.http?.headers.set("authorization", authorization);
  }
}

beforeAll(async () => {
  await seedDistrict(db.owner);
  ours = await openGateway(db.gateway, callers, { workerPool: db.worker });
  const { data } = await graph.ask(machine, "{ _service { sdl } }");
  const composed = composeServices([
    { name: "goldseed", typeDefs: parse(data._service.sdl), url: `${ours.url}/graphql` },
    { name: "loans", typeDefs: loans, url: "http://loans.test" },
  ]);
  expect(composed.errors?.map(({ message }) => message)).toBeUndefined();
  const gateway = new ApolloGateway({
    supergraphSdl: composed.supergraphSdl ?? "",
    buildService: ({ name, url }) =>
      name === "loans"
        ? new LocalGraphQLDataSource(loansSchema)
        : new CallerSource({ url: url ?? "" }),
  });
  supergraph = new ApolloServer({ gateway });
  await supergraph.start();
});
afterAll(async () => {
  await supergraph.stop();
  await ours.stop();
});

async function askSupergraph(token: string, query: string) {
  const headers = new HeaderMap([["content-type", "application/json"]]);
  const answer = await supergraph.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: "POST", headers, search: "", body: { query } },
    context: () => Promise.resolve({ authorization: `Bearer ${token}` }),
  });
  return JSON.parse(answer.body.kind === "complete" ? answer.body.string : "{}") as {
    data: Record<string, unknown>;
    errors?: unknown;
  };
}

test("another department's field is joined to our enterprises", async () => {
  const { data } = await askSupergraph(
    "yinzhu",
    `{ enterprises(first: 1, orderBy: { field: CREDIT_CODE, direction: ASC }) { edges { node { name loanLimit } } } }`,
  );
  expect(data).toEqual({
    enterprises: {
      edges: [{ node: { name: "青岛甲子精密机械有限公司", loanLimit: `limit of ${codes.A}` } }],
    },
  });
});

test("our fields are joined to another department's enterprises, and none out of sight", async () => {
  const { data } = await askSupergraph(
    "yinzhu",
    "{ borrowers { creditCode loanLimit name town { name } } }",
  );
  expect(data["borrowers"]).toEqual([
    {
      creditCode: codes.A,
      loanLimit: `limit of ${codes.A}`,
      name: "青岛甲子精密机械有限公司",
      town: { name: "隐珠街道" },
    },
    null,
  ]);
  expect(JSON.stringify(data)).not.toContain("丙寅");
});

describe("entities", () => {
  const entities = `query ($of: [_Any!]!) { _entities(representations: $of) { __typename ... on Enterprise { name } } }`;
  const of = (...list: readonly unknown[]) => ({ of: list });
  const enterprise = (creditCode: string) => ({ __typename: "Enterprise", creditCode });

  test("come in the order asked, null where absent or out of sight alike", async () => {
    const { data, errors } = await graph.ask(
      yinzhu,
      entities,
      of(enterprise(codes.B), enterprise(codes.C), enterprise(testCode(999)), enterprise(codes.A)),
    );
    expect(errors).toEqual([]);
    expect(data._entities).toEqual([
      { __typename: "Enterprise", name: "青岛乙丑软件科技有限公司" },
      null,
      null,
      { __typename: "Enterprise", name: "青岛甲子精密机械有限公司" },
    ]);
  });

  test.each([
    ["another type", of({ __typename: "Area", code: "370211010" })],
    ["a code that is none", of(enterprise("91370211000000000X"))],
    ["no object", of("Enterprise")],
    ["too many", of(...Array.from({ length: 201 }, () => enterprise(codes.A)))],
  ])("are refused for %s", async (_name, variables) => {
    const { errors } = await graph.ask(yinzhu, entities, variables);
    expect(errors[0]?.extensions.code).toBe("BAD_USER_INPUT");
  });

  test("the SDL is told to developers and machine clients alone", async () => {
    const { data, errors } = await graph.ask(yinzhu, "{ _service { sdl } }");
    expect(data).toEqual({ _service: null });
    expect(errors[0]?.extensions.code).toBe("FORBIDDEN_FIELD");
  });
});
