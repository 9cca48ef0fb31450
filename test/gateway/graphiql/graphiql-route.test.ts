/**
 * The routes of the query page, over a small bundle of paper: headers, forms, caching, who gets tokens.
 */
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { brotliCompressSync, brotliDecompressSync, gzipSync } from "node:zlib";
import type { FastifyInstance } from "fastify";
import fastify from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { GraphiqlRouteOptions } from "../../../gateway/server/graphiql-route.ts";
import { registerGraphiql } from "../../../gateway/server/graphiql-route.ts";

const html = "<!doctype html><title>page</title>";
const script = "console.info('main');".repeat(50);
const session = { label: "隐珠街道", tier: "TOWN", token: "secret-token" };
let folder = "";
let app: FastifyInstance;

async function serve(options: Partial<GraphiqlRouteOptions>): Promise<FastifyInstance> {
  const server = fastify();
  await registerGraphiql(server, {
    development: true,
    sessions: async () => [session],
    folder: path.join(folder, "page"),
    ...options,
  });
  return server;
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "goldseed-route-"));
  const assets = path.join(folder, "page/assets");
  mkdirSync(assets, { recursive: true });
  writeFileSync(path.join(folder, "secret.txt"), "not for anybody");
  writeFileSync(path.join(folder, "page/index.html"), html);
  writeFileSync(path.join(folder, "page/manifest.json"), "{}");
  writeFileSync(path.join(assets, "main-AAAA1111.js"), script);
  writeFileSync(path.join(assets, "main-AAAA1111.js.br"), brotliCompressSync(script));
  writeFileSync(path.join(assets, "main-AAAA1111.js.gz"), gzipSync(script));
  writeFileSync(path.join(assets, "font-BBBB2222.woff"), "font");
  app = await serve({});
});

afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("GET /graphiql", () => {
  test("answers the page under a strict content policy", async () => {
    const answer = await app.inject("/graphiql");
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toBe(html);
    expect(answer.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(answer.headers["cache-control"]).toBe("no-cache");
    expect(answer.headers["x-content-type-options"]).toBe("nosniff");
    expect(answer.headers["referrer-policy"]).toBe("no-referrer");
    const policy = String(answer.headers["content-security-policy"]).split("; ");
    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'self'",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
      ]),
    );
    expect(policy.filter((rule) => /script-src|unsafe-eval|https?:/.test(rule))).toEqual([]);
  });

  test("answers HEAD, and redirects the address with a slash", async () => {
    expect(await app.inject({ method: "HEAD", url: "/graphiql" })).toMatchObject({
      statusCode: 200,
      body: "",
    });
    const slash = await app.inject("/graphiql/");
    expect(slash.statusCode).toBe(308);
    expect(slash.headers.location).toBe("../graphiql");
  });

  test("tells what to do when the page is not built", async () => {
    const bare = await serve({ folder: path.join(folder, "missing") });
    const answer = await bare.inject("/graphiql");
    expect(answer.statusCode).toBe(503);
    expect(answer.body).toContain("tools/build-graphiql.ts");
    await bare.close();
  });

  test("serves another build as soon as it is in place, also where there was none", async () => {
    const place = path.join(folder, "replaced");
    const server = await serve({ folder: place });
    expect((await server.inject("/graphiql")).statusCode).toBe(503);
    for (const build of ["first", "second"]) {
      const made = path.join(folder, build);
      mkdirSync(path.join(made, "assets"), { recursive: true });
      writeFileSync(path.join(made, "index.html"), build);
      writeFileSync(path.join(made, `assets/${build}-AAAA1111.js`), build);
      rmSync(place, { recursive: true, force: true });
      renameSync(made, place);
      expect((await server.inject("/graphiql")).body).toBe(build);
      expect((await server.inject(`/graphiql/assets/${build}-AAAA1111.js`)).body).toBe(build);
    }
    expect((await server.inject("/graphiql/assets/first-AAAA1111.js")).statusCode).toBe(404);
    await server.close();
  });
});

