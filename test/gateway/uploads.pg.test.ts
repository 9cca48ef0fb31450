/** Files sent over HTTP, and bad rows fetched, mended and sent again. */
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { request as httpRequest } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";

import { workBeside } from "../../intake/thread/importer.ts";
import { openImportThread } from "../../intake/thread/open-import-thread.ts";
import { readUploadsOfDay } from "../../store/queries/read-uploads-of-day.ts";
import { loadReferenceData } from "../../store/reference-data.ts";
import { csvOf, headers, rowOf } from "../intake/kit/registry-rows.ts";
import { sheetOf, sheetXml, workbookOf } from "../intake/kit/workbook-of.ts";
import { zipOf } from "../intake/kit/zip-of.ts";
import { createTestDatabase } from "../kit/database.ts";
import { openGateway, type TestGateway } from "../kit/gateway.ts";
import { principal } from "../kit/graph.ts";
import { towns, zones } from "../kit/seed.ts";

const db = await createTestDatabase();
const folder = mkdtempSync(join(tmpdir(), "goldseed-uploads-"));
const thread = openImportThread(db.workerUrl);
workBeside(db.worker, thread);
let gateway: TestGateway;

const callers = {
  officer: principal("DISTRICT", ["370211"], { role: "OFFICER" }),
  town: principal("TOWN", [towns.yinzhu], { role: "OFFICER" }),
  otherTown: principal("TOWN", [towns.boli], { role: "OFFICER" }),
  zone: principal("ZONE", [zones.dongjiakou], { role: "OFFICER" }),
  city: principal("CITY", ["3702"], { role: "OFFICER" }),
  viewer: principal("DISTRICT", ["370211"], { role: "VIEWER" }),
  other: principal("DISTRICT", ["370211"], { role: "OFFICER", subject: "another.officer" }),
};

