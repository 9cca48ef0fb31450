/** `goldseed screening parse` as people run it: streams, exit codes, size. */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

import { describe, expect, test } from "vitest";

import { startModelServer } from "../cultivation/screening/model-server.ts";

const program = fileURLToPath(new URL("../../cli/goldseed.mjs", import.meta.url));
const clause = "上年度研发费用总额不低于100万元，且占营业收入总额比重不低于3%";
const tree = {
  all: [
    { m: "rd_y1", op: ">=", v: 100 },
    { m: "rd_ratio_y1", op: ">=", v: 3 },
  ],
};

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function parse(
  input: string,
  args: readonly string[] = [],
  env: Record<string, string> = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, "screening", "parse", ...args], {
      env: { ...process.env, ...env },
    });
    let [out, err] = ["", ""];
    child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, out, err }));
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
  });
}

describe("screening parse", () => {
  test("writes one tree for one clause", async () => {
    const { code, out, err } = await parse(`“${clause}”\n`);
    expect({ code, err, tree: JSON.parse(out) as unknown }).toEqual({ code: 0, err: "", tree });
  });

  test("explains on stderr and leaves the tree on stdout", async () => {
    const { out, err } = await parse(`${clause}，绿化覆盖率不低于30%`, ["--explain"]);
    expect(JSON.parse(out)).toEqual(tree);
    expect(err).toContain("依据 by /all/0 [0, 17)");
    expect(err).toContain("“绿化覆盖率不低于30%”");
  });

  test("gives tree, citations and what was not understood as JSON", async () => {
    const { out } = await parse(clause, ["--json"]);
    expect(JSON.parse(out)).toMatchObject({
      tree,
      unread: [],
      citations: [{ path: "/all/0", start: 0, end: 17 }, {}],
    });
  });

  test.each([
    ["请认真组织申报。", 1, "TEXT_NOT_UNDERSTOOD"],
    ["", 2, "BAD_USER_INPUT"],
    ["研发费用不低于100万元；".repeat(20_000), 2, "PAYLOAD_TOO_LARGE"],
    ["字".repeat(1_000_000), 2, "PAYLOAD_TOO_LARGE"],
  ])("answers clearly when it cannot (case %#)", async (input, exit, told) => {
    const { code, out, err } = await parse(input);
    expect({ code, out }).toEqual({ code: exit, out: "" });
    expect(err).toContain(told);
    expect(err.length).toBeLessThan(2_000);
  });

  test("names conditions that cannot hold together, and leaves the tree as the text says it", async () => {
    const { code, out, err } = await parse("上年度营业收入1000万元以上且低于500万元");
    expect({ code, tree: JSON.parse(out) as unknown }).toMatchObject({
      code: 0,
      tree: { all: [{}, {}] },
    });
    expect(err).toContain("矛盾");
    expect(err).toContain("no enterprise can meet them all");
  });

  test("reads the clause out of a web page of a megabyte", async () => {
    const page = `<html>${'<div class="menu"></div>'.repeat(42_000)}<p>${clause}</p></html>`;
    const { code, out } = await parse(page);
    expect({ code, tree: JSON.parse(out) as unknown }).toEqual({ code: 0, tree });
  });

  test("refuses an extractor that does not exist", async () => {
    expect((await parse(clause, ["--extractor", "magic"])).code).toBe(2);
  });

  test("asks the model of the settings, with the key of a file's environment", async () => {
    const server = await startModelServer();
    const citations = [
      { path: "/all/0", quote: "研发费用总额不低于100万元" },
      { path: "/all/1", quote: "比重不低于3%" },
    ];
    server.answer({ content: JSON.stringify({ conditions: tree, citations, not_understood: [] }) });
    const env = { LLM_BASE_URL: server.baseUrl, LLM_MODEL: "recorded", LLM_API_KEY: "k-canary" };
    const { code, out, err } = await parse(clause, ["--extractor", "llm"], env);
    await server.close();
    expect({ code, tree: out === "" ? err : (JSON.parse(out) as unknown) }).toEqual({
      code: 0,
      tree,
    });
    expect(server.seen[0]?.authorization).toBe("Bearer k-canary");
    expect(out + err).not.toContain("k-canary");
  });

  test("says which settings the model lacks", async () => {
    const { code, err } = await parse(clause, ["--extractor", "llm"], {
      LLM_BASE_URL: "",
      LLM_MODEL: "",
    });
    expect(code).toBe(78);
    expect(err).toContain("LLM_BASE_URL");
  });
});
