import { expect, test } from "vitest";

import { readMentions, holdForReview } from "../../store/linking/staged-links.ts";
import { CopyText } from "../../store/queries/copy-rows.ts";
import { addStagedRow, stageRows } from "../../store/queries/import-stage.ts";
import { factText, mentionText } from "../../store/queries/staged-fact.ts";
import { inTransaction } from "../../store/transaction.ts";
import { createTestDatabase } from "../kit/database.ts";

const database = await createTestDatabase();
const runId = "1";
const columns = ["title", "holders", "note", "year"];

const records = [
  {
    mention: { name: "甲“一”公司", code: "", address: '路 1 号,"2"室', place: "" },
    fact: { title: 'a,b "c"', holders: '{"甲","乙\\""}', note: "第一段\n\n第二段", year: null },
  },
  {
    mention: { name: "乙公司", code: "91", address: "", place: "青岛", date: "2024-12-31" },
    fact: { title: String.raw`\N`, holders: null, note: null, year: "2024" },
  },
];

test("what is staged of a record comes back as it was, in linking and in a review", async () => {
  await database.owner.query(
    `insert into import_runs (id, source_id, state, started_by, fact_columns) overriding system value
    values ($1, 'permits', 'MERGING', 'test', $2)`,
    [runId, columns],
  );
  const staged = new CopyText();
  records.forEach(({ mention, fact }, i) =>
    addStagedRow(staged, runId, {
      line: i + 2,
      raw: '{"列":"一\\n二"}',
      parsed: null,
      mention: mentionText(mention),
      fact: factText(columns, fact),
      notes: null,
      recordKey: `K${i}`,
      creditCode: null,
      linkMethod: null,
      linkConfidence: null,
    }),
  );
  await inTransaction(database.worker, (client) =>
    stageRows(client, { id: runId, sourceId: "permits" }, { staged, quarantined: [] }),
  );
  const read = await readMentions(database.worker, { runId, size: 10, afterLine: 0 });
  expect(read).toEqual(records.map(({ mention }, i) => ({ line: i + 2, mention })));
  const held = await inTransaction(database.worker, (client) =>
    holdForReview(client, runId, [2, 3]),
  );
  records.forEach((record, i) => {
    expect(held.get(i + 2)).toMatchObject({ recordKey: `K${i}`, raw: { 列: "一\n二" } });
    expect(held.get(i + 2)?.parsed).toEqual({ ...record, content_digest: expect.any(String) });
  });
});
