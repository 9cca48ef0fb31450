/** Reads a size standard: floors by industry. */
import { compareDecimals } from "../../../lib/decimal.ts";
import type { Catalogue } from "../catalogue.ts";
import type { SizeFloor, SizePack, SizeRow } from "../pack.ts";
import { inside, type Place, quote, quoteZh, report, reportUnknown } from "./place.ts";
import { headerKeys, readHeader } from "./read-header.ts";
import { readFigure } from "./read-item.ts";
import {
  isFields,
  readDecimal,
  readFields,
  readList,
  readText,
  readTexts,
  reportRepeated,
} from "./read-values.ts";

type Legend = Readonly<Record<string, string>>;

export function readSizePack(
  value: unknown,
  place: Place,
  catalogue: Catalogue,
): SizePack | undefined {
  const fields = readFields(value, place, [...headerKeys, "legend", "industries"]);
  const header = fields && readHeader(fields, place, catalogue);
  if (fields === undefined || header === undefined) return undefined;
  const legend = readLegend(fields["legend"], inside(place, "legend"), catalogue);
  const at = inside(place, "industries");
  const rows = readList(fields["industries"], at, (one, there) => readRow(one, there, legend));
  reportRepeated(
    rows.map((row) => row.key),
    at,
    "industry",
  );
  reportRepeated(
    rows.flatMap((row) => [...row.codes, ...row.sections]),
    at,
    "industry code",
  );
  return { ...header, kind: "size", legend, rows };
}

function readLegend(value: unknown, place: Place, catalogue: Catalogue): Legend {
  if (!isFields(value)) {
    report(place, {
      zh: `${quoteZh(value)} 不是“字母: 指标”的映射`,
      en: `${quote(value)} is not a mapping of letters to indicators`,
    });
    return {};
  }
  const options = { catalogue, edgesTakeHigher: false };
  return Object.fromEntries(
    Object.entries(value).map(([letter, input]) => [
      letter,
      readFigure(input, inside(place, letter), options) ?? "",
    ]),
  );
}

function readRow(value: unknown, place: Place, legend: Legend): SizeRow | undefined {
  const fields = readFields(value, place, ["key", "name_zh", "codes", "sections", "floors"]);
  const key = fields && readText(fields["key"], inside(place, "key"));
  if (fields === undefined || key === undefined) return undefined;
  const floors = readFloors(fields["floors"], inside(place, "floors"), legend);
  if (floors.length === 0)
    report(inside(place, "floors"), { zh: "行业须有划型下限", en: "an industry needs a floor" });
  return {
    key,
    nameZh: readText(fields["name_zh"], inside(place, "name_zh")) ?? key,
    codes: readTexts(fields["codes"], inside(place, "codes")).flatMap((one) => expandCodes(one)),
    sections: readTexts(fields["sections"], inside(place, "sections")),
    floors,
  };
}

/** `06-46` is each division from 06 to 46; anything else is one code. */
function expandCodes(written: string): string[] {
  const range = /^(\d\d)-(\d\d)$/.exec(written);
  if (range === null) return [written];
  const [from, to] = [Number(range[1]), Number(range[2])];
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) =>
    String(from + index).padStart(2, "0"),
  );
}

function readFloors(value: unknown, place: Place, legend: Legend): SizeFloor[] {
  if (!isFields(value)) {
    report(place, {
      zh: `${quoteZh(value)} 不是 ${Object.keys(legend).join("、")} 的映射`,
      en: `${quote(value)} is not a mapping of ${Object.keys(legend).join(", ")}`,
    });
    return [];
  }
  return Object.entries(value).flatMap(([letter, floor]) => {
    const input = legend[letter];
    const at = inside(place, letter);
    if (input === undefined) reportUnknown(at, "letter", letter, Object.keys(legend));
    const read = readFloor(floor, at, input ?? "");
    return read === undefined ? [] : [read];
  });
}

function readFloor(value: unknown, place: Place, input: string): SizeFloor | undefined {
  const fields = readFields(value, place, ["large", "medium", "small"]);
  if (fields === undefined) return undefined;
  const [large, medium, small] = ["large", "medium", "small"].map((key) =>
    readDecimal(fields[key], inside(place, key)),
  );
  if (large === undefined || medium === undefined || small === undefined) return undefined;
  if (compareDecimals(large, medium) < 0 || compareDecimals(medium, small) < 0) {
    report(place, {
      zh: "下限须由大型、中型到小型递减",
      en: "floors must fall from large to medium to small",
    });
  }
  return { input, large, medium, small };
}
