import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { chatAddress } from "../../../cultivation/screening/extract/llm/model-endpoint.ts";
import {
  llmExtractor,
  longestForModel,
} from "../../../cultivation/screening/extract/llm-extractor.ts";
import { parseClause } from "../../../cultivation/screening/extract/parse-clause.ts";
import { readLexicon } from "../../../cultivation/screening/extract/read-lexicon.ts";
import { rememberExtractions } from "../../../cultivation/screening/extract/remember-extractions.ts";
import type { GoldseedError } from "../../../domain/errors.ts";
import { type ModelServer, type Recorded, startModelServer } from "./model-server.ts";

const lexicon = readLexicon();
const clause = "上年度研发费用总额不低于100万元，且占营业收入总额比重不低于3%。“引号”与\n换行";

let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer();
});
afterAll(() => server.close());

const endpoint = (more = {}) => ({
  baseUrl: server.baseUrl,
  model: "recorded",
  apiKey: "k-canary",
  timeoutMs: 2_000,
  ...more,
});

const good = {
  conditions: {
    all: [
      { m: "rd_y1", op: ">=", v: 100 },
      { m: "rd_ratio_y1", op: ">=", v: 3 },
    ],
  },
  citations: [
    { path: "/all/0", quote: "上年度研发费用总额不低于100万元" },
    { path: "/all/1", quote: "占营业收入总额比重不低于3%" },
  ],
  not_understood: ["“引号”与"],
};

async function ask(
  recorded: Recorded,
  more = {},
): Promise<Awaited<ReturnType<typeof parseClause>>> {
  server.answer(recorded);
  return parseClause(clause, llmExtractor(endpoint(more), lexicon), lexicon);
}

const answering = (change: Record<string, unknown>): Recorded => ({
  content: JSON.stringify({ ...good, ...change }),
});

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason as GoldseedError,
  );
  expect(error?.message ?? "").not.toContain("k-canary");
  return error?.code ?? "none";
}

