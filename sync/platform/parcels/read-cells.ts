/** The cells of one row of the city's form as a title of the wire, unjudged: what cannot be understood stays as it is. */
import type { CityForms } from "../../read-city-forms.ts";
import type { Manifest } from "../../protocol/manifest.ts";

/** Field to cell; null for an empty one or a column that is not there. */
export type FormRow = Readonly<Record<string, string | null>>;

/** Pure. */
export function titleOfRow(row: FormRow, forms: CityForms, manifest: Manifest): unknown {
  // A row that could not be read at all says why, and is quarantined by that.
  if (row["fault"] != null) return { unreadable: row["fault"] };
  const text = (field: string): string | null => clean(row[field] ?? null);
  const word = (field: string): string | null => valueOf(text(field), forms.words[field] ?? {});
  return {
    creditCode: text("creditCode")?.toUpperCase() ?? null,
    kind: word("kind"),
    batch: text("batch"),
    district: text("district") ?? manifest.district,
    name: row["name"]?.trim() ?? null,
    level: word("level"),
    validFrom: dateOf(text("validFrom")),
    validTo: dateOf(text("validTo")),
    status: word("status"),
    certificateNo: row["certificateNo"]?.trim() || null,
    // A list has no version of its own for each record: a later list is a later word.
    version: manifest.revision,
    updatedAt: manifest.madeAt,
    deleted: false,
  };
}

/** Full-width digits and letters are typed for narrow ones; nothing else is changed. */
function clean(cell: string | null): string | null {
  const text = (cell ?? "").normalize("NFKC").trim();
  return text === "" ? null : text;
}

function valueOf(
  text: string | null,
  words: Readonly<Record<string, readonly string[]>>,
): string | null {
  if (text === null) return null;
  const found = Object.entries(words).find(
    ([value, names]) => value === text || names.some((name) => name.normalize("NFKC") === text),
  );
  return found?.[0] ?? text;
}

/** 2024-06-01, 2024/6/1, 2024.6.1, 2024年6月1日 and 20240601 are one day; what is no day stays, and is refused with it. */
function dateOf(text: string | null): string | null {
  const match = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))$/.exec(text ?? "");
  if (match === null) return text;
  const [, year = "", month = match[4] ?? "", day = match[5] ?? ""] = match;
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}
