/** Invented market entities with valid codes, and files made of them. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll } from "vitest";

import {
  creditCodeAlphabet,
  creditCodeCheckCharacter,
} from "../../../domain/enterprise/credit-code.ts";

export const headers = [
  "企业名称",
  "统一社会信用代码",
  "注册日期",
  "企业类型",
  "注册资金",
  "经营范围",
  "所在省份",
  "地区",
  "注册地址",
] as const;
export type Header = (typeof headers)[number];
export type RegistryRow = Record<Header, string>;

const towns = ["隐珠街道", "灵珠山街道", "泊里镇", "王台镇", "大村镇"];

/** The credit code number `i` of a kind: 91 enterprise, 92 individual business, 93 cooperative. */
export function codeOf(i: number, prefix = "91"): string {
  let rest = "";
  for (let n = i * 7919 + 1, k = 0; k < 9; k++, n = Math.floor(n / 31)) {
    rest = creditCodeAlphabet.charAt(n % 31) + rest;
  }
  const first17 = `${prefix}370211${rest}`;
  return first17 + creditCodeCheckCharacter(first17);
}

/** Row number `i`, right in every column; `change` puts something else in. */
export function rowOf(i: number, change: Partial<RegistryRow> = {}): RegistryRow {
  return {
    企业名称: `青岛虚构${i}号机械有限公司`,
    统一社会信用代码: codeOf(i),
    注册日期: `20${String(10 + (i % 10)).padStart(2, "0")}-0${1 + (i % 9)}-1${i % 10}`,
    企业类型: "有限责任公司",
    注册资金: `${100 + i}万元人民币`,
    经营范围: "机械设备制造；货物进出口",
    所在省份: "山东",
    地区: "青岛",
    注册地址: `山东省青岛市黄岛区${towns[i % towns.length]}虚构路${i}号`,
    ...change,
  };
}

export function csvOf(
  rows: readonly RegistryRow[],
  { delimiter = ",", names = headers }: { delimiter?: string; names?: readonly string[] } = {},
): string {
  const line = (cells: readonly string[]) =>
    cells
      .map((cell) =>
        /["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell,
      )
      .join(delimiter);
  return `${[line(names), ...rows.map((row) => line(headers.map((header) => row[header])))].join("\r\n")}\r\n`;
}

/** A temporary folder of the test file's own; `write` puts a file into it and returns its path. */
export function fileFolder(): {
  readonly path: string;
  readonly write: (name: string, content: string | Uint8Array) => string;
} {
  const path = mkdtempSync(join(tmpdir(), "goldseed-intake-"));
  afterAll(() => rmSync(path, { recursive: true, force: true }));
  return {
    path,
    write: (name, content) => {
      const file = join(path, name);
      writeFileSync(file, content);
      return file;
    },
  };
}
