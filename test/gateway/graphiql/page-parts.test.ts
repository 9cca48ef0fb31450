/**
 * The page's own logic that needs no browser: what it reads from answers, what it copies, what it fills in and stores.
 */
import { spawnSync } from "node:child_process";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { readAnswer } from "../../../gateway/graphiql/answer.ts";
import { fillSample, needsSample, readSample } from "../../../gateway/graphiql/fill-sample.ts";
import { fromShareLink, toShareLink } from "../../../gateway/graphiql/share-link.ts";
import { asCurl, asPython, asTypeScript } from "../../../gateway/graphiql/snippets.ts";
import { withOwnHeaders } from "../../../gateway/graphiql/with-own-headers.ts";
import { withoutHeaders } from "../../../gateway/graphiql/without-headers.ts";

const measured = { elapsedMs: 12, bytes: 80, status: 200, requestId: "r-1" };

describe("an answer", () => {
  test("tells rows, cost, time, statement and plan when the gateway gives them", () => {
    const explain = { sql: "SELECT 1", plan: ["Result", "  Output: 1"] };
    const result = { data: {}, extensions: { rows: 5, cost: 30, timeMs: 1.5, explain } };
    expect(readAnswer(result, measured)).toEqual({
      ...measured,
      errorCount: 0,
      rows: 5,
      cost: 30,
      serverMs: 1.5,
      explain: { sql: "SELECT 1", plan: "Result\n  Output: 1" },
      access: null,
    });
  });

  test("has null for what the gateway did not give, and counts the listed objects itself", () => {
    const node = { titles: [{ kind: "EAGLET" }, { kind: "GAZELLE" }] };
    const data = {
      enterprises: { edges: [{ node }, { node: { titles: [] } }] },
      kinds: ["A", "B"],
    };
    const answer = readAnswer({ data, errors: [{ message: "x" }] }, measured);
    expect(answer).toMatchObject({
      rows: 4,
      cost: null,
      serverMs: null,
      explain: null,
      errorCount: 1,
    });
  });

  test("prints a plan that is JSON", () => {
    const answer = readAnswer({ extensions: { explain: { plan: { Node: "Scan" } } } }, measured);
    expect(answer.explain).toEqual({ sql: null, plan: '{\n  "Node": "Scan"\n}' });
  });

  test.each([null, "text", 5, [], { data: null }])("is read from %j without failing", (result) => {
    expect(readAnswer(result, measured)).toMatchObject({ rows: 0, errorCount: 0 });
  });
});

describe("a copied program", () => {
  const request = {
    url: "http://127.0.0.1:4000/graphql",
    query: `query Q($t: String!) { enterprises(filter: { nameContains: $t }) { totalCount } } # it's "quoted" \\ here`,
    variables: { t: "O'Neil 科技 $HOME `id`" },
  };
  const body = { query: request.query, variables: request.variables };

  test("for the shell hands curl exactly the query, whatever it holds", () => {
    const script = `curl() { for last; do :; done; printf '%s' "$last"; }\n${asCurl(request)}`;
    const run = spawnSync("sh", ["-c", script], { encoding: "utf8" });
    expect(run.stderr).toBe("");
    expect(JSON.parse(run.stdout)).toEqual(body);
  });

  test("in TypeScript sends exactly the query", async () => {
    const program = asTypeScript(request);
    const sent: unknown[] = [];
    const fetch = async (url: string, init: { body: string }): Promise<unknown> => {
      sent.push(url, JSON.parse(init.body));
      return { json: async () => ({ data: {} }) };
    };
    const globals = { fetch, process: { env: {} }, console: { log: () => undefined }, JSON };
    await runInNewContext(`(async () => {${program}})()`, globals);
    expect(sent).toEqual([request.url, body]);
  });

  test("in Python holds the body as one literal", () => {
    const literal = /data=(".*")\.encode\(\)/.exec(asPython(request))?.[1] ?? "";
    expect(JSON.parse(JSON.parse(literal) as string)).toEqual(body);
  });

  test.each([asCurl, asTypeScript, asPython])("never holds the token: %o", (write) => {
    expect(write(request)).toContain("GOLDSEED_TOKEN");
  });

  test("leaves variables out when there are none", () => {
    expect(asCurl({ ...request, variables: {} })).not.toContain("variables");
  });
});

