/** Finds enterprises by number: the credit code, and the older numbers cut from it or kept beside it. */
import { hashText, startPostings } from "./posting-table.ts";

export interface IdentifierIndex {
  /** Entries that bear the number, by kind. */
  readonly byCode: (code: string) => readonly number[];
  readonly byTaxNumber: (number: string) => readonly number[];
  readonly byOrganisationCode: (code: string) => readonly number[];
  readonly byRegistrationNumber: (number: string) => readonly number[];
}

export interface Identified {
  readonly creditCode: string;
  /** Empty when the register keeps none. */
  readonly registrationNumber: string;
}

/** One table for all kinds: the kind's letter is part of what is hashed. */
export function buildIdentifierIndex(entries: readonly Identified[]): IdentifierIndex {
  const postings = startPostings();
  for (const [row, { creditCode, registrationNumber }] of entries.entries()) {
    postings.push(hashText(`c${creditCode}`), row);
    postings.push(hashText(`t${creditCode.slice(2, 17)}`), row);
    postings.push(hashText(`o${creditCode.slice(8, 17)}`), row);
    if (registrationNumber !== "") postings.push(hashText(`r${registrationNumber}`), row);
  }
  const table = postings.build();
  const find = (kind: string, value: string, of: (entry: Identified) => string): number[] => {
    const rows: number[] = [];
    table.visit(
      hashText(kind + value),
      (row) => {
        const entry = entries[row];
        if (entry !== undefined && of(entry) === value) rows.push(row);
      },
      50,
    );
    return rows;
  };
  return {
    byCode: (code) => find("c", code, (entry) => entry.creditCode),
    byTaxNumber: (number) => find("t", number, (entry) => entry.creditCode.slice(2, 17)),
    byOrganisationCode: (code) => find("o", code, (entry) => entry.creditCode.slice(8, 17)),
    byRegistrationNumber: (number) => find("r", number, (entry) => entry.registrationNumber),
  };
}
