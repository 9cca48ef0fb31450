/**
 * Contender "usual": what most teams would write. Apollo Server, one resolver a relation, Drizzle for the queries, one
 * DataLoader a relation, and one transaction a request that carries the scope.
 */
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";

import { loadSchema } from "../../gateway/load-schema.ts";
import { openPool } from "../../store/pool.ts";
import { openUsualContext, type UsualContext } from "./apollo-context.ts";
import { usualResolvers } from "./apollo-resolvers.ts";
import { readPeerScopes } from "./peer-scope.ts";

const scopeOf = readPeerScopes();
const pool = openPool({
  url: process.env["BENCH_GATEWAY_URL"] ?? "",
  name: "bench apollo",
  max: 8,
  statementTimeoutMs: 10_000,
  connectionTimeoutMs: 10_000,
});
const server = new ApolloServer<UsualContext>({
  schema: loadSchema(usualResolvers),
  plugins: [
    {
      requestDidStart: () =>
        Promise.resolve({
          willSendResponse: ({ contextValue }) => contextValue.close(),
        }),
    },
  ],
});
const { url } = await startStandaloneServer(server, {
  listen: { port: 0, host: "127.0.0.1" },
  context: ({ req }) => Promise.resolve(openUsualContext(pool, scopeOf(req.headers.authorization))),
});
process.stdout.write(`{"port":${new URL(url).port}}\n`);
