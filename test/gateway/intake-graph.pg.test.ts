/** Records in, as the graph shows them: sources, quarantine, the queue of links, and who may answer. */
import { beforeAll, describe, expect, test } from "vitest";

import { importRecords } from "../../intake/import-records.ts";
import { loadReferenceData } from "../../store/reference-data.ts";
import { codeOf, csvOf, fileFolder, rowOf } from "../intake/kit/registry-rows.ts";
import { createTestDatabase } from "../kit/database.ts";
import { openGraph, principal } from "../kit/graph.ts";
import { towns, zones } from "../kit/seed.ts";

const db = await createTestDatabase();
const graph = openGraph(db.gateway, { workerPool: db.worker });
const officer = principal("DISTRICT", ["370211"], { role: "OFFICER" });
const folder = fileFolder();
let files = 0;

const take = (sourceId: string, content: string) =>
  importRecords({
    pool: db.worker,
    sourceId,
    path: folder.write(`f${files++}.csv`, content),
    startedBy: "test",
  });
const header = "企业名称,统一社会信用代码,年度,进口额,出口额\n";
const lineOf = (i: number, year: number) => `${rowOf(i).企业名称},${codeOf(i)},${year},0,1\n`;
const stranger = "济宁恒岳酿造厂";

beforeAll(async () => {
  await loadReferenceData(db.worker);
  await take("registry", csvOf(Array.from({ length: 6 }, (_, i) => rowOf(i))));
  await take(
    "customs",
    `${header}${rowOf(1).企业名称},${codeOf(1)},2023,0,10\n${stranger},,2023,0,5\n${rowOf(2).企业名称},${codeOf(2)},2999,0,5\n`,
  );
});

const read = `{
  sources { totalCount edges { node { code department importRuns { state fileBytes stagedLines mergedLine report {
    read quarantined accepted created toReview unlinked dryRun way reasons { name count } linked { name count }
    held { code } settled { mended } relinked { tried } times { mergingMs }
    file { lines headerLine delimiter absentColumns } } } } } }
  quarantinedRows(filter: { source: "customs", isResolved: false }) { totalCount edges { node {
    line raw reasons { column value code messageZh messageEn } resolution importRun { source } } } }
  linkReviews(filter: { state: OPEN }) { totalCount edges { node { source state
    record { mention { name code address place date } rows { line recordKey raw parsed } }
    candidates { creditCode name former bits stops } } } }
  linkReviewGroups(first: 5) { groupKey source records name code candidates { creditCode } }
}`;

test("an officer sees sources with their runs, bad rows with their reasons, and the queue", async () => {
  const { data, errors } = await graph.ask(officer, read);
  expect(errors).toEqual([]);
  expect(data).toMatchObject({
    sources: {
      totalCount: 2,
      edges: [
        {
          node: {
            code: "customs",
            importRuns: [
              {
                state: "DONE",
                fileBytes: expect.stringMatching(/^\d{3}$/),
                stagedLines: 4,
                mergedLine: 3,
                report: {
                  read: 3,
                  quarantined: 1,
                  accepted: 2,
                  created: 1,
                  toReview: 0,
                  unlinked: 1,
                  dryRun: false,
                  way: "FILE",
                  reasons: [{ name: "YEAR_FUTURE", count: 1 }],
                  linked: [{ name: "CREDIT_CODE", count: 1 }],
                  held: [],
                  settled: { mended: 0 },
                  relinked: { tried: 0 },
                  times: { mergingMs: expect.any(Number) },
                  file: { lines: 4, headerLine: 1, delimiter: "," },
                },
              },
            ],
          },
        },
        { node: { code: "registry" } },
      ],
    },
    quarantinedRows: {
      totalCount: 1,
      edges: [
        {
          node: {
            line: 4,
            raw: { 年度: "2999" },
            reasons: [
              {
                code: "YEAR_FUTURE",
                column: "年度",
                value: "2999",
                messageZh: expect.stringContaining("2999"),
                messageEn: expect.stringContaining("2999"),
              },
            ],
            resolution: null,
            importRun: { source: "customs" },
          },
        },
      ],
    },
    linkReviews: {
      totalCount: 1,
      edges: [
        {
          node: {
            source: "customs",
            record: {
              mention: { name: stranger, code: "", address: "", place: "", date: "2023-12-31" },
              rows: [
                {
                  line: 3,
                  recordKey: expect.any(String),
                  raw: { 年度: "2023", 出口额: "5" },
                  parsed: expect.any(Object),
                },
              ],
            },
            candidates: [],
          },
        },
      ],
    },
    linkReviewGroups: [{ source: "customs", records: 1, name: stranger, code: null }],
  });
});

