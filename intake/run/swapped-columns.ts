/**
 * Tells from the first records of a file that the names of enterprises stand in another column than the header says.
 *
 * Most columns of text take any text: swapped with one of them, every record would be accepted and wait for an officer as
 * an enterprise that nobody knows.
 */
import { foldText } from "../../domain/enterprise/fold-text.ts";
import { GoldseedError } from "../../domain/errors.ts";
import type { SourceDescription } from "../describe/source-description.ts";
import type { Header } from "../read/read-header.ts";
import type { SourceRecord } from "../read/source-record.ts";
import type { RunContext } from "./run-context.ts";

export interface SwappedColumns {
  /** Headers as they stand in the file. */
  readonly column: string;
  readonly other: string;
  /** One record for example. */
  readonly line: number;
  readonly value: string;
  readonly otherValue: string;
}

/** Fewer say nothing: a handful of people with a shop each bears no word of an enterprise. */
const fewestRecords = 10;
const mostRecords = 500;
/** Of the names, at most this share may look like one, and of the other column's cells at least that. */
const strangeShare = 0.1;
const likeShare = 0.6;

/** How names of enterprises, shops and institutions end, once brackets and blanks are off. */
const nameEnd =
  /(公司|集团|企业|合伙|合作社|联合社|[厂店部社行院所馆站室场园铺坊城户]|中心|超市|商行|学校|事务所)$/u;
const remark = /[（(][^（()）]*[)）]$/u;

/** Whether a text ends as names of enterprises do. */
export function looksLikeEnterprise(text: string): boolean {
  return nameEnd.test(foldText(text).replace(remark, "").trim());
}

export interface ColumnWatch {
  readonly see: (record: SourceRecord) => void;
  readonly swapped: () => SwappedColumns | undefined;
}

interface Seen {
  readonly place: number;
  filled: number;
  like: number;
}

export function watchColumns(description: SourceDescription, header: Header): ColumnWatch {
  const placed = description.columns.map(({ type }, i) => ({
    type,
    place: header.fit.places[i] ?? -1,
  }));
  const of = (types: readonly string[]): Seen[] =>
    placed
      .filter(({ type, place }) => types.includes(type) && place >= 0)
      .map(({ place }) => ({ place, filled: 0, like: 0 }));
  const names = of(["companyName"]);
  const others = of(["text", "longText", "identifier", "creditCode"]);
  const examples: SourceRecord[] = [];
  return {
    see(record) {
      if (examples.length === mostRecords || record.faults.length > 0) return;
      examples.push(record);
      for (const one of [...names, ...others]) count(one, record);
    },
    swapped() {
      const name = names.find(
        ({ filled, like }) => filled >= fewestRecords && like <= filled * strangeShare,
      );
      const other = others.find(
        ({ filled, like }) => filled >= fewestRecords && like >= filled * likeShare,
      );
      if (name === undefined || other === undefined) return undefined;
      const example = examples.find(({ cells }) => looksLikeEnterprise(cells[other.place] ?? ""));
      return {
        column: header.names[name.place] ?? "",
        other: header.names[other.place] ?? "",
        line: example?.line ?? 0,
        value: example?.cells[name.place] ?? "",
        otherValue: example?.cells[other.place] ?? "",
      };
    },
  };
}

function count(seen: Seen, { cells }: SourceRecord): void {
  const text = (cells[seen.place] ?? "").trim();
  if (text === "") return;
  seen.filled++;
  if (looksLikeEnterprise(text)) seen.like++;
}

const shown = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** Asked before anything is written. @throws GoldseedError FILE_REFUSED with the two columns and a record of each. */
export function assertNotSwapped({ report }: RunContext, watch: ColumnWatch): void {
  // Behind the first chunk something of the file is in, and rows sent again mended are no file of another kind.
  if (report.read > 0 || report.ticketHeader !== null) return;
  // An officer has looked: shops that go by their owners' names beside a column of institutions are no mistake.
  if (typeof report.columnsAccepted === "string") return;
  const swapped = watch.swapped();
  if (swapped === undefined) return;
  const { column, other, line } = swapped;
  const [value, otherValue] = [shown(swapped.value), shown(swapped.otherValue)];
  throw new GoldseedError(
    "FILE_REFUSED",
    `“${report.file.name}”的列“${column}”与“${other}”像是互换了：如第 ${line} 行，“${column}”为“${value}”，不像企业名称，“${other}”为“${otherValue}”。请核对表头与内容后重新导出；确实无误的，说明理由再导入：--accept-columns 理由（上传用 &acceptColumns=理由）。什么也没有入库 / The columns "${column}" and "${other}" of "${report.file.name}" look swapped: on line ${line} "${column}" is "${value}", no enterprise name, and "${other}" is "${otherValue}". Check the header against the cells and export again; if they are right, say why: --accept-columns REASON (an upload: &acceptColumns=REASON). Nothing was taken in.`,
    { details: { ...swapped } },
  );
}
