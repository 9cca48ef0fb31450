/**
 * A server with the query page and a tiny graph behind it, for tests of the page itself: the real schema, answers from
 * two records of paper. What the gateway answers is tested against the real one.
 */
import { readFileSync } from "node:fs";
import type { IncomingHttpHeaders } from "node:http";
import fastify from "fastify";
import type { FastifyInstance } from "fastify";
import { buildSchema, graphql } from "graphql";
import { registerGraphiql } from "../../../gateway/server/graphiql-route.ts";

const schemaFile = new URL("../../../schema/generated/schema.graphql", import.meta.url);
const schema = buildSchema(readFileSync(schemaFile, "utf8"));

export const sessions = [
  { label: "西海岸新区（区级）", tier: "DISTRICT", token: "token-of-district" },
  { label: "隐珠街道（镇街）", tier: "TOWN", token: "token-of-town" },
];

const enterprise = {
  __typename: "Enterprise",
  id: "RW50OjE",
  creditCode: "91370211MA3C00001X",
  name: "青岛金种子科技有限公司",
};

function roots(token: string): Record<string, unknown> {
  const isTown = token === sessions[1]?.token;
  return {
    viewer: { tier: isTown ? "TOWN" : "DISTRICT", role: "VIEWER", clearance: "L2", areas: [] },
    libraries: [{ kind: "SPECIALIZED", count: isTown ? 7 : 1023 }],
    enterprises: { totalCount: 1, edges: [{ cursor: "c", node: enterprise }] },
    enterprise,
  };
}

const extensions = {
  cost: 12,
  rows: 1,
  timeMs: 1.25,
  explain: {
    sql: "SELECT row_to_json(e)\nFROM enterprises e",
    plan: ["Seq Scan on enterprises e"],
  },
};

export interface FixtureGateway {
  readonly app: FastifyInstance;
  readonly url: string;
  /** Headers of every request to /graphql, in order. */
  readonly seen: IncomingHttpHeaders[];
}

interface GraphqlBody {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly operationName?: string;
}

async function answer(body: GraphqlBody, headers: IncomingHttpHeaders): Promise<unknown> {
  const token = (headers.authorization ?? "").replace("Bearer ", "");
  const result = await graphql({
    schema,
    source: body.query,
    rootValue: roots(token),
    ...(body.variables === undefined ? {} : { variableValues: body.variables }),
    ...(body.operationName === undefined ? {} : { operationName: body.operationName }),
  });
  return headers["x-graphql-explain"] === undefined ? result : { ...result, extensions };
}

/** Starts on a free port of this machine; close `app` afterwards. */
export async function startFixtureGateway(development = true): Promise<FixtureGateway> {
  const app = fastify();
  const seen: IncomingHttpHeaders[] = [];
  app.route<{ Body: GraphqlBody }>({
    method: "POST",
    url: "/graphql",
    handler: (request) => {
      seen.push(request.headers);
      return answer(request.body, request.headers);
    },
  });
  await registerGraphiql(app, { development, sessions: async () => sessions });
  const url = await app.listen({ host: "127.0.0.1", port: 0 });
  return { app, url, seen };
}