describe("a shared link", () => {
  const page = { origin: "http://127.0.0.1:4000", pathname: "/graphiql" };

  test.each([
    { query: "{ viewer { tier } }", variables: "" },
    { query: "# 隐珠街道的企业 🌱\n{ libraries { kind } }", variables: '{ "t": "+/=?&#" }' },
  ])("gives back %j", (shared) => {
    const link = toShareLink(page, shared);
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1:4000\/graphiql#q=[\w-]+$/);
    expect(fromShareLink(new URL(link).hash)).toEqual(shared);
  });

  test.each(["", "#", "#other", "#q=", "#q=%%%", "#q=bm90IGpzb24", "#q=WzEsMl0", "#q=W10"])(
    "that is damaged or none (%s) is no query",
    (hash) => {
      expect(fromShareLink(hash)).toBeNull();
    },
  );
});

describe("an example's variables", () => {
  const example = {
    id: "x",
    titleZh: "例",
    titleEn: "Example",
    query: "",
    variables: { code: "$sample.creditCode", count: 10, text: "科技" },
  };

  test("take the parts of the sample", () => {
    const sample = { creditCode: "91370211MA3C00001X", id: "abc", isDistrict: true, isCity: false };
    expect(needsSample(example)).toBe(true);
    expect(fillSample(example, sample)).toEqual({
      code: "91370211MA3C00001X",
      count: 10,
      text: "科技",
    });
  });

  test("are empty where a sample is wanted and there is none", () => {
    expect(fillSample(example, null)).toEqual({ code: "", count: 10, text: "科技" });
  });

  test("need no sample when they name none", () => {
    expect(needsSample({ ...example, variables: { text: "科技" } })).toBe(false);
  });

  const page = (creditCode: string) => ({
    edges: [{ node: { id: `id-${creditCode}`, creditCode } }],
  });

  test.each([
    [{ viewer: { tier: "TOWN" }, best: page("A"), any: page("B") }, "A", false],
    [{ viewer: { tier: "DISTRICT" }, best: { edges: [] }, any: page("B") }, "B", true],
  ])("are found in %j", (data, creditCode, isDistrict) => {
    expect(readSample(data)).toEqual({
      id: `id-${creditCode}`,
      creditCode,
      isDistrict,
      isCity: false,
    });
  });

  test.each([null, undefined, {}, { best: { edges: [] }, any: { edges: [] } }])(
    "find no sample in %j",
    (data) => {
      expect(readSample(data)).toBeNull();
    },
  );
});

describe("what the page stores", () => {
  test("has no request headers in it, at any depth", () => {
    const history = JSON.stringify({
      queries: [{ query: "{ a }", headers: '{"authorization":"Bearer secret"}', favorite: true }],
    });
    expect(withoutHeaders(history)).toBe(
      '{"queries":[{"query":"{ a }","headers":null,"favorite":true}]}',
    );
  });

  test.each(["0.25", "hidden", '{"tabs":[]}', '"headers" but not JSON'])("keeps %s", (value) => {
    expect(withoutHeaders(value)).toBe(value);
  });
});

test("a header typed by the reader stands in the page's place, in whatever letters", () => {
  const ofPage = { accept: "application/json", authorization: "Bearer chosen" };
  const sent = new Headers(withOwnHeaders(ofPage, { Authorization: "Bearer typed" }));
  expect(Object.fromEntries(sent)).toEqual({
    accept: "application/json",
    authorization: "Bearer typed",
  });
});