const groupKey = async () =>
  (await graph.ask(officer, "{ linkReviewGroups { groupKey } }")).data.linkReviewGroups[0]
    ?.groupKey as string;
const runId = async () =>
  (
    await graph.ask(officer, "{ importRuns(first: 200) { edges { node { id source } } } }")
  ).data.importRuns.edges.find(
    ({ node }: { node: { source: string } }) => node.source === "customs",
  ).node.id as string;

const decide = `mutation ($input: DecideLinkInput!) { decideLink(input: $input) {
  ok error { code } settled merged enterprise { creditCode } } }`;
const onRun = (name: string) =>
  `mutation ($input: ImportRunInput!) { result: ${name}(input: $input) { ok error { code } importRun { state } } }`;

describe("nobody but an officer of the district sees or answers, and nothing is written", () => {
  test.each([
    ["a town's officer", principal("TOWN", [towns.yinzhu], { role: "OFFICER" })],
    ["another town's officer", principal("TOWN", [towns.boli], { role: "OFFICER" })],
    ["a zone's officer", principal("ZONE", [zones.dongjiakou], { role: "OFFICER" })],
    ["the city", principal("CITY", ["3702"], { role: "OFFICER" })],
    ["a viewer of the district", principal("DISTRICT", ["370211"], { role: "VIEWER" })],
  ])("%s", async (_, caller) => {
    const seen = await graph.ask(caller, read);
    for (const field of ["quarantinedRows", "linkReviews", "linkReviewGroups"]) {
      expect(seen.data[field]).toBeNull();
    }
    const key = await groupKey();
    const link = { groupKey: key, decision: "LINK", creditCode: codeOf(3) };
    const answers = [
      (await graph.ask(caller, decide, { input: link })).data.decideLink,
      (
        await graph.ask(
          caller,
          "mutation ($input: UndoLinkInput!) { undoLink(input: $input) { ok error { code } } }",
          { input: { groupKey: key } },
        )
      ).data.undoLink,
    ];
    for (const name of ["releaseImport", "rejectImport", "abandonImport", "undoImport"]) {
      const { data } = await graph.ask(caller, onRun(name), { input: { id: await runId() } });
      answers.push(data.result);
    }
    for (const answer of answers) {
      expect(answer).toMatchObject({ ok: false, error: { code: "FORBIDDEN" } });
    }
    const { rows } = await db.owner.query("select credit_code from customs_trades");
    expect(rows).toEqual([{ credit_code: codeOf(1) }]);
  });
});

test("an officer's answer makes the record a fact, and is taken back with it", async () => {
  const key = await groupKey();
  const input = { groupKey: key, decision: "LINK", creditCode: codeOf(3) };
  const { data } = await graph.ask(officer, decide, { input });
  expect(data.decideLink).toEqual({
    ok: true,
    error: null,
    settled: 1,
    merged: 1,
    enterprise: { creditCode: codeOf(3) },
  });
  const facts = `{ enterprise(creditCode: "${codeOf(3)}") { customsTrades { year exportAmount provenance { source linkMethod linkConfidence } } } }`;
  expect((await graph.ask(officer, facts)).data.enterprise.customsTrades).toEqual([
    {
      year: 2023,
      exportAmount: "50000",
      provenance: { source: "customs", linkMethod: "REVIEWED", linkConfidence: "1" },
    },
  ]);
  const undone = await graph.ask(
    officer,
    "mutation ($input: UndoLinkInput!) { undoLink(input: $input) { ok reopened } }",
    { input: { groupKey: key } },
  );
  expect(undone.data.undoLink).toEqual({ ok: true, reopened: 1 });
  expect((await graph.ask(officer, facts)).data.enterprise.customsTrades).toEqual([]);
});

