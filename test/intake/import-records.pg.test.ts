import { existsSync } from "node:fs";

import iconv from "iconv-lite";
import { beforeEach, describe, expect, it } from "vitest";

import { createTestDatabase } from "../kit/database.ts";
import { openRegistry } from "./kit/open-registry.ts";
import { codeOf, csvOf, rowOf } from "./kit/registry-rows.ts";

const database = await createTestDatabase();
const { folder, take, one, enterprise } = openRegistry(database);

const rows = Array.from({ length: 30 }, (_, i) => rowOf(i));

describe("importRecords, a first file", () => {
  it("makes enterprises with provenance, town and name", async () => {
    const { runId, report } = await take(rows);
    expect(report).toMatchObject({
      read: 30,
      accepted: 30,
      created: 30,
      quarantined: 0,
      towns: { TOWN_NAME: 30 },
    });
    expect(await enterprise(1)).toMatchObject({
      name: "青岛虚构1号机械有限公司",
      kind: "COMPANY",
      legal_form: "LIMITED_COMPANY",
      capital_amount: "1010000",
      capital_currency: "CNY",
      status: "UNKNOWN",
      town_code: "370211004",
      town_method: "TOWN_NAME",
      source_id: "registry",
      record_key: codeOf(1),
      import_run_id: runId,
      link_method: "REGISTRY",
      link_confidence: "1",
      version: 1,
    });
    const name = await one(
      "select *, valid_from::text as since from enterprise_names where credit_code = $1",
      [codeOf(1)],
    );
    expect(name).toMatchObject({
      name: "青岛虚构1号机械有限公司",
      town_code: "370211004",
      since: "2011-02-11",
      valid_to: null,
    });
    expect(
      await one(
        "select count(*)::int as n from dirty_keys where stage in ('INDICATORS', 'PORTRAITS')",
      ),
    ).toEqual({ n: 60 });
  });

  it("keeps its report, clears its staging, and tells which description it went by", async () => {
    const { runId, report } = await take(rows);
    const run = await one(
      "select state, encoding, report, finished_at is not null as ended from import_runs where id = $1",
      [runId],
    );
    expect(run).toEqual({ state: "DONE", encoding: "UTF-8", report, ended: true });
    expect(await one("select count(*)::int as n from staged_records")).toEqual({ n: 0 });
    expect(await one("select digest from sources where id = 'registry'")).toEqual({
      digest: report.source.descriptionDigest,
    });
  });

  it("shows each town its own enterprises through the gateway's policies", async () => {
    await take(rows);
    const client = await database.gateway.connect();
    try {
      await client.query("begin");
      await client.query(
        "select set_config('role', 'goldseed_town', true), set_config('goldseed.areas', '{370211010}', true)",
      );
      const { rows: seen } = await client.query("select distinct town_code from enterprises");
      expect(seen).toEqual([{ town_code: "370211010" }]);
    } finally {
      await client.query("rollback");
      client.release();
    }
  });

  it.each([
    ["GB18030", iconv.encode(csvOf(rows), "gb18030")],
    ["UTF-16LE", iconv.encode(`\uFEFF${csvOf(rows, { delimiter: "\t" })}`, "utf16le")],
    ["UTF-8", Buffer.from(`\uFEFF${csvOf(rows, { delimiter: ";" })}`)],
  ])("reads the same enterprises out of %s", async (encoding, bytes) => {
    await take(rows);
    const { report } = await take(bytes);
    expect(report).toMatchObject({ file: { encoding }, created: 0, updated: 0, unchanged: 30 });
  });

  it("reads JSON lines", async () => {
    const path = folder.write("rows.jsonl", rows.map((row) => JSON.stringify(row)).join("\n"));
    const { report } = await take("", { path });
    expect(report).toMatchObject({ file: { format: "JSON_LINES", delimiter: null }, created: 30 });
  });

  it("takes in a file with a header and no row", async () => {
    expect((await take([])).report).toMatchObject({ read: 0, accepted: 0 });
  });
});