beforeAll(async () => {
  await loadReferenceData(db.worker);
  const options = { workerPool: db.worker, uploadFolder: folder, requestTimeoutMs: 700 };
  gateway = await openGateway(db.gateway, callers, options);
});
afterAll(async () => {
  await gateway.stop();
  await thread.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Answered {
  readonly status: number;
  // oxlint-disable-next-line typescript/no-explicit-any -- answers and refusals alike
  readonly body: any;
}

async function send(
  content: string | Uint8Array,
  query: Record<string, string> = {},
  caller = "officer",
): Promise<Answered> {
  const search = new URLSearchParams({ source: "registry", name: "a.csv", ...query });
  const answer = await fetch(`${gateway.url}/imports?${search.toString()}`, {
    method: "POST",
    headers: { authorization: `Bearer ${caller}` },
    body: content,
  });
  return { status: answer.status, body: await answer.json() };
}

const fetchBad = (query: string, caller = "officer") =>
  fetch(`${gateway.url}/imports/quarantine.csv?${query}`, {
    headers: { authorization: `Bearer ${caller}` },
  });

test("a file is taken in beside the process; its bad rows are fetched, mended and sent again", async () => {
  const rows = [rowOf(1), rowOf(2, { 注册资金: "-100万元" }), rowOf(3)];
  const first = await send(csvOf(rows));
  expect(first).toMatchObject({
    status: 200,
    body: { done: true, report: { read: 3, created: 2, quarantined: 1 } },
  });
  const { run, id } = first.body;
  expect(Buffer.from(id, "base64url").toString()).toBe(`ImportRun:${run}`);
  const bad = await fetchBad(`run=${run}`);
  expect([bad.status, bad.headers.get("content-type")]).toEqual([200, "text/csv; charset=utf-8"]);
  expect(bad.headers.get("content-disposition")).toBe(
    `attachment; filename="quarantine-${run}.csv"`,
  );
  const csv = await bad.text();
  expect(csv).toContain("'-100万元");
  const mended = await send(csv.replace("'-100万元", "100万元"), { name: "mended.csv" });
  expect(mended.body.report).toMatchObject({ read: 1, created: 1, settled: { mended: 1 } });
  expect((await fetchBad(`run=${run}`)).status).toBe(404);
  expect(readdirSync(folder)).toEqual([]);
  const kept = gateway.audited.map(({ action, outcome }) => `${action} ${outcome}`);
  expect(kept).toEqual([
    "http.import INTENT",
    "http.import DONE",
    "http.quarantine DONE",
    "http.import INTENT",
    "http.import DONE",
    "http.quarantine DONE",
  ]);
});

test("a workbook goes the same way, and a dry run leaves nothing", async () => {
  const cells = headers.map((header) => rowOf(9)[header]);
  const book = workbookOf({ sheets: [{ title: "名录", xml: sheetOf([headers, cells]) }] });
  const answer = await send(new Uint8Array(book), { name: "a.xlsx", dryRun: "true" });
  expect(answer).toMatchObject({ status: 200, body: { report: { created: 1, dryRun: true } } });
  const { rows } = await db.owner.query("select 1 from enterprises where name = $1", [
    rowOf(9).企业名称,
  ]);
  expect(rows).toEqual([]);
});

const book = { name: "a.xlsx" };
const locked = { name: "xl/workbook.xml", content: "a", encrypted: true };
const outside = { name: "../../etc/passwd", content: "a" };
const laughs = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';
const sheet = (xml: string) => workbookOf({ sheets: [{ title: "名录", xml }] });
const swapped = Array.from({ length: 120 }, (_, i) => {
  const { 企业名称, 统一社会信用代码 } = rowOf(i);
  return rowOf(i, { 企业名称: 统一社会信用代码, 统一社会信用代码: 企业名称 });
});

describe("refused, with nothing taken in and no file left", () => {
  test.each<
    readonly [string, string | Uint8Array, Record<string, string>, status: number, words: RegExp]
  >([
    [
      "a name that leads elsewhere",
      csvOf([rowOf(1)]),
      { name: "../a.csv" },
      400,
      /cannot be taken/,
    ],
    ["a name of a folder", csvOf([rowOf(1)]), { name: "x/../../etc/passwd" }, 400, /no folders/],
    ["a hidden name", csvOf([rowOf(1)]), { name: ".bashrc" }, 400, /no dot first/],
    ["a name with a NUL", csvOf([rowOf(1)]), { name: "a\u0000.csv" }, 400, /control/],
    ["an unknown source", csvOf([rowOf(1)]), { source: "nobody" }, 404, /nobody/],
    ["a source that is a path", csvOf([rowOf(1)]), { source: "../registry" }, 400, /source/],
    ["another kind of file", "<html><table>", { name: "a.xls" }, 400, /网页|web page/],
    ["a wrong ending", csvOf([rowOf(1)]), { name: "a.xlsx" }, 400, /a\.xlsx/],
    ["a renamed column", csvOf([rowOf(1)]).replace("注册日期", "注册日"), {}, 400, /注册日期/],
    ["an empty file", "", {}, 400, /empty|空/],
    ["a file of NULs", Buffer.from("a,b\0\n".repeat(50)), {}, 400, /NUL/],
    ["one endless line", "x".repeat(1_048_577 - 1), {}, 400, /第 1 行|缺少列/],
    ["a workbook with a password", Buffer.from("d0cf11e0a1b11ae1", "hex"), book, 400, /加密/],
    ["a part with a password", zipOf([locked]), book, 400, /密码/],
    ["a part outside its folder", zipOf([outside]), book, 400, /relative path/],
    ["a bomb", sheet(`<worksheet>${"<v>1</v>".repeat(2_400_000)}</worksheet>`), book, 400, /膨胀/],
    [
      "billion laughs",
      sheet(`<?xml version="1.0"?>${laughs}<worksheet>&b;</worksheet>`),
      book,
      400,
      /DOCTYPE/,
    ],
    [
      "row 999,999,999",
      sheet(sheetXml('<row r="999999999"><c><v>1</v></c></row>')),
      book,
      400,
      /999999999/,
    ],
    ["columns swapped throughout", csvOf(swapped), {}, 400, /像是互换了/],
    ["more than may be sent", "x".repeat(1_048_577), {}, 413, /larger than 1048576 bytes/],
  ])("%s", async (_, content, query, status, words) => {
    const before = await db.owner.query("select count(*)::int as n from enterprises");
    const answer = await send(content, query);
    expect(answer.body.errors[0].message).toMatch(words);
    expect(answer.status).toBe(status);
    const after = await db.owner.query("select count(*)::int as n from enterprises");
    expect(after.rows).toEqual(before.rows);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("a true file whose columns look swapped, until an officer says why they are right", async () => {
    const owners = Array.from(
      { length: 12 },
      (_, i) => `王小${i},,青西许可${i}号,食品经营许可,2024-01-15,青岛西海岸新区市场监督管理所\n`,
    );
    const permits = `行政相对人名称,统一社会信用代码,许可编号,许可事项,许可决定日期,许可机关\n${owners.join("")}`;
    const source = { source: "permits" };
    const refused = await send(permits, source);
    expect(refused.body.errors[0].message).toMatch(/像是互换了.*&acceptColumns=理由.*REASON/);
    for (const reason of ["", "  ", "长".repeat(501)]) {
      const { status } = await send(permits, { ...source, acceptColumns: reason });
      expect(status).toBe(400);
    }
    const reason = "许可对象都是个人经营的门店";
    const { status, body } = await send(permits, { ...source, acceptColumns: ` ${reason} ` });
    expect(status).toBe(200);
    expect(body.report).toMatchObject({ read: 12, accepted: 12, columnsAccepted: reason });
    expect(gateway.audited.findLast(({ action }) => action === "http.import")).toMatchObject({
      outcome: "DONE",
      details: { acceptColumns: expect.stringContaining(reason) as string },
    });
  });

  test.each(["town", "otherTown", "zone", "city", "viewer"])("a file of %s", async (caller) => {
    const answer = await send(csvOf([rowOf(50)]), {}, caller);
    expect([answer.status, answer.body.errors[0].extensions.code]).toEqual([403, "FORBIDDEN"]);
    expect((await fetchBad("source=registry", caller)).status).toBe(403);
    const { rows } = await db.owner.query("select 1 from enterprises where name = $1", [
      rowOf(50).企业名称,
    ]);
    expect(rows).toEqual([]);
  });

  test("a caller without a token", async () => {
    expect((await send(csvOf([rowOf(1)]), {}, "nobody")).status).toBe(401);
    expect((await fetchBad("source=registry", "nobody")).status).toBe(401);
  });

  test("a body whose length is not told and goes on beyond the limit", async () => {
    const { hostname, port } = new URL(gateway.url);
    const path = "/imports?source=registry&name=a.csv";
    const status = await new Promise<unknown>((resolve) => {
      const headers = { authorization: "Bearer officer" };
      const sending = httpRequest({ hostname, port, path, method: "POST", headers }, (response) =>
        resolve(response.resume().statusCode),
      );
      sending.on("error", (error: NodeJS.ErrnoException) => resolve(error.code));
      for (let i = 0; i < 24; i++) sending.write("x".repeat(65_536));
    });
    expect([413, "EPIPE", "ECONNRESET"]).toContain(status);
    expect(readdirSync(folder)).toEqual([]);
  });
});

test.each([
  ["bytes", { uploadBytesPerDay: 100 }],
  ["files", { uploadsPerDay: 1 }],
])(
  "an account sends so many %s in a day, and others are not asked for it",
  async (_what, quota) => {
    const options = { workerPool: db.worker, uploadFolder: folder, ...quota };
    const strict = await openGateway(db.gateway, callers, options);
    const answer = await fetch(`${strict.url}/imports?source=registry&name=a.csv`, {
      method: "POST",
      headers: { authorization: "Bearer officer" },
      body: csvOf([rowOf(901)]),
    });
    const told = await answer.text();
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([429, "3600"]);
    expect(told).toContain("RATE_LIMITED");
    // Nor when the length is not told beforehand.
    const unsaid = await fetch(`${strict.url}/imports?source=registry&name=a.csv`, {
      method: "POST",
      headers: { authorization: "Bearer other" },
      body: new Blob([csvOf([rowOf(902)])]).stream(),
      duplex: "half",
    });
    expect(unsaid.status).toBe("uploadBytesPerDay" in quota ? 429 : 200);
    expect(readdirSync(folder)).toEqual([]);
    expect(await readUploadsOfDay(db.worker, "nobody.else")).toEqual({ files: 0, bytes: 0 });
    await strict.stop();
  },
);

test("of a file that takes longer the number is told, and it goes on after the answer", async () => {
  const options = { workerPool: db.worker, uploadFolder: folder, uploadPatienceMs: 0 };
  const hasty = await openGateway(db.gateway, callers, options);
  const rows = Array.from({ length: 1_500 }, (_, i) => rowOf(5_000 + i));
  const answer = await fetch(`${hasty.url}/imports?source=registry&name=long.csv`, {
    method: "POST",
    headers: { authorization: "Bearer officer" },
    body: csvOf(rows),
  });
  const body = (await answer.json()) as { run: string; done: boolean; report: null };
  expect([answer.status, body.done, body.report]).toEqual([202, false, null]);
  await vi.waitFor(async () => {
    expect(hasty.audited.at(-1)).toMatchObject({ action: "http.import", outcome: "DONE" });
    expect(readdirSync(folder)).toEqual([]);
  }, 20_000);
  const { rows: runs } = await db.owner.query(
    "select state, report ->> 'created' as created from import_runs where id = $1",
    [body.run],
  );
  expect(runs).toEqual([{ state: "DONE", created: "1500" }]);
  await hasty.stop();
});

test("while a workbook is taken in, the gateway answers", async () => {
  const rows = Array.from({ length: 1_000 }, (_, i) =>
    headers.map((name) => rowOf(1_000 + i)[name]),
  );
  const content = sheet(sheetOf([headers, ...rows]));
  let done = false;
  const importing = send(new Uint8Array(content), book).finally(() => (done = true));
  let answers = 0;
  const ended = () => done;
  while (!ended()) {
    expect((await fetch(`${gateway.url}/livez`)).status).toBe(200);
    answers++;
  }
  const { status, body } = await importing;
  expect([status, body.report.created]).toEqual([200, 1_000]);
  // In the process itself the linker, the workbook and each chunk would leave room for a few answers only.
  expect(answers).toBeGreaterThan(20);
});

test("a slow body of a query is ended, one of a file is not", async () => {
  const { hostname, port } = new URL(gateway.url);
  const slow = (path: string, type: string) =>
    new Promise<string>((resolve) => {
      const headers = { authorization: "Bearer officer", "content-type": type };
      const sending = httpRequest({ hostname, port, path, method: "POST", headers }, (response) =>
        resolve(String(response.resume().statusCode)),
      );
      sending.on("error", () => resolve("ended"));
      const text = csvOf([rowOf(1)]);
      sending.write(text.slice(0, 40));
      setTimeout(() => sending.end(text.slice(40)), 1_200);
    });
  const [query, file] = await Promise.all([
    slow("/graphql", "application/json"),
    slow("/imports?source=registry&name=slow.csv", "text/csv"),
  ]);
  expect([query, file]).toEqual(["ended", "200"]);
});

test("an import that the database cuts short keeps its file, and is resumed from it", async () => {
  await db.owner.query("alter table enterprises add constraint cut check (false) not valid");
  const { status } = await send(csvOf([rowOf(900)]), { name: "cut.csv" });
  await db.owner.query("alter table enterprises drop constraint cut");
  expect(status).toBe(500);
  const { rows } = await db.owner.query<{ id: string; path: string }>(
    "select id::text, report ->> 'path' as path from import_runs where state = 'MERGING'",
  );
  const [{ id, path } = { id: "", path: "" }] = rows;
  expect(existsSync(path)).toBe(true);
  // Nothing was staged of a file that is gone: from its first line on it has to be there.
  await db.owner.query("delete from staged_records where import_run_id = $1", [id]);
  await db.owner.query(
    `update import_runs set state = 'STAGING', staged_lines = 0, staged_bytes = 0,
      report = report || '{"read": 0, "accepted": 0}' where id = $1`,
    [id],
  );
  const { report } = await thread.resumeImport({ runId: id });
  expect(report).toMatchObject({ read: 1, created: 1 });
  rmSync(dirname(path), { recursive: true });
});
