/** The query of the sheet that packs are judged over: indicators from facts, and the size class that follows from them. */
import type { Catalogue } from "../../domain/criteria/catalogue.ts";
import type { Criteria } from "../../domain/criteria/criteria.ts";
import type { Pack, SizePack } from "../../domain/criteria/pack.ts";
import { formatDecimal } from "../../lib/decimal.ts";
import { indicatorSelect, type WantedIndicator } from "../../store/queries/indicators-select.ts";
import { sizeSheet } from "../compile/compile-packs.ts";
import { type SheetColumn, sheetColumns } from "../compile/sheet-column.ts";
import { quoteName } from "../compile/sql-text.ts";
import { titleKindOf } from "./title-kinds.ts";

export interface SheetRequest {
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Null for all enterprises. */
  readonly codes: readonly string[] | null;
}

const smeInput = "is_sme";

/** Columns `credit_code, town_code, zone_code, flags, size_class` and those that `packs` read. */
export function indicatorSheet(
  { catalogue }: Criteria,
  packs: readonly Pack[],
  request: SheetRequest,
): string {
  return sheetOf(catalogue, sheetColumns(packs, catalogue), sizePackOf(packs), request);
}

/** As `indicatorSheet`, with the columns that a caller names and those that the size standard reads. */
export function namedSheet(
  { catalogue }: Criteria,
  packs: readonly Pack[],
  { columns, ...request }: SheetRequest & { readonly columns: readonly SheetColumn[] },
): string {
  const size = sizePackOf(packs);
  const all = new Map(
    [...(size ? sheetColumns([size], catalogue) : []), ...columns].map((one) => [one.name, one]),
  );
  return sheetOf(catalogue, [...all.values()], size, request);
}

const sizePackOf = (packs: readonly Pack[]): SizePack | undefined =>
  packs.find((pack): pack is SizePack => pack.kind === "size");

function sheetOf(
  catalogue: Catalogue,
  columns: readonly SheetColumn[],
  size: SizePack | undefined,
  { asOf, codes }: SheetRequest,
): string {
  const wanted = columns.map(({ name, type }): WantedIndicator => {
    const indicator = catalogue.indicators.get(name.split("@")[0] ?? name);
    const minimum = indicator?.minimum ?? null;
    const maximum = indicator?.maximum ?? null;
    return {
      name,
      type,
      minimum: minimum === null ? undefined : formatDecimal(minimum),
      maximum: maximum === null ? undefined : formatDecimal(maximum),
    };
  });
  const facts = indicatorSelect({ asOf, codes, wanted, titleKinds: kindByTitle });
  if (size === undefined) return `select s.*, null::text as size_class from (${facts}) s`;
  const plain = columns.map(({ name }) => {
    const column = `s.${quoteName(name)}`;
    return name === smeInput ? `coalesce(${column}, s.p0_pass) as ${quoteName(name)}` : column;
  });
  return `select s.credit_code, s.town_code, s.zone_code, s.flags, s.p0_class as size_class, ${plain.join(", ")} from ${sizeSheet(size, `(${facts})`)}`;
}

const kindByTitle: Readonly<Record<string, string>> = titleKindOf;
