/** The names of a register by row, made ready for comparison: kept as flat texts, made into objects as they are asked for. */
import type { NameForm } from "../enterprise/company-name-parts.ts";
import type { ComparableName } from "./comparable-name.ts";
import { type NumberTable, startNumbers } from "./number-table.ts";
import type { RegisteredName } from "./registry-entry.ts";
import { type SharedValues, startShared } from "./shared-values.ts";
import { startTexts, type TextTable } from "./text-table.ts";

/** An array of names is one too. */
export interface NamesByRow {
  readonly length: number;
  readonly at: (row: number) => ComparableName | undefined;
}

/** The whole names in order, without a string made of each. */
export interface WholeNames {
  readonly compareRows: (a: number, b: number) => number;
  readonly compareText: (row: number, text: string) => number;
  readonly startsWith: (row: number, text: string) => boolean;
}

export interface NameRows extends NamesByRow, WholeNames {
  readonly push: (written: RegisteredName, read: ComparableName, owner: number) => void;
  readonly writtenAt: (row: number) => RegisteredName | undefined;
  readonly ownerOf: (row: number) => number;
  readonly textAt: (row: number) => string;
}

const [whole, text, bare, written] = [0, 1, 2, 3] as const;
const textColumns = 4;
const [owner, parentLength, form, region, regionText, branchRegion, ownBare, former] = [
  0, 1, 2, 3, 4, 5, 6, 7,
] as const;
const numberColumns = 8;

interface Stored {
  readonly texts: TextTable;
  readonly numbers: NumberTable;
  readonly words: SharedValues<string>;
  readonly forms: SharedValues<NameForm>;
}

/** Makes strings of what is looked at: of most names that are compared the text alone. */
class StoredName implements ComparableName {
  readonly #in: Stored;
  readonly #row: number;
  #whole: string | undefined;
  #text: string | undefined;

  constructor(stored: Stored, row: number) {
    this.#in = stored;
    this.#row = row;
  }
  get whole(): string {
    return (this.#whole ??= this.#in.texts.get(this.#row, whole));
  }
  get text(): string {
    return (this.#text ??= this.#in.texts.get(this.#row, text));
  }
  get bare(): string {
    return this.#number(ownBare) === 0 ? this.text : this.#in.texts.get(this.#row, bare);
  }
  get parentLength(): number {
    return this.#number(parentLength);
  }
  get form(): NameForm {
    return this.#in.forms.get(this.#number(form));
  }
  get region(): string {
    return this.#in.words.get(this.#number(region));
  }
  get regionText(): string {
    return this.#in.words.get(this.#number(regionText));
  }
  get branchRegion(): string {
    return this.#in.words.get(this.#number(branchRegion));
  }
  #number(column: number): number {
    return this.#in.numbers.get(this.#row, column);
  }
}

export function startNameRows(): NameRows {
  const texts = startTexts(textColumns);
  const numbers = startNumbers(numberColumns);
  const words = startShared("");
  const forms = startShared<NameForm>("NONE");
  const stored: Stored = { texts, numbers, words, forms };
  /** Former names are few: they stay as they are. */
  const formers: RegisteredName[] = [];
  const word = (value: string): number => words.numberOf(value, value);
  const isRow = (row: number): boolean => row >= 0 && row < numbers.rows;

  return {
    get length() {
      return numbers.rows;
    },
    push(name, read, ownedBy) {
      const hasBare = read.bare !== read.text;
      // Of most names both are the same.
      const spelt = name.former || name.name === read.whole ? "" : name.name;
      texts.push([read.whole, read.text, hasBare ? read.bare : "", spelt]);
      numbers.push([
        ownedBy,
        read.parentLength,
        forms.numberOf(read.form, read.form),
        word(read.region),
        word(read.regionText),
        word(read.branchRegion),
        Number(hasBare),
        name.former ? formers.push(name) : 0,
      ]);
    },
    at: (row) => (isRow(row) ? new StoredName(stored, row) : undefined),
    writtenAt(row) {
      if (!isRow(row)) return undefined;
      const kept = formers[numbers.get(row, former) - 1];
      return kept ?? { name: texts.get(row, written) || texts.get(row, whole), former: false };
    },
    ownerOf: (row) => numbers.get(row, owner),
    textAt: (row) => texts.get(row, text),
    compareRows: (a, b) => texts.compareRows(a, b, whole),
    compareText: (row, other) => texts.compareText(row, whole, other),
    startsWith: (row, other) => texts.startsWith(row, whole, other),
  };
}

/** Of names at hand. */
export function wholesOf(names: NamesByRow): WholeNames {
  const wholeAt = (row: number): string => names.at(row)?.whole ?? "";
  const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return {
    compareRows: (a, b) => compare(wholeAt(a), wholeAt(b)),
    compareText: (row, other) => compare(wholeAt(row), other),
    startsWith: (row, other) => wholeAt(row).startsWith(other),
  };
}