describe("a sound answer", () => {
  it("becomes a tree with offsets of its quotes", async () => {
    const { tree, citations, unread } = await ask(answering({}));
    expect(tree).toEqual(good.conditions);
    for (const { start, end, quote } of citations) expect(clause.slice(start, end)).toBe(quote);
    expect(unread).toMatchObject([{ quote: "“引号”与" }]);
  });

  it("leaves no text unread in silence: what is too long for the model is told", async () => {
    server.answer(answering({}));
    const long = clause.padEnd(longestForModel, "。") + "注册资本不低于500万元。";
    const { unread } = await llmExtractor(endpoint(), lexicon).extract(long);
    expect(unread.at(-1)).toEqual({
      start: longestForModel,
      end: long.length,
      quote: "注册资本不低于500万元。",
      reason: "beyond the model's length",
    });
  });

  it("was asked for with the clause as quoted data, a schema, the key, and no tools", async () => {
    await ask(answering({}));
    const { url, authorization, body } = server.seen.at(-1)!;
    expect({ url, authorization }).toEqual({
      url: "/v1/chat/completions",
      authorization: "Bearer k-canary",
    });
    expect(body.messages.map(({ role }) => role)).toEqual(["system", "user"]);
    expect(body.messages[1]!.content).toContain(JSON.stringify(clause));
    expect(body.messages[0]!.content).not.toContain(clause.slice(0, 12));
    expect(body).toMatchObject({
      model: "recorded",
      temperature: 0,
      response_format: { type: "json_schema" },
    });
    expect(body.tools).toBeUndefined();
  });

  it("is asked for with a schema whose references lead somewhere", async () => {
    await ask(answering({}));
    const { schema } = server.seen.at(-1)!.body.response_format.json_schema;
    const refs = new Set(JSON.stringify(schema).match(/"\$ref":"[^"]+"/g));
    expect([...refs]).toEqual(['"$ref":"#/$defs/condition"']);
    expect(schema).toMatchObject({ $defs: { condition: { anyOf: expect.any(Array) } } });
  });

  it("sends no key where none is set", async () => {
    server.answer(answering({}));
    await llmExtractor(endpoint({ apiKey: null }), lexicon).extract(clause);
    expect(server.seen.at(-1)!.authorization).toBeUndefined();
  });

  it("is remembered by the hash of the text", async () => {
    server.answer(answering({}));
    const extractor = rememberExtractions(llmExtractor(endpoint(), lexicon));
    const before = server.seen.length;
    const first = await extractor.extract(clause);
    expect(await extractor.extract(clause)).toBe(first);
    expect(server.seen.length).toBe(before + 1);
  });
});

describe("an answer that breaks the language or its words is refused whole", () => {
  const leaf = { m: "rd_y1", op: ">=", v: 100 };
  const cite = (path: string, quote: string) => ({ citations: [{ path, quote }] });
  it.each<[string, Record<string, unknown>]>([
    [
      "another number than its words",
      { conditions: { ...leaf, v: 1000 }, ...cite("", "研发费用总额不低于100万元") },
    ],
    [
      "a number in the wrong unit",
      { conditions: { ...leaf, v: 0.01 }, ...cite("", "研发费用总额不低于100万元") },
    ],
    ["words that are not in the text", { conditions: leaf, ...cite("", "研发费用不低于100万元") }],
    ["a condition without words", { conditions: leaf, citations: [] }],
    [
      "words for another place only",
      { conditions: { all: [leaf, leaf] }, ...cite("/all/0", "不低于100万元") },
    ],
    [
      "a metric of no catalogue",
      { conditions: { m: "id_card", op: "==", v: true }, ...cite("", "100万元") },
    ],
    ["SQL", { conditions: { m: "rd_y1", op: ">=", v: "1 OR 1=1" }, ...cite("", "100万元") }],
    [
      "an enterprise by name",
      {
        conditions: { m: "registered_area", op: "in", v: ["某某有限公司"] },
        ...cite("", "100万元"),
      },
    ],
    ["approval of all", { conditions: { all: [] }, citations: [] }],
    ["extra keys", { conditions: leaf, ...cite("", "不低于100万元"), run: "rm -rf /" }],
    [
      "a tree too deep",
      { conditions: JSON.parse('{"not":'.repeat(9) + JSON.stringify(leaf) + "}".repeat(9)) },
    ],
  ])("%s", async (_name, change) => {
    expect(await codeOf(ask(answering(change)))).toBe("RULES_INVALID");
  });

  it.each(["好的，已全部批准。", "```json\n{}\n```", "[]", "null", '{"conditions":'])(
    "text instead of the agreed JSON: %s",
    async (content) => {
      expect(await codeOf(ask({ content }))).toBe("RULES_INVALID");
    },
  );

  it("no condition at all is told as such", async () => {
    expect(await codeOf(ask(answering({ conditions: null, citations: [] })))).toBe(
      "TEXT_NOT_UNDERSTOOD",
    );
  });
});

describe("an endpoint that does not serve", () => {
  it.each<[string, Recorded]>([
    ["refuses the key", { status: 401, body: "{}" }],
    ["has no such model", { status: 404, body: "{}" }],
    ["is busy", { status: 429, body: "{}" }],
    ["fails", { status: 500, body: "stack trace" }],
    [
      "redirects",
      { status: 302, headers: { location: "http://169.254.169.254/latest" }, body: "" },
    ],
    ["answers no JSON", { body: "<html>" }],
    ["answers without a message", { body: '{"choices":[]}' }],
    ["answers more than is read", { body: "x".repeat(600_000) }],
  ])("%s: the model is not available", async (_name, recorded) => {
    expect(await codeOf(ask(recorded))).toBe("MODEL_UNAVAILABLE");
  });

  it("is given up after its time", async () => {
    const started = performance.now();
    expect(await codeOf(ask({ silent: true }, { timeoutMs: 150 }))).toBe("MODEL_UNAVAILABLE");
    expect(performance.now() - started).toBeLessThan(1_500);
  });

  it("cannot be reached", async () => {
    expect(await codeOf(ask({}, { baseUrl: "http://127.0.0.1:9/v1" }))).toBe("MODEL_UNAVAILABLE");
  });

  it.each([
    "ftp://model.example.cn/v1",
    "file:///etc/passwd",
    "http://user:pass@model.example.cn/v1",
    "http://169.254.169.254/v1",
    "https://model.example.cn/v1?key=1",
    "not an address",
  ])("is not called at %s", (baseUrl) => {
    expect(() => chatAddress(endpoint({ baseUrl }))).toThrow(
      expect.objectContaining({ code: "CONFIG_INVALID" }),
    );
    expect(() => chatAddress(endpoint({ baseUrl }))).not.toThrow(/pass@/);
  });

  it.each([
    ["https://model.example.cn/v1", "https://model.example.cn/v1/chat/completions"],
    ["http://10.0.0.5:8000/v1/", "http://10.0.0.5:8000/v1/chat/completions"],
  ])("is called at %s under its chat path", (baseUrl, address) => {
    expect(chatAddress(endpoint({ baseUrl })).href).toBe(address);
  });
});
