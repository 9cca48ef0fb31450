import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { scoreLinks } from "../../../domain/linking/link-figures.ts";
import { evaluateLinking } from "../../../intake/link/evaluate-linking.ts";
import { makeRegistry } from "../../kit/registry-names.ts";

const folder = mkdtempSync(join(tmpdir(), "goldseed-link-"));
const file = (name: string) => join(folder, name);
const register = makeRegistry(500, 4);
afterAll(() => rmSync(folder, { recursive: true }));

const registryCsv = [
  "regid,name,uscc,old_reg_no,city,address",
  ...register.map(({ id, names, creditCode, city, address }) =>
    [id, names[0]!.name, creditCode, "", city, address].join(","),
  ),
].join("\n");

beforeAll(() => {
  writeFileSync(file("registry.csv"), `\uFEFF${registryCsv}\n`);
  writeFileSync(file("registry.csv.gz"), gzipSync(registryCsv));
  writeFileSync(file("history.csv"), "regid,former_name\nE0,青岛远帆蔚船务有限公司\n");
  const [one, two] = [register[1]!, register[2]!];
  writeFileSync(
    file("mentions.csv"),
    `qid,source,name,code,address,city_hint\nQ1,tax,${one.names[0]!.name},${one.creditCode},,\nQ2,tax,"${two.names[0]!.name}招待所",,,\nQ3,tax,济南鹏图文化传播有限公司,,,\nQ4,tax,青岛远帆蔚船务有限公司,,,\n`,
  );
  writeFileSync(
    file("truth.csv"),
    "qid,regid,match,relation,code_kind,expected\nQ1,E1,1,same,ok,auto\nQ2,E2,1,branch_of,missing,review\nQ3,,0,none,missing,none\nQ4,E0,1,same,missing,auto\n",
  );
});

const request = (change: Partial<Parameters<typeof evaluateLinking>[0]> = {}) => ({
  registry: file("registry.csv.gz"),
  history: file("history.csv"),
  mentions: file("mentions.csv"),
  out: file("out.csv"),
  ...change,
});

describe("evaluateLinking", () => {
  test("writes a decision for each mention and tells the figures against known answers", async () => {
    const evaluation = await evaluateLinking(request({ truth: file("truth.csv") }));
    expect(evaluation).toMatchObject({
      entities: 500,
      names: 501,
      mentions: 4,
      decisions: { auto: 2, review: 1, none: 1 },
      methods: { CREDIT_CODE: 1, FORMER_NAME: 1 },
      figures: { precision: 1, recall: 1, review: 0.25, linkedWithoutEnterprise: 0 },
    });
    const lines = readFileSync(file("out.csv"), "utf8").trim().split("\n");
    expect(lines.map((line) => line.split(",").slice(0, 3))).toEqual([
      ["qid", "decision", "regid"],
      ["Q1", "auto", "E1"],
      ["Q2", "review", "E2"],
      ["Q3", "none", ""],
      ["Q4", "auto", "E0"],
    ]);
  });

  test("plain and gzipped registers give the same decisions, byte for byte", async () => {
    await evaluateLinking(request({ out: file("a.csv") }));
    await evaluateLinking(request({ registry: file("registry.csv"), out: file("b.csv") }));
    expect(readFileSync(file("a.csv"), "utf8")).toBe(readFileSync(file("b.csv"), "utf8"));
  });

  test.each([
    [{ registry: "/nonexistent.csv" }, "FILE_UNREADABLE", "nonexistent"],
    [{ mentions: "/nonexistent.csv" }, "FILE_UNREADABLE", "nonexistent"],
    [{ registry: file("history.csv") }, "FILE_REFUSED", "name, uscc"],
    [{ mentions: file("broken.csv") }, "FILE_REFUSED", "broken.csv"],
    [{ registry: file("not-gzip.csv.gz") }, "FILE_REFUSED", "not-gzip"],
  ])("refuses %j: %s", async (change, code, words) => {
    writeFileSync(file("broken.csv"), 'qid,name\n1,"never closed\n');
    writeFileSync(file("not-gzip.csv.gz"), "plain text");
    const evaluation = evaluateLinking(request(change));
    await expect(evaluation).rejects.toMatchObject({
      code,
      message: expect.stringContaining(words),
    });
  });

  test("a file that cannot be written is an error, not a hang", async () => {
    await expect(evaluateLinking(request({ out: file("no/such/folder.csv") }))).rejects.toThrow(
      "ENOENT",
    );
  });
});

describe("scoreLinks", () => {
  const row = {
    truth: "A",
    id: "A",
    relation: "same",
    expected: "auto",
    codeKind: "ok",
    decision: "LINK",
  } as const;
  test.each([
    [[row], { precision: 1, wrong: 0, recall: 1 }],
    [[row, { ...row, id: "B" }], { precision: 0.5, wrong: 1, recall: 0.5 }],
    [[row, { ...row, truth: "" }], { precision: 0.5, linkedWithoutEnterprise: 1 }],
    [[row, { ...row, relation: "branch_of", expected: "review" }], { precision: 0.5, recall: 1 }],
    [
      [row, { ...row, decision: "REVIEW", codeKind: "missing" }],
      { recall: 0.5, recallWithCode: 1, recallNameOnly: 0, review: 0.5, firstInReview: 1 },
    ],
    [[], { precision: 1, recall: 1, mentions: 0 }],
  ] as const)("%j gives %j", (rows, figures) => {
    expect(scoreLinks(rows)).toMatchObject(figures);
  });
});