test("an import is taken back once; what has ended is neither released, rejected nor given up", async () => {
  const input = { id: await runId() };
  for (const name of ["releaseImport", "rejectImport", "abandonImport"]) {
    const { data } = await graph.ask(officer, onRun(name), { input });
    expect(data.result).toMatchObject({ ok: false, error: { code: "CONFLICT" } });
  }
  const undo = await take("customs", `${header}${rowOf(4).企业名称},${codeOf(4)},2022,0,1\n`);
  expect(undo.report.created).toBe(1);
  const first = await graph.ask(officer, onRun("undoImport"), { input: { id: await runId() } });
  expect(first.data.result).toEqual({ ok: true, error: null, importRun: { state: "UNDONE" } });
  const again = await graph.ask(officer, onRun("undoImport"), { input: { id: await runId() } });
  expect(again.data.result).toMatchObject({ ok: false, error: { code: "CONFLICT" } });
});

test("an import that was interrupted is given up, and another file of its source comes in", async () => {
  const controller = new AbortController();
  const interrupted = importRecords({
    pool: db.worker,
    sourceId: "customs",
    path: folder.write("cut.csv", header + lineOf(1, 2021) + lineOf(2, 2021)),
    startedBy: "test",
    chunkRows: 1,
    signal: controller.signal,
    onProgress: ({ phase }) => {
      if (phase === "MERGING") controller.abort();
    },
  });
  await expect(interrupted).rejects.toThrow();
  const other = header + lineOf(3, 2021);
  await expect(take("customs", other)).rejects.toMatchObject({ code: "CONFLICT" });
  const { data } = await graph.ask(officer, onRun("abandonImport"), {
    input: { id: await runId() },
  });
  expect(data.result).toEqual({ ok: true, error: null, importRun: { state: "FAILED" } });
  expect((await take("customs", other)).report.created).toBe(1);
  const { rows } = await db.owner.query(
    "select credit_code from customs_trades where year = 2021 order by credit_code",
  );
  expect(rows.map(({ credit_code }) => credit_code)).toEqual([codeOf(1), codeOf(3)].sort());
});

test("why the linker stopped is said in words beside its codes", async () => {
  await take("customs", `${header}潍坊另一家食品有限公司,${codeOf(5)},2022,0,1\n`);
  const { data, errors } = await graph.ask(
    officer,
    "{ linkReviewGroups(first: 50) { name candidates { stops stopWords { code messageZh messageEn } } } }",
  );
  expect(errors).toEqual([]);
  expect(data.linkReviewGroups).toContainEqual({
    name: "潍坊另一家食品有限公司",
    candidates: [
      {
        stops: ["NAME_DISAGREES"],
        stopWords: [
          {
            code: "NAME_DISAGREES",
            messageZh: "代码一致，名称不符",
            messageEn: "the number agrees, the name does not",
          },
        ],
      },
    ],
  });
  const kept = await graph.ask(
    officer,
    "{ linkReviews(filter: { state: OPEN }) { edges { node { candidates { creditCode name former bits stops } } } } }",
  );
  expect(kept.data.linkReviews.edges).toContainEqual({
    node: {
      candidates: [
        {
          creditCode: codeOf(5),
          name: rowOf(5).企业名称,
          former: false,
          bits: expect.any(Number),
          stops: ["NAME_DISAGREES"],
        },
      ],
    },
  });
});
