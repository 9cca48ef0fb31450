/** What a store holds that an earlier version filled is carried over: an import cut short, and sentences with values. */
import { beforeAll, describe, expect, it } from "vitest";

import { importRecords } from "../../../intake/import-records.ts";
import { resumeImport } from "../../../intake/resume-import.ts";
import { newReport } from "../../../intake/run/import-report.ts";
import { migrateStore } from "../../../store/migrate.ts";
import { loadReferenceData } from "../../../store/reference-data.ts";
import { codeOf, csvOf, fileFolder, rowOf } from "../../intake/kit/registry-rows.ts";
import { createEmptyDatabase } from "../../kit/database.ts";
import { migrateUpTo } from "../../kit/older-store.ts";

const database = await createEmptyDatabase();
const folder = fileFolder();

const mention = { name: rowOf(0).企业名称, code: codeOf(0), address: "", place: "" };
/** As version 0039 staged a penalty: one JSON object with what the record says of its enterprise, and what it states. */
const stagedBefore = [
  { mention, fact: factOf("甲字〔2024〕1号", { reason: "第一行\n第二行", amount: "30000" }) },
  { mention: { ...mention, date: "2024-05-06" }, fact: factOf("甲字〔2024〕2号", {}) },
];

function factOf(documentNo: string, told: Readonly<Record<string, string>>) {
  const none = { kind: "SAFETY", severity: "MINOR", reason: null, amount: null, authority: null };
  return { ...none, document_no: documentNo, decided_on: "2024-05-06", ...told };
}

const sentence =
  "综合得分70：研发强度10%得20分，知识产权12.3件当量得15分，营收增长-5.5%得4.4分，称号1.5分得10分，就业1200人得10分，盈利能力暂无数据，未计入。";

beforeAll(async () => {
  await migrateUpTo(database.ownerUrl, "0040_staged_text");
  await fillAsBefore();
  await migrateStore(database.ownerUrl);
  await loadReferenceData(database.worker);
});

async function fillAsBefore(): Promise<void> {
  const report = { ...newReport({} as never), read: 2, accepted: 2 };
  await database.owner.query(
    `insert into import_runs (source_id, state, started_by, staged_lines, report) values ('penalties', 'MERGING', 'test', 3, $1)`,
    [JSON.stringify(report)],
  );
  await database.owner.query(
    `insert into staged_records (import_run_id, line, raw, parsed, record_key)
     select 1, place + 1, '{"行":"原文"}', parsed, place::text from jsonb_array_elements($1) with ordinality as each(parsed, place)`,
    [JSON.stringify(stagedBefore)],
  );
  await database.owner.query(
    `insert into portraits (credit_code, score, score_version, score_parts, explanation, labels, trend, label_completion, completeness, ip_right_count, title_count)
     values ($1, 70, 'score-1', $2, $3, '{}', 'STEADY', 1, 1, 0, 0)`,
    [codeOf(0), JSON.stringify([{ part: "RD", value: 10, contribution: 20 }]), sentence],
  );
}

describe("an import that 0039 left in the middle of merging", () => {
  it("has its values in the order that its run names, and what is unknown between two separators", async () => {
    const { rows } = await database.owner.query(
      `select fact_columns, mention, parsed, string_to_array(fact, E'\\x03', '') as fact, raw
       from staged_records s join import_runs r on r.id = s.import_run_id order by line`,
    );
    const columns = Object.keys(factOf("", {})).toSorted();
    expect(rows).toEqual(
      stagedBefore.map(({ mention: said, fact }) => ({
        fact_columns: columns,
        mention: Object.values(said).join("\u0003"),
        parsed: null,
        fact: columns.map((name) => fact[name as keyof typeof fact]),
        raw: '{"行": "原文"}',
      })),
    );
  });

  it("is taken to its end: each record is a fact once", async () => {
    const path = folder.write("registry.csv", csvOf([rowOf(0)]));
    await importRecords({ pool: database.worker, sourceId: "registry", path, startedBy: "test" });
    const { report } = await resumeImport({ pool: database.worker, runId: "1" });
    expect(report).toMatchObject({ read: 2, created: 2, linked: { CREDIT_CODE: 2 } });
    const { rows } = await database.owner.query(
      "select document_no, reason, amount::text from penalties order by document_no",
    );
    expect(rows).toEqual([
      { document_no: "甲字〔2024〕1号", reason: "第一行\n第二行", amount: "30000" },
      { document_no: "甲字〔2024〕2号", reason: null, amount: null },
    ]);
  });
});

describe("a portrait that told the values of its parts", () => {
  it("tells points alone", async () => {
    const { rows } = await database.owner.query(
      "select explanation, score_parts_text as parts from portraits",
    );
    expect(rows).toEqual([
      {
        explanation:
          "综合得分70：研发强度得20分，知识产权得15分，营收增长得4.4分，称号得10分，就业得10分，盈利能力暂无数据，未计入。",
        parts: [{ part: "RD", contribution: 20 }],
      },
    ]);
  });
});
