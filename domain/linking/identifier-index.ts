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
  readonly formerCodes?: readonly string[] | undefined;
}

/** An array of them is one too. */
export interface IdentifiedByRow {
  readonly length: number;
  readonly at: (row: number) => Identified | undefined;
}

/** One table for all kinds: the kind's letter is part of what is hashed. */
export function buildIdentifierIndex(entries: IdentifiedByRow): IdentifierIndex {
  const postings = startPostings();
  for (let row = 0; row < entries.length; row++) {
    const entry = entries.at(row);
    if (entry === undefined) break;
    const { creditCode, registrationNumber, formerCodes = [] } = entry;
    for (const code of formerCodes) postings.push(hashText(`c${code}`), row);
    postings.push(hashText(`c${creditCode}`), row);
    postings.push(hashText(`t${creditCode.slice(2, 17)}`), row);
    postings.push(hashText(`o${creditCode.slice(8, 17)}`), row);
    if (registrationNumber !== "") postings.push(hashText(`r${registrationNumber}`), row);
  }
  const table = postings.build();
  const find = (
    kind: string,
    value: string,
    bears: (entry: Identified) => boolean,
  ): readonly number[] => {
    const rows: number[] = [];
    const check = (row: number): void => {
      const entry = entries.at(row);
      if (entry !== undefined && bears(entry)) rows.push(row);
    };
    table.visit(hashText(kind + value), check, 50);
    return rows;
  };
  return {
    byCode: (code) =>
      find(
        "c",
        code,
        (entry) => entry.creditCode === code || entry.formerCodes?.includes(code) === true,
      ),
    byTaxNumber: (number) => find("t", number, (entry) => entry.creditCode.slice(2, 17) === number),
    byOrganisationCode: (code) =>
      find("o", code, (entry) => entry.creditCode.slice(8, 17) === code),
    byRegistrationNumber: (number) =>
      find("r", number, (entry) => entry.registrationNumber === number),
  };
}
