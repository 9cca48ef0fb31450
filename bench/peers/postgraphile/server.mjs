// Contender: PostGraphile 5 over the same tables, roles and policies. Tuned as its documentation says: amber preset,
// prepared statements by its pg adaptor, no explain, no watch, text out of the planner; relations from smart tags,
// because the store has no foreign keys; its guesses from privileges and indexes are off, so that it offers everything.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";

import pg from "pg";
import { postgraphile } from "postgraphile";
import { makePgService } from "postgraphile/adaptors/pg";
import { grafserv } from "postgraphile/grafserv/node";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";
import { makeJSONPgSmartTagsPlugin } from "postgraphile/utils";

const tokens = JSON.parse(readFileSync(process.env.BENCH_TOKENS, "utf8"));
const scopes = new Map(
  Object.entries(tokens).map(([token, { tier, areaCodes }]) => [
    `Bearer ${token}`,
    { role: `goldseed_${tier.toLowerCase()}`, "goldseed.areas": `{${areaCodes.join(",")}}` },
  ]),
);

const pool = new pg.Pool({
  connectionString: process.env.BENCH_GATEWAY_URL,
  max: Number(process.env.BENCH_POOL ?? 4),
  min: Number(process.env.BENCH_POOL ?? 4),
  idleTimeoutMillis: 0,
});

const child = (...names) => ({
  tags: {
    foreignKey: `(credit_code) references public.enterprises (credit_code)|${names.join("|")}`,
  },
});
const relations = makeJSONPgSmartTagsPlugin({
  version: 1,
  config: {
    class: {
      "public.enterprises": {
        tags: {
          foreignKey: [
            "(town_code) references public.areas (code)|@fieldName town",
            "(zone_code) references public.areas (code)|@fieldName zone",
          ],
        },
      },
      "public.listed_members": {
        tags: { foreignKey: "(town_code) references public.areas (code)|@fieldName town" },
      },
      "public.titles": child("@foreignFieldName titles"),
      "public.employments": child("@foreignFieldName employments"),
      "public.annual_financials": child("@foreignFieldName financials"),
      "public.ip_rights": child("@foreignFieldName ipRights"),
      "public.portraits": child("@foreignSingleFieldName portrait"),
    },
  },
});

const preset = {
  extends: [PostGraphileAmberPreset],
  plugins: [relations],
  disablePlugins: ["PgRBACPlugin", "PgIndexBehaviorsPlugin"],
  pgServices: [makePgService({ pool, schemas: ["public", "bench_read"] })],
  schema: { defaultBehavior: "+list +connection" },
  grafast: {
    explain: false,
    context: (request) => {
      const pgSettings = scopes.get(request.node?.req.headers.authorization);
      if (!pgSettings) throw new Error("There is no such caller.");
      return { pgSettings };
    },
  },
  grafserv: {
    graphqlPath: "/graphql",
    graphiql: false,
    watch: false,
    websockets: false,
    outputDataAsString: true,
    parseAndValidateCacheSize: 500,
  },
};

const instance = postgraphile(preset);
if (process.argv[2] === "sdl") {
  const { printSchema } = await import("graphql");
  console.log(printSchema(await instance.getSchema()));
  process.exit(0);
}
const server = createServer();
await instance.createServ(grafserv).addTo(server);
server.keepAliveTimeout = 72_000;
server.listen(0, "127.0.0.1", () => console.log(`{"port":${server.address().port}}`));
