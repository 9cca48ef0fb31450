/** What the area file must be, and what is said of one that is not. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, it } from "vitest";

import { readAreaFile } from "../../store/read-area-file.ts";
import { temporaryFolder } from "../kit/temporary-folder.ts";

const folder = temporaryFolder();
function fileOf(lines: readonly string[]): string {
  const path = join(folder, "areas.csv");
  writeFileSync(path, ["code,name,kind,parent_code,former_names", ...lines].join("\n"));
  return path;
}

describe("readAreaFile", () => {
  it("reads the shipped district: 23 towns and 10 zones, every code once", () => {
    const rows = readAreaFile();
    expect(rows.filter(({ kind }) => kind === "TOWN")).toHaveLength(23);
    expect(rows.filter(({ kind }) => kind === "ZONE")).toHaveLength(10);
    expect(new Set(rows.map(({ code }) => code)).size).toBe(rows.length);
    expect(rows[0]).toEqual({
      code: "3702",
      name: "青岛市",
      kind: "CITY",
      parentCode: null,
      formerNames: [],
      position: 1,
    });
  });

  it.each([
    [["3702,青岛市,CITY,,", "370211,区,COUNTY,3702,"], 'of kind "COUNTY"'],
    [["3702,青岛市,CITY,,", "3702,青岛市,CITY,,"], '"3702" stands twice'],
    [["3702,青岛市,CITY,,", "370211,区,DISTRICT,3799,"], 'lies in "3799"'],
    [["3702,,CITY,,"], "lacks a code or a name"],
  ])("refuses %j", (lines, fault) => {
    expect(() => readAreaFile(fileOf(lines))).toThrow(fault);
  });
});
