/** A record that turns out to be about another enterprise takes its fact along. */
import { beforeAll, beforeEach, expect, it } from "vitest";

import { importRecords } from "../../../intake/import-records.ts";
import { decideLink, undoLink } from "../../../intake/link/decide-link.ts";
import { undoImport } from "../../../intake/undo-import.ts";
import { loadReferenceData } from "../../../store/reference-data.ts";
import { createTestDatabase } from "../../kit/database.ts";
import { codeOf, csvOf, fileFolder, rowOf } from "../kit/registry-rows.ts";

const database = await createTestDatabase();
const { worker: pool } = database;
const folder = fileFolder();
let files = 0;

/** Two enterprises of one name, as a register with former holders of it has them. */
const name = "青岛虚构同名机械有限公司";

async function take(sourceId: string, content: string, dryRun = false) {
  const path = folder.write(`${files++}.csv`, content);
  return importRecords({ pool, sourceId, path, startedBy: "test", dryRun });
}
const permits = (...rows: string[]) =>
  `行政相对人名称,统一社会信用代码,许可编号,许可事项,许可决定日期\n${rows.join("\n")}\n`;
const permit = (no: string, code: string, whose = name) =>
  `${whose},${code},${no},食品经营许可,2024-01-15`;

const facts = async () =>
  (
    await database.owner.query(
      "select credit_code as code, permit_no as no from permits order by permit_no, credit_code",
    )
  ).rows;
const history = async () =>
  (
    await database.owner.query(
      `select credit_code as code, fact_key as key, was_deleted as deleted, superseded_by::text as run from fact_history
      order by credit_code, fact_key, version`,
    )
  ).rows;

beforeAll(async () => {
  await loadReferenceData(pool);
  const rows = [1, 2].map((i) => rowOf(i, { 企业名称: name }));
  await take("registry", csvOf([...rows, rowOf(3)]));
});
beforeEach(() =>
  database.owner.query(
    "truncate permits, fact_history, link_reviews, link_decisions, dirty_keys, link_evidence; delete from import_runs where source_id = 'permits'",
  ),
);

it("by a corrected code: the former enterprise loses it, keeps it as history, and is judged again", async () => {
  await take("permits", permits(permit("P1", codeOf(1)), permit("P2", codeOf(1))));
  await database.owner.query("truncate dirty_keys");
  const corrected = permits(permit("P1", codeOf(2)), permit("P2", codeOf(1)));
  const dry = await take("permits", corrected, true);
  expect(dry.report).toMatchObject({ created: 1, unchanged: 1, withdrawn: 1 });
  expect(await facts()).toEqual([
    { code: codeOf(1), no: "P1" },
    { code: codeOf(1), no: "P2" },
  ]);
  const { runId, report } = await take("permits", corrected);
  expect(report).toMatchObject({ created: 1, unchanged: 1, withdrawn: 1 });
  expect(await facts()).toEqual([
    { code: codeOf(2), no: "P1" },
    { code: codeOf(1), no: "P2" },
  ]);
  expect(await history()).toEqual([{ code: codeOf(1), key: "P1", deleted: true, run: runId }]);
  const { rows } = await database.owner.query(
    "select distinct credit_code as code from dirty_keys order by 1",
  );
  expect(rows).toEqual([codeOf(1), codeOf(2)].sort().map((code) => ({ code })));
  await undoImport({ pool, runId, by: "test" });
  expect(await facts()).toEqual([
    { code: codeOf(1), no: "P1" },
    { code: codeOf(1), no: "P2" },
  ]);
});

it("by an officer's answer, and goes back with it; in doubt it stays where it is", async () => {
  await take("permits", permits(permit("P1", codeOf(1))));
  const doubtful = await take("permits", permits(permit("P1", "")));
  expect(doubtful.report).toMatchObject({ toReview: 1, withdrawn: 0 });
  expect(await facts()).toEqual([{ code: codeOf(1), no: "P1" }]);
  const { rows } = await database.owner.query<{ key: string }>(
    "select group_key as key from link_reviews where state = 'OPEN'",
  );
  const groupKey = rows[0]?.key ?? "";
  await decideLink({ pool, groupKey, decision: "LINK", creditCode: codeOf(2), decidedBy: "li.si" });
  expect(await facts()).toEqual([{ code: codeOf(2), no: "P1" }]);
  await undoLink(pool, groupKey);
  expect(await facts()).toEqual([{ code: codeOf(1), no: "P1" }]);
});

it("leaves alone what another source, or another record, says of the former enterprise", async () => {
  await take("permits", permits(permit("P1", codeOf(1))));
  await database.owner.query("update permits set source_id = 'registry'");
  await take("permits", permits(permit("P1", codeOf(2))));
  expect(await facts()).toEqual([codeOf(1), codeOf(2)].sort().map((code) => ({ code, no: "P1" })));
});