describe("importRecords, files that follow", () => {
  beforeEach(() => take(rows));

  it("changes nothing when the same file comes twice", async () => {
    const before = await one(
      "select md5(string_agg(e::text, ',' order by credit_code)) as all from enterprises e",
    );
    const { report } = await take(rows);
    expect(report).toMatchObject({
      unchanged: 30,
      updated: 0,
      sameFileAsRun: expect.any(String) as string,
    });
    expect(
      await one(
        "select md5(string_agg(e::text, ',' order by credit_code)) as all from enterprises e",
      ),
    ).toEqual(before);
    expect(await one("select count(*)::int as n from fact_history")).toEqual({ n: 0 });
    expect(await one("select count(*)::int as n from enterprise_names")).toEqual({ n: 30 });
  });

  it("supersedes with history, under the same code", async () => {
    const { runId, report } = await take([rowOf(1, { 注册资金: "5000万元" }), rowOf(2)]);
    expect(report).toMatchObject({ updated: 1, unchanged: 1, renamed: 0, moved: 0 });
    expect(await enterprise(1)).toMatchObject({ capital_amount: "50000000", version: 2 });
    const history = await one<{ former_row: object }>("select * from fact_history");
    expect(history).toMatchObject({
      credit_code: codeOf(1),
      fact_table: "enterprises",
      version: 1,
      superseded_by: runId,
    });
    expect(history.former_row).toMatchObject({
      capital_amount: 1_010_000,
      name: "青岛虚构1号机械有限公司",
    });
  });

  it("carries names on, and back again", async () => {
    const renamed = "青岛改名后机械有限公司";
    expect((await take([rowOf(1, { 企业名称: renamed })])).report).toMatchObject({
      updated: 1,
      renamed: 1,
    });
    await take([rowOf(1)]);
    const { rows: names } = await database.owner.query(
      "select name, valid_to is null as present from enterprise_names where credit_code = $1 order by valid_from, name",
      [codeOf(1)],
    );
    expect(names).toHaveLength(3);
    expect(names).toContainEqual({ name: renamed, present: false });
    expect(names.filter((one) => one.present)).toEqual([
      { name: "青岛虚构1号机械有限公司", present: true },
    ]);
  });

  it("does not take another spelling of a name for a change of name", async () => {
    await take([rowOf(1, { 企业名称: "青岛虚构１号机械有限公司" })]);
    const names = await one(
      "select count(*)::int as n, min(name) as name from enterprise_names where credit_code = $1",
      [codeOf(1)],
    );
    expect(names).toEqual({ n: 1, name: "青岛虚构１号机械有限公司" });
  });

  it("does not let an unknown value erase a known one", async () => {
    const { report } = await take([
      rowOf(1, { 注册资金: "N/A", 注册日期: "", 经营范围: "", 注册地址: "N/A" }),
    ]);
    expect(report).toMatchObject({ unchanged: 1 });
    expect(await enterprise(1)).toMatchObject({
      capital_amount: "1010000",
      capital_currency: "CNY",
      town_code: "370211004",
    });
  });

  it("moves every row of an enterprise with its address", async () => {
    await database.owner.query(
      `insert into ip_rights (credit_code, town_code, zone_code, right_no, kind, title, status, acquisition, source_id, record_key, link_method, link_confidence)
      select credit_code, town_code, zone_code, 'P1', 'INVENTION_PATENT', '专利', 'GRANTED', 'UNKNOWN', 'x', 'x', 'CREDIT_CODE', 1 from enterprises`,
    );
    const { report } = await take([rowOf(1, { 注册地址: "青岛市黄岛区泊里镇董家口经济区1号" })]);
    expect(report).toMatchObject({ moved: 1 });
    const { rows: left } = await database.owner.query(
      `select 'ip' as t from ip_rights where credit_code = $1 and (town_code, zone_code) is distinct from ('370211103', '370211Z03')
      union all select 'name' from enterprise_names where credit_code = $1 and town_code is distinct from '370211103'
      union all select 'history' from fact_history where credit_code = $1 and town_code is distinct from '370211103'`,
      [codeOf(1)],
    );
    expect(left).toEqual([]);
    expect(
      await one("select count(*)::int as n from ip_rights where town_code = '370211103'"),
    ).toEqual({ n: 7 });
  });

  it("keeps an officer's town while the address stays, and lets it go with the address", async () => {
    await database.owner.query(
      "update enterprises set town_code = '370211005', town_method = 'OFFICER', town_confidence = 1 where credit_code = $1",
      [codeOf(1)],
    );
    await take([rowOf(1, { 经营范围: "改了" })]);
    expect(await enterprise(1)).toMatchObject({
      town_code: "370211005",
      town_method: "OFFICER",
      business_scope: "改了",
    });
    await take([rowOf(1, { 注册地址: "青岛市黄岛区大村镇1号" })]);
    expect(await enterprise(1)).toMatchObject({ town_code: "370211105", town_method: "TOWN_NAME" });
  });

  it("takes the town from an enterprise whose new address lies elsewhere", async () => {
    await take([rowOf(1, { 注册地址: "青岛市市南区香港中路6号" })]);
    expect(await enterprise(1)).toMatchObject({ town_code: null, town_method: "OUTSIDE" });
  });
});

it("leaves the file that was sent where it was", async () => {
  const path = folder.write("stays.csv", csvOf(rows));
  await take("", { path });
  expect(existsSync(path)).toBe(true);
});
