/** Files of permits about enterprises of a register, as departments send them: tidy, or with names and numbers spoiled. */
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

import type { Mention } from "../../domain/linking/mention.ts";
import type { RegistryEntry } from "../../domain/linking/registry-entry.ts";

/**
 * `TIDY`: every record bears the name and the code of the register. `LABELLED`: spoiled in the shares of
 * the set on which the linker's accuracy is measured; they were not counted in departments' files.
 */
export type Spelling = "TIDY" | "SPOILED" | "LABELLED";

/** What record `i` says of its enterprise. */
export function mentionOf(
  entries: readonly RegistryEntry[],
  i: number,
  spelling: Exclude<Spelling, "LABELLED">,
): Mention {
  const { names, creditCode, address, city } = entries[(i * 7_919) % entries.length]!;
  const { name } = names[0]!;
  if (spelling === "TIDY") return { name, code: creditCode, address, place: "" };
  return {
    name: spoil(name, i),
    code: i % 3 === 0 ? creditCode : "",
    address: i % 2 === 0 ? address : "",
    place: i % 2 === 0 && city !== "" ? `${city}市` : "",
  };
}

/** A quarter each: as it is, without its first letters, one letter lost, cut off. */
export function spoil(name: string, i: number): string {
  const at = i % Math.max(1, name.length - 4);
  const ways = [name, name.slice(2), name.slice(0, at) + name.slice(at + 1), name.slice(0, -2)];
  return i % 4 === 3 ? `${ways[3]}...` : ways[i % 4]!;
}

const header =
  "行政相对人名称,统一社会信用代码,地址,许可编号,许可事项,许可机关,许可决定日期,有效期至";

export async function writePermits(
  path: string,
  count: number,
  mention: (i: number) => Mention,
): Promise<void> {
  await pipeline(Readable.from(linesOf(count, mention)), createWriteStream(path));
}

function* linesOf(count: number, mention: (i: number) => Mention): Generator<string> {
  let text = `${header}\n`;
  for (let i = 0; i < count; i++) {
    const { name, code, address } = mention(i);
    const cells = [name, code, address, `青西审批〔2024〕${i}号`, "食品经营许可", "行政审批服务局"];
    text += `${cells.map(quoted).join(",")},2024-0${1 + (i % 9)}-15,2029-0${1 + (i % 9)}-14\n`;
    if (text.length < 262_144) continue;
    yield text;
    text = "";
  }
  yield text;
}

const quoted = (cell: string): string =>
  /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
