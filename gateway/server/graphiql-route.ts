/**
 * Serves the query page (built by tools/build-graphiql.ts) at /graphiql, its files at /graphiql/assets, and, while
 * developing, the tokens to choose from at /graphiql/session.json.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Entrance } from "./query-page-entrance.ts";
import { preferredEncoding } from "./preferred-encoding.ts";
import { isLocalRequest } from "./local-request.ts";
import type { StaticBundle, StaticFile } from "./static-bundle.ts";
import { openStaticBundle } from "./static-bundle.ts";

/** One identity that the page offers. */
export interface GraphiqlSession {
  readonly label: string;
  readonly tier: string;
  readonly token: string;
}

export interface GraphiqlRouteOptions {
  /** True lets a browser on this machine choose among `sessions`; in production the reader pastes a token. */
  readonly development: boolean;
  readonly sessions: () => Promise<readonly GraphiqlSession[]>;
  /** By which the page is opened in production. Without it everybody may: the page itself holds no data. */
  readonly entrance?: Entrance | null;
  /** Folder of the built page; another one only in tests. */
  readonly folder?: string;
}

const builtFolder = path.resolve(fileURLToPath(import.meta.url), "../../../dist/graphiql");

/**
 * Scripts come from here alone, with no inline script and no `eval`. Styles may be inline, because the editor writes
 * style attributes and rules for its theme; pictures may be `data:`, because those rules draw the squiggle under an
 * error with one. Workers may be `blob:`, as the editor falls back to it.
 */
const contentPolicy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const securityHeaders = {
  "content-security-policy": contentPolicy,
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  vary: "accept-encoding",
};

const notBuilt = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>GraphiQL</title>
<p>GraphiQL 页面尚未构建。请在安装了开发依赖的目录中运行：<code>node --import tsx tools/build-graphiql.ts</code></p>
<p lang="en">The GraphiQL page is not built. Run the command above where development packages are installed.</p></html>
`;

/** By what their files end in. */
const encodings = { br: ".br", gzip: ".gz" } as const;
const names = ["br", "gzip"] as const;

/** The smallest form of the file that the caller takes, with the headers that go with that form. */
async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  file: StaticFile,
): Promise<FastifyReply> {
  const built = names.filter((name) => file.suffixes.has(encodings[name]));
  const encoding = preferredEncoding(request.headers["accept-encoding"], built);
  const tag = `"${file.hash}${encoding === null ? "" : `-${encoding}`}"`;
  void reply.header("etag", tag);
  if (request.headers["if-none-match"]?.split(/,\s*/).includes(tag) === true) {
    return reply.code(304).send();
  }
  if (encoding !== null) void reply.header("content-encoding", encoding);
  const suffix = encoding === null ? "" : encodings[encoding];
  return reply.type(file.contentType).send(await file.read(suffix));
}

function registerPage(app: FastifyInstance, bundle: StaticBundle): void {
  app.get("/graphiql", async (request, reply) => {
    void reply.headers(securityHeaders).header("cache-control", "no-cache");
    const page = bundle.find("index.html");
    if (page === null) return reply.code(503).type("text/html; charset=utf-8").send(notBuilt);
    return sendFile(request, reply, page);
  });
  // Relative, so that it holds below a reverse proxy's own path; the page's addresses count from /graphiql.
  app.get("/graphiql/", async (_request, reply) => reply.redirect("../graphiql", 308));
}

function registerAssets(app: FastifyInstance, bundle: StaticBundle): void {
  app.get<{ Params: { name: string } }>("/graphiql/assets/:name", async (request, reply) => {
    const file = bundle.find(`assets/${request.params.name}`);
    if (file === null) return reply.callNotFound();
    void reply.headers(securityHeaders);
    // Names carry a hash of their content, so an answer never goes out of date.
    void reply.header("cache-control", "public, max-age=31536000, immutable");
    return sendFile(request, reply, file);
  });
}

/** Callers without a session are asked for a token where the page would be, and find nothing else. */
function keepClosed(scope: FastifyInstance, entrance: Entrance): void {
  scope.addHook("onRequest", async (request, reply) => {
    if (entrance.isOpenTo(request)) return;
    if (request.routeOptions.url !== "/graphiql") return reply.callNotFound();
    return reply
      .code(401)
      .headers({ ...securityHeaders, "cache-control": "no-store", "www-authenticate": "Bearer" })
      .type("text/html; charset=utf-8")
      .send(entrance.page);
  });
}

function registerSessions(app: FastifyInstance, options: GraphiqlRouteOptions): void {
  app.get("/graphiql/session.json", async (request, reply) => {
    const isOffered = options.development && isLocalRequest(request);
    void reply.headers(securityHeaders).header("cache-control", "no-store");
    return reply.send({
      development: options.development,
      sessions: isOffered ? await options.sessions() : [],
    });
  });
}

/** Adds the routes of the query page to a server; call before it listens. */
export async function registerGraphiql(
  app: FastifyInstance,
  options: GraphiqlRouteOptions,
): Promise<void> {
  const bundle = openStaticBundle(options.folder ?? builtFolder);
  await app.register(async (scope) => {
    const { entrance } = options;
    if (entrance) {
      entrance.register(app, { ...securityHeaders, "cache-control": "no-store" });
      keepClosed(scope, entrance);
    }
    registerPage(scope, bundle);
    registerAssets(scope, bundle);
    registerSessions(scope, options);
  });
}
