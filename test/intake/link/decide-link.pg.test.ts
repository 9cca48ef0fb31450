import { beforeAll, beforeEach, describe, expect, it } from "vitest";

import { abandonImport } from "../../../intake/abandon-import.ts";
import { importRecords } from "../../../intake/import-records.ts";
import { decideLink, undoLink } from "../../../intake/link/decide-link.ts";
import { partsOfName } from "../../../intake/link/split-reviewed.ts";
import { resumeImport } from "../../../intake/resume-import.ts";
import { listReviewGroups } from "../../../store/linking/link-reviews.ts";
import { loadReferenceData } from "../../../store/reference-data.ts";
import { createTestDatabase } from "../../kit/database.ts";
import { codeOf, csvOf, fileFolder, rowOf } from "../kit/registry-rows.ts";

const database = await createTestDatabase();
const pool = database.worker;
const folder = fileFolder();
let files = 0;
const nameOf = (i: number) => rowOf(i).企业名称;

beforeAll(() => loadReferenceData(pool));
beforeEach(async () => {
  await database.owner.query(
    "truncate enterprises, enterprise_names, ip_rights, fact_history, link_reviews, link_decisions, link_evidence, import_runs, staged_records",
  );
  await take("registry", csvOf(Array.from({ length: 12 }, (_, i) => rowOf(i))));
});

function take(sourceId: string, content: string) {
  const path = folder.write(`file-${files++}.csv`, content);
  return importRecords({ pool, sourceId, path, startedBy: "test" });
}

const works = (...names: readonly string[]) =>
  take(
    "software-works",
    `著作权人,登记号,软件名称,法律状态\n${names.map((name, i) => `${name},2023SR000${i},软件${i},已登记`).join("\n")}\n`,
  );
async function rights() {
  const { rows } = await database.owner.query<Record<string, unknown>>(
    "select credit_code, right_no, link_method from ip_rights order by right_no, credit_code",
  );
  return rows;
}
const groups = () => listReviewGroups(pool, { limit: 10 });
const stranger = "济宁恒岳酿造厂";
const decide = async (more: Partial<Parameters<typeof decideLink>[0]>) => {
  const [group] = await groups();
  return decideLink({
    pool,
    groupKey: group!.groupKey,
    decision: "LINK",
    decidedBy: "officer",
    ...more,
  });
};