describe("GET /graphiql/assets", () => {
  const url = "/graphiql/assets/main-AAAA1111.js";

  test.each([
    [undefined, undefined],
    ["identity", undefined],
    ["gzip, deflate", "gzip"],
    ["gzip, deflate, br, zstd", "br"],
    ["br;q=0, gzip", "gzip"],
    ["br;q=0.0, gzip;q=0", undefined],
    ["BROTLI", undefined],
  ])("with accept-encoding %s answers in the form %s", async (accepted, form) => {
    const headers = accepted === undefined ? {} : { "accept-encoding": accepted };
    const answer = await app.inject({ url, headers });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers["content-encoding"]).toBe(form);
    expect(answer.headers["content-type"]).toBe("text/javascript; charset=utf-8");
    expect(answer.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect(answer.headers["vary"]).toBe("accept-encoding");
    if (form === undefined) expect(answer.body).toBe(script);
    if (form === "br") expect(brotliDecompressSync(answer.rawPayload).toString()).toBe(script);
  });

  test("answers 304 to the same tag, and in full to another or to that of another form", async () => {
    const brotli = { "accept-encoding": "br" };
    const { headers } = await app.inject({ url, headers: brotli });
    const tag = String(headers.etag);
    const again = (value: string, form: Record<string, string> = brotli) =>
      app.inject({ url, headers: { ...form, "if-none-match": value } });
    const unchanged = await again(`"other", ${tag}`);
    expect(unchanged.statusCode).toBe(304);
    expect(unchanged.body).toBe("");
    expect(unchanged.headers["cache-control"]).toContain("immutable");
    expect((await again('"other"')).statusCode).toBe(200);
    expect((await again(tag, {})).statusCode).toBe(200);
  });

  test("serves a file that has no compressed copy as it is", async () => {
    const answer = await app.inject({
      url: "/graphiql/assets/font-BBBB2222.woff",
      headers: { "accept-encoding": "br, gzip" },
    });
    expect(answer.headers["content-encoding"]).toBeUndefined();
    expect(answer.headers["content-type"]).toBe("font/woff");
  });

  test.each([
    "/graphiql/assets/../../secret.txt",
    "/graphiql/assets/..%2f..%2fsecret.txt",
    "/graphiql/assets/..%5c..%5csecret.txt",
    "/graphiql/assets/%2e%2e%2f%2e%2e%2fsecret.txt",
    "/graphiql/assets/..%2fmanifest.json",
    "/graphiql/assets/..%2findex.html",
    "/graphiql/assets/%2fetc%2fpasswd",
    "/graphiql/assets/main-AAAA1111.js%00.txt",
    "/graphiql/assets/main-AAAA1111.js.br",
    "/graphiql/assets/constructor",
    "/graphiql/assets/__proto__",
    "/graphiql/assets/",
    "/graphiql/manifest.json",
  ])("has nothing at %s", async (path) => {
    const answer = await app.inject({ url: path });
    expect(answer.statusCode).toBe(404);
    expect(answer.body).not.toContain("not for anybody");
  });
});

describe("GET /graphiql/session.json", () => {
  const url = "/graphiql/session.json";
  const offered = async (
    server: FastifyInstance,
    headers: Record<string, string> = {},
    remoteAddress = "127.0.0.1",
  ): Promise<unknown> => {
    const answer = await server.inject({
      url,
      headers: { host: "127.0.0.1:4000", ...headers },
      remoteAddress,
    });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers["cache-control"]).toBe("no-store");
    return answer.json();
  };
  const all = { development: true, sessions: [session] };
  const none = { development: true, sessions: [] };

  test.each<[string, Record<string, string>, string]>([
    ["this machine", {}, "127.0.0.1"],
    ["this machine by name", { host: "localhost:4000" }, "127.0.0.1"],
    ["this machine over IPv6", { host: "[::1]:4000" }, "::1"],
    ["this machine over mapped IPv4", {}, "::ffff:127.0.0.1"],
    ["its own page", { "sec-fetch-site": "same-origin" }, "127.0.0.1"],
  ])("offers the identities to %s while developing", async (_who, headers, address) => {
    expect(await offered(app, headers, address)).toEqual(all);
  });

  test.each<[string, Record<string, string>, string]>([
    ["another machine", {}, "10.0.0.7"],
    ["a machine whose address only begins so", {}, "1270.0.0.1"],
    ["a name made to resolve here", { host: "evil.example:4000" }, "127.0.0.1"],
    ["a name that begins like an address", { host: "127.0.0.1.evil.example" }, "127.0.0.1"],
    ["another site's page", { "sec-fetch-site": "cross-site" }, "127.0.0.1"],
    ["another port's page", { "sec-fetch-site": "same-site" }, "127.0.0.1"],
    ["somebody behind a proxy", { "x-forwarded-for": "10.0.0.7" }, "127.0.0.1"],
    ["somebody behind a proxy that says so anew", { forwarded: "for=10.0.0.7" }, "127.0.0.1"],
  ])("offers none to %s", async (_who, headers, address) => {
    expect(await offered(app, headers, address)).toEqual(none);
  });

  test("offers none in production and does not even make them", async () => {
    const production = await serve({
      development: false,
      sessions: async () => {
        throw new Error("must not be called");
      },
    });
    expect(await offered(production)).toEqual({ development: false, sessions: [] });
    await production.close();
  });
});
