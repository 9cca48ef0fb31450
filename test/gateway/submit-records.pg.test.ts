/** Records entered through the graph: the checks of a file, and a town's word on its own enterprises only. */
import { beforeAll, beforeEach, describe, expect, test } from "vitest";

import { loadReferenceData } from "../../store/reference-data.ts";
import { rowOf } from "../intake/kit/registry-rows.ts";
import { createTestDatabase } from "../kit/database.ts";
import { openGraph, principal } from "../kit/graph.ts";
import { codes, seedDistrict, testCode, towns, zones } from "../kit/seed.ts";

const db = await createTestDatabase();
const graph = openGraph(db.gateway, { workerPool: db.worker });
const officer = principal("DISTRICT", ["370211"], { role: "OFFICER" });
const yinzhu = principal("TOWN", [towns.yinzhu], { role: "SPECIALIST" });

const names = new Map<string, string>();
beforeAll(async () => {
  await seedDistrict(db.owner);
  await loadReferenceData(db.worker);
  const { rows } = await db.owner.query<{ credit_code: string; name: string }>(
    "select credit_code, name from enterprises",
  );
  for (const row of rows) names.set(row.credit_code, row.name);
});
beforeEach(() => db.owner.query("truncate tax_payments, quarantined_rows, import_runs"));

const mutation = `mutation ($input: SubmitRecordsInput!) { submitRecords(input: $input) {
  ok error { code message details } read accepted created updated unchanged toReview unlinked refused
  problems { record column value code messageZh } } }`;

const tax = (code: string, change: object = {}) => ({
  纳税人名称: names.get(code) ?? "某公司",
  统一社会信用代码: code,
  所属年度: "2024",
  所属季度: "1",
  入库税额: "12.5",
  ...change,
});
const submit = async (caller: typeof officer, records: unknown[], more: object = {}) => {
  const { data } = await graph.ask(caller, mutation, {
    input: { source: "tax", records, ...more },
  });
  return data.submitRecords;
};
const payments = async () =>
  (await db.owner.query("select credit_code, total_tax, source_id from tax_payments")).rows;

test("a town's specialist enters a fact of an enterprise of the town, with provenance", async () => {
  expect(await submit(yinzhu, [tax(codes.A)])).toMatchObject({
    ok: true,
    read: 1,
    accepted: 1,
    created: 1,
    refused: 0,
    problems: [],
  });
  expect(await payments()).toEqual([
    { credit_code: codes.A, total_tax: "125000", source_id: "tax" },
  ]);
  expect(await submit(yinzhu, [tax(codes.A)])).toMatchObject({
    ok: true,
    unchanged: 1,
    created: 0,
  });
  const { rows } = await db.owner.query(
    "select started_by, report->>'way' as way from import_runs",
  );
  expect(rows).toEqual(
    Array.from({ length: 2 }, () => ({ started_by: yinzhu.subject, way: "FORM" })),
  );
});

test("every reason of a refused record is told, the right ones are taken in", async () => {
  const answer = await submit(officer, [
    tax(codes.A),
    tax(codes.B, { 所属年度: "二〇二四年前后", 所属季度: "9", 入库税额: "很多" }),
  ]);
  expect(answer).toMatchObject({ ok: true, read: 2, created: 1, refused: 1 });
  const problems = answer.problems as { record: number; column: string; value: string }[];
  expect(problems.map(({ record, column }) => [record, column])).toEqual([
    [2, "所属年度"],
    [2, "所属季度"],
    [2, "入库税额"],
  ]);
});

test("a dry run says what would happen and writes nothing", async () => {
  expect(await submit(yinzhu, [tax(codes.A)], { dryRun: true })).toMatchObject({
    ok: true,
    created: 1,
  });
  expect(await payments()).toEqual([]);
});

describe("what is refused changes nothing", () => {
  test.each([
    [
      "a town on another town's enterprise",
      principal("TOWN", [towns.boli], { role: "OFFICER" }),
      () => [tax(codes.A)],
      "NOT_FOUND",
    ],
    [
      "a town on its own and another's together",
      yinzhu,
      () => [tax(codes.A), tax(testCode(999))],
      "NOT_FOUND",
    ],
    [
      "a town on an enterprise without a code",
      yinzhu,
      () => [tax(codes.A, { 统一社会信用代码: "" })],
      "NOT_FOUND",
    ],
    [
      "a town on a code one character off",
      yinzhu,
      () => [tax(`${codes.A.slice(0, 17)}#`)],
      "NOT_FOUND",
    ],
    [
      "a town by two codes, one of them its own",
      yinzhu,
      () => [tax(codes.A, { 纳税人识别号: codes.B })],
      "FILE_REFUSED",
    ],
    [
      "a zone on an enterprise outside",
      principal("ZONE", [zones.dongjiakou], { role: "OFFICER" }),
      () => [tax(testCode(999))],
      "NOT_FOUND",
    ],
    [
      "a viewer",
      principal("TOWN", [towns.yinzhu], { role: "VIEWER" }),
      () => [tax(codes.A)],
      "FORBIDDEN",
    ],
    [
      "the city",
      principal("CITY", ["3702"], { role: "OFFICER" }),
      () => [tax(codes.A)],
      "FORBIDDEN",
    ],
    ["no record", officer, () => [], "BAD_USER_INPUT"],
    ["a record that is a text", officer, () => ["x"], "BAD_USER_INPUT"],
    [
      "too many records",
      officer,
      () => Array.from({ length: 1_001 }, () => tax(codes.A)),
      "BAD_USER_INPUT",
    ],
  ] as const)("%s", async (_name, caller, records, code) => {
    expect(await submit(caller, records() as unknown[])).toMatchObject({
      ok: false,
      error: { code },
    });
    expect(await payments()).toEqual([]);
    expect((await db.owner.query("select 1 from import_runs")).rows).toEqual([]);
  });

  test("a town says nothing on who exists", async () => {
    expect(await submit(yinzhu, [{ 企业名称: "新公司" }], { source: "registry" })).toMatchObject({
      ok: false,
      error: { code: "FORBIDDEN" },
    });
  });

  test("an unknown source", async () => {
    expect(await submit(officer, [tax(codes.A)], { source: "taxx" })).toMatchObject({
      ok: false,
      error: { code: "NOT_FOUND" },
    });
  });
});

test("a code sent as a number is told to be rounded, and not taken for another", async () => {
  const record = { ...rowOf(1), 统一社会信用代码: 913_702_110_000_000_128 };
  expect(await submit(officer, [record], { source: "registry" })).toMatchObject({
    ok: true,
    refused: 1,
    problems: [
      { record: 1, code: "CODE_ROUNDED", value: expect.stringMatching(/^9\.137.*e\+17$/) },
    ],
  });
});