describe("an officer's answer", () => {
  it("makes facts of all records of the group; taken back, they go and the question stands again", async () => {
    await works(stranger, stranger);
    expect(await rights()).toEqual([]);
    const [group] = await groups();
    expect(group).toMatchObject({ records: 2, sourceId: "software-works" });
    expect(await decide({ creditCode: codeOf(3) })).toMatchObject({ merged: 2 });
    expect(await rights()).toEqual([
      { credit_code: codeOf(3), right_no: "2023SR0000", link_method: "REVIEWED" },
      { credit_code: codeOf(3), right_no: "2023SR0001", link_method: "REVIEWED" },
    ]);
    expect(await groups()).toEqual([]);
    expect(await undoLink(pool, group!.groupKey)).toBe(1);
    expect(await rights()).toEqual([]);
    expect(await groups()).toMatchObject([{ records: 2 }]);
  });

  it("is remembered: the next file asks nobody", async () => {
    await works(stranger);
    await decide({ creditCode: codeOf(3) });
    const { report } = await works(stranger, stranger);
    expect(report).toMatchObject({ linked: { REVIEWED: 2 }, toReview: 0, unlinked: 0 });
  });

  it("that nothing is registered keeps the record without a fact, and asks nobody again", async () => {
    await works(stranger);
    await decide({ decision: "NOT_REGISTERED" });
    const { report } = await works(stranger, stranger);
    expect(report).toMatchObject({ unlinked: 2, linked: {} });
    expect(await groups()).toEqual([]);
    expect(await rights()).toEqual([]);
    const { rows } = await database.owner.query(
      "select sum(cardinality(lines))::int as kept from link_reviews where decision = 'NOT_REGISTERED'",
    );
    expect(rows).toEqual([{ kept: 2 }]);
  });

  it("of an alias lets records of other sources find the enterprise by that name, until it is taken back", async () => {
    await works(stranger);
    const [group] = await groups();
    await decide({ decision: "ALIAS", creditCode: codeOf(3) });
    const trade = `商标注册人,注册号,法律状态\n${stranger},TM1,有效\n`;
    expect((await take("trademarks", trade)).report).toMatchObject({ linked: { FORMER_NAME: 1 } });
    await undoLink(pool, group!.groupKey);
    expect((await take("trademarks", trade.replace("TM1", "TM2"))).report).toMatchObject({
      linked: {},
      unlinked: 1,
    });
  });

  it("that it is a branch nobody registered counts its records with the parent, and bears no name of it", async () => {
    const branch = `${nameOf(4)}即墨经营部`;
    await works(branch);
    const [group] = await groups();
    expect(await decide({ decision: "BRANCH_OF", creditCode: codeOf(4) })).toMatchObject({
      merged: 1,
    });
    expect(await rights()).toMatchObject([{ credit_code: codeOf(4), link_method: "REVIEWED" }]);
    expect((await works(branch, branch)).report).toMatchObject({ linked: { REVIEWED: 2 } });
    const { rows } = await database.owner.query("select 1 from enterprise_names where name = $1", [
      branch,
    ]);
    expect(rows).toEqual([]);
    await undoLink(pool, group!.groupKey);
    expect((await works(branch)).report).toMatchObject({ linked: {} });
  });

  it.each([
    ["BRANCH_OF", undefined],
    ["LINK", undefined],
    ["ALIAS", undefined],
    ["NOT_REGISTERED", codeOf(4)],
    ["SPLIT", codeOf(4)],
  ] as const)("%s with the code %s is refused, and the question stands", async (decision, code) => {
    await works(stranger);
    await expect(decide({ decision, creditCode: code })).rejects.toMatchObject({
      code: "BAD_USER_INPUT",
    });
    expect(await groups()).toHaveLength(1);
  });

  it("that has been given is told to whoever answers otherwise, and stands until it is taken back", async () => {
    await works(stranger);
    const [group] = await groups();
    const { groupKey } = group!;
    await decide({ decision: "NOT_REGISTERED" });
    const other = { pool, groupKey, decidedBy: "officer", creditCode: codeOf(3) };
    await expect(decideLink({ ...other, decision: "LINK" })).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringMatching(/已答复为 NOT_REGISTERED.*review undo/) as string,
    });
    await undoLink(pool, groupKey);
    expect(await decideLink({ ...other, decision: "LINK" })).toMatchObject({ merged: 1 });
  });

  it("to split gives each holder the right, and lets the unknown one wait by itself", async () => {
    await works(`${nameOf(1)}；${nameOf(2)}；${stranger}`);
    expect(await decide({ decision: "SPLIT" })).toMatchObject({ merged: 2 });
    const found = (await rights()).map((right) => String(right["credit_code"]));
    expect(found.sort()).toEqual([codeOf(1), codeOf(2)].sort());
    expect(await groups()).toMatchObject([{ mention: { name: stranger } }]);
  });

  it("to split is remembered: later records of the same names find their holders, and the same file finds nothing new", async () => {
    const whole = `${nameOf(1)}；${nameOf(2)}；${stranger}`;
    await works(whole);
    const [group] = await groups();
    await decide({ decision: "SPLIT" });
    const { report } = await works(whole, whole);
    expect(report).toMatchObject({ read: 2, unlinked: 2 });
    const both = ["2023SR0000", "2023SR0001"].flatMap((no) =>
      [codeOf(1), codeOf(2)].sort().map((code) => [code, no]),
    );
    const found = async () =>
      (await rights()).map(({ credit_code, right_no }) => [credit_code, right_no]);
    expect(await found()).toEqual(both);
    expect(await groups()).toMatchObject([{ mention: { name: stranger }, records: 2 }]);
    await works(whole, whole);
    expect(await found()).toEqual(both);
    expect(await groups()).toMatchObject([{ records: 2 }]);
    await undoLink(pool, group!.groupKey);
    expect(await rights()).toEqual([]);
    expect(await groups()).toMatchObject([{ mention: { name: whole }, records: 2 }]);
  });

  it.each([stranger, `${stranger}；甲`])(
    "to split what shows no separate names (%s) is refused, and the question stands",
    async (name) => {
      await works(name);
      await expect(decide({ decision: "SPLIT" })).rejects.toMatchObject({
        code: "BAD_USER_INPUT",
        message: expect.stringContaining(`“${name}”看不出由几家组成`) as string,
      });
      expect(await groups()).toMatchObject([{ mention: { name }, records: 1 }]);
    },
  );

  it("to split that is taken back leaves the whole as the one question", async () => {
    const whole = `${nameOf(1)}；${stranger}`;
    await works(whole);
    const [group] = await groups();
    await decide({ decision: "SPLIT" });
    expect(await undoLink(pool, group!.groupKey)).toBe(1);
    expect(await rights()).toEqual([]);
    expect(await groups()).toMatchObject([{ mention: { name: whole } }]);
  });
});

