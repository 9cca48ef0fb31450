/** Finds the columns of a description in the header of a file; what does not fit is told with the nearest names. */
import { foldText } from "../../domain/enterprise/fold-text.ts";
import { nearestNames } from "../../lib/nearest-names.ts";
import type { DescribedColumns } from "./source-description.ts";

export interface HeaderFit {
  /** Place of each described column in the header, in the description's order; -1 for one that is not there. */
  readonly places: readonly number[];
  /** Headers that the description does not know; their cells are kept with quarantined rows and otherwise not read. */
  readonly unknown: readonly string[];
  /** Why the file cannot be taken; empty when it can. */
  readonly problems: readonly string[];
  /** Described columns that were found. */
  readonly found: number;
}

/** Columns of our own that an export of quarantined rows adds; a mended file is sent back with them. */
export const ticketHeader = "隔离编号";
export const exportHeaders: readonly string[] = [ticketHeader, "问题", "原文"];

export function fitHeader(header: readonly string[], description: DescribedColumns): HeaderFit {
  const folded = header.map(foldHeader);
  const { columns } = description;
  const matches = columns.map((column) => {
    const names = new Set([...column.headers.map(foldHeader), foldHeader(column.field)]);
    return folded.flatMap((name, place) => (names.has(name) ? [place] : []));
  });
  const taken = new Set(matches.flat());
  const unknown = header.filter(
    (name, place) =>
      !taken.has(place) && name.trim() !== "" && !exportHeaders.includes(name.trim()),
  );
  const problems = columns.flatMap((column, i) => {
    const places = matches[i] ?? [];
    if (places.length > 1)
      return [
        twice(
          column.headers[0],
          places.map((place) => header[place] ?? ""),
        ),
      ];
    return places.length === 0 && column.column === "required"
      ? [missing(column.headers, unknown)]
      : [];
  });
  const places = matches.map(([place = -1]) => place);
  return { places, unknown, problems, found: places.filter((place) => place >= 0).length };
}

/** Width, spaces, brackets with remarks, the star of a required column: what forms add to a name. */
function foldHeader(header: string): string {
  return foldText(header)
    .replace(/[\s*"'：:]/g, "")
    .replace(/\((必填|选填|文本|日期|万元|元)\)$/, "")
    .toUpperCase();
}

function missing(headers: readonly string[], unknown: readonly string[]): string {
  const [official = ""] = headers;
  const near = [...new Set(headers.flatMap((name) => nearestNames(name, unknown)))].slice(0, 3);
  if (near.length === 0) return `缺少列“${official}” / the column "${official}" is missing`;
  const list = near.map((name) => `“${name}”`).join("、");
  return `缺少列“${official}”，文件中相近的列：${list}，是否改了名 / the column "${official}" is missing; near it: ${near.map((name) => `"${name}"`).join(", ")}`;
}

function twice(official: string, found: readonly string[]): string {
  const list = found.map((name) => `“${name}”`).join("、");
  return `列“${official}”出现了 ${found.length} 次：${list} / the column "${official}" stands ${found.length} times`;
}
