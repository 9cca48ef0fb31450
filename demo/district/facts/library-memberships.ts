/**
 * Members of the six libraries: those who hold the title of the library. Candidates stand in the cultivation stock
 * alone (`enterprises.in_library`), with the day they were taken into it in `details.library` (docs/decisions/0070).
 */
import { type LibraryKind, libraryKinds } from "../../../domain/vocabulary.ts";
import { fillText, type Sheet, type SheetRow } from "../sheet.ts";
import type { Subject } from "../subject.ts";
import type { HeldTitle } from "../titles.ts";
import { districtWords } from "../words.ts";

export const libraryMembershipSheet: Sheet = {
  table: "library_memberships",
  columns: ["library_kind", "entered_on", "exited_on", "entry_reason", "exit_reason"],
  source: null,
  rows: ({ titles }) => libraryKinds.flatMap((kind) => membershipOf(kind, titles)),
};

/** From the first grant until the last one ends; renewals without a gap are one membership. */
function membershipOf(kind: LibraryKind, titles: readonly HeldTitle[]): SheetRow[] {
  const { texts } = districtWords();
  const held = titles.filter((title) => title.kind === kind);
  const [first] = held;
  const last = held.at(-1);
  if (first === undefined || last === undefined) return [];
  const stays = last.status === "VALID";
  const left = last.status === "REVOKED" ? texts["exitRevoked"] : texts["exitTitle"];
  const entry = fillText(texts["entryTitle"], { batch: first.batch });
  return [
    {
      cells: [
        kind,
        first.validFrom,
        stays ? null : last.validTo,
        entry,
        stays ? null : (left ?? ""),
      ],
    },
  ];
}

/** Kinds of the titles in force, each once, in the order the portraits keep them in. */
export function validKindsOf(titles: readonly HeldTitle[]): readonly string[] {
  const kinds = titles.filter(({ status }) => status === "VALID").map(({ kind }) => kind);
  return [...new Set(kinds)].sort();
}

export function libraryKindsOf(titles: readonly HeldTitle[]): readonly string[] {
  const libraries: readonly string[] = libraryKinds;
  return validKindsOf(titles).filter((kind) => libraries.includes(kind));
}

/** When and why an enterprise was taken into the cultivation stock; null for those outside. */
export function stockEntryOf({ identity, titles }: Subject): Record<string, string> | null {
  if (!identity.cohort.inLibrary) return null;
  const year = Math.max(2022, Number(identity.establishedOn.slice(0, 4)) + 1);
  const enteredOn = `${Math.min(year, 2024)}-0${1 + (identity.ordinal % 9)}-15`;
  const first = titles[0]?.validFrom ?? enteredOn;
  const reason = districtWords().texts["stockReason"] ?? "";
  return { enteredOn: first < enteredOn ? first : enteredOn, reason };
}