it("a record that waits becomes a fact when its enterprise is registered, with its evidence", async () => {
  await works(nameOf(40));
  expect(await groups()).toHaveLength(1);
  const { report } = await take("registry", csvOf([rowOf(40)]));
  expect(report.relinked).toEqual({ tried: 1, settled: 1 });
  expect(await rights()).toMatchObject([{ credit_code: codeOf(40), link_method: "NAME" }]);
  expect(await groups()).toEqual([]);
});

describe("records that could not be tried again when the registry had changed", () => {
  const spoil = (record: string) =>
    database.owner.query(`update link_reviews set record = ${record}`);
  const run = async () => {
    const { rows } = await pool.query<{ id: string; state: string; failure: string }>(
      "select id::text, state, failure, report -> 'relinked' as relinked from import_runs where source_id = 'registry' order by import_runs.id desc limit 1",
    );
    return rows[0]!;
  };
  beforeEach(async () => {
    await works(nameOf(40));
    await spoil("(record - 'mention') || jsonb_build_object('kept', record -> 'mention')");
    await expect(take("registry", csvOf([rowOf(40)]))).rejects.toThrow(TypeError);
  });

  it("hold the run in a state of its own that says so; resumed, they are tried and the figures saved", async () => {
    const { id, state, failure } = await run();
    expect(state).toBe("RELINKING");
    expect(failure).toMatch(
      new RegExp(`goldseed import resume ${id}。登记已全部入库，只差.*All registry rows are in`),
    );
    await spoil("record || jsonb_build_object('mention', record -> 'kept')");
    await resumeImport({ pool, runId: id });
    expect(await run()).toMatchObject({
      state: "DONE",
      failure: null,
      relinked: { tried: 1, settled: 1 },
    });
    expect(await rights()).toMatchObject([{ credit_code: codeOf(40) }]);
  });

  it("are left alone by giving up, as a run that is done and says how to make up for it", async () => {
    const { id } = await run();
    await abandonImport(pool, id, "officer");
    expect(await run()).toMatchObject({
      state: "DONE",
      failure: expect.stringContaining("goldseed link review retry") as string,
    });
  });
});

it.each([
  ["甲有限公司；乙有限公司", ["甲有限公司", "乙有限公司"]],
  ["甲有限公司、乙研究院、甲有限公司", ["甲有限公司", "乙研究院"]],
  ["甲有限公司和乙和丙厂", ["甲有限公司", "乙和丙厂"]],
  ["和平商店", ["和平商店"]],
])("%s is %j", (name, parts) => {
  expect(partsOfName(name)).toEqual(parts);
});
