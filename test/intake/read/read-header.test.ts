import { beforeAll, describe, expect, it } from "vitest";

import { GoldseedError } from "../../../domain/errors.ts";
import { loadDescription } from "../../../intake/describe/load-description.ts";
import type { SourceDescription } from "../../../intake/describe/source-description.ts";
import { inspectFile } from "../../../intake/read/inspect-file.ts";
import { readHeader } from "../../../intake/read/read-header.ts";
import { csvOf, fileFolder, headers, rowOf } from "../kit/registry-rows.ts";

const folder = fileFolder();
const rows = [rowOf(1), rowOf(2)];
let description: SourceDescription;
beforeAll(async () => {
  ({ description } = await loadDescription("registry"));
});

async function headerOf(content: string, name = "a.csv") {
  const path = folder.write(name, content);
  return readHeader(path, await inspectFile(path), description);
}

async function refusalOf(content: string, name?: string): Promise<GoldseedError> {
  const error: unknown = await headerOf(content, name).catch((reason: unknown) => reason);
  if (error instanceof GoldseedError) return error;
  throw new Error("expected a refusal");
}

const renamed = (from: string, to: string) => headers.map((name) => (name === from ? to : name));

describe("readHeader", () => {
  it.each([",", "\t", ";", "|", "，"])("finds the delimiter %j", async (delimiter) => {
    const header = await headerOf(csvOf(rows, { delimiter }));
    expect(header).toMatchObject({ delimiter, line: 1, names: headers });
  });

  it("finds the header below the title of an export", async () => {
    const header = await headerOf(
      `市场主体名单,,,,,,,,\n导出日期,2026-01-05,,,,,,,\n${csvOf(rows)}`,
    );
    expect(header.line).toBe(3);
  });

  it("takes other wordings, width, stars, remarks, and any order", async () => {
    const names = renamed("统一社会信用代码", " ＊社会信用代码 （必填）").toReversed();
    const header = await headerOf(csvOf(rows, { names }));
    expect(header.fit.places.slice(0, 2)).toEqual([8, 7]);
    expect(header.fit.problems).toEqual([]);
  });

  it("tells columns it does not know and those that are absent", async () => {
    const header = await headerOf(csvOf(rows, { names: renamed("所在省份", "备注") }));
    expect(header.fit.unknown).toEqual(["备注"]);
    expect(
      header.fit.places[description.columns.findIndex((one) => one.field === "province")],
    ).toBe(-1);
  });

  it("names a missing column together with the one that is probably meant", async () => {
    const error = await refusalOf(
      csvOf(rows, { names: renamed("统一社会信用代码", "统一社会信用号码") }),
    );
    expect(error.code).toBe("FILE_REFUSED");
    expect(error.message).toMatch(/缺少列“统一社会信用代码”，文件中相近的列：“统一社会信用号码”/);
  });

  it("tells every problem at once", async () => {
    const error = await refusalOf("企业名称,企业名称,甲\na,b,c\n");
    const problems = error.details["problems"] as string[];
    expect(problems.filter((one) => one.startsWith("缺少列"))).toHaveLength(6);
    expect(problems[0]).toMatch(/列“企业名称”出现了 2 次/);
  });

  it("shows what it read when there is no header", async () => {
    const body = csvOf(rows).split("\r\n").slice(1).join("\r\n");
    expect((await refusalOf(body)).message).toMatch(/读到的列.*青岛虚构1号机械有限公司/);
  });

  it.each([
    ["cut in the middle", '{"企业名称": "青岛'],
    ["spread over lines", '{\n  "企业名称": "青岛某公司"\n}'],
  ])("says of JSON that is %s what it is, and not that columns are missing", async (_, text) => {
    const { code, message } = await refusalOf(text, "a.jsonl");
    expect(code).toBe("FILE_REFUSED");
    expect(message).toMatch(
      /没有一行是完整的 JSON 对象，如第 1 行“\{.*应独占一行.*\n?.*no whole JSON object/s,
    );
    expect(message).not.toContain("缺少列");
  });

  it("reads names out of JSON lines, of which no one object needs to hold all", async () => {
    const objects = [{ ...rows[0], 注册资金: undefined }, rows[1]].map((row) =>
      JSON.stringify(row),
    );
    const header = await headerOf(objects.join("\n"), "a.jsonl");
    expect(header).toMatchObject({ delimiter: null, line: 0 });
    expect(header.fit.problems).toEqual([]);
  });
});
