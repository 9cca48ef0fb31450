/** The enterprises of a register by row, kept as flat texts; made into objects as they are asked for. */
import { type NumberTable, startNumbers } from "./number-table.ts";
import { type SharedValues, startShared } from "./shared-values.ts";
import { startTexts, type TextTable } from "./text-table.ts";

/** What is kept of an entry. */
export interface LinkEntity {
  readonly id: string;
  readonly creditCode: string;
  /** Empty when the register keeps none. */
  readonly registrationNumber: string;
  readonly formerCodes?: readonly string[] | undefined;
  /** As a Place has it. */
  readonly cities: readonly string[];
  readonly local: string;
  /** First and last row (exclusive) of its names. */
  readonly firstRow: number;
  readonly endRow: number;
}

export interface EntityRows {
  readonly length: number;
  readonly at: (row: number) => LinkEntity | undefined;
  readonly push: (entity: LinkEntity) => void;
}

const [id, creditCode, registrationNumber, local] = [0, 1, 2, 3] as const;
const textColumns = 4;
const [cities, firstRow, endRow] = [0, 1, 2] as const;
const numberColumns = 3;

interface Stored {
  readonly texts: TextTable;
  readonly numbers: NumberTable;
  readonly cityLists: SharedValues<readonly string[]>;
  readonly formerCodes: ReadonlyMap<number, readonly string[]>;
}

class StoredEntity implements LinkEntity {
  readonly #in: Stored;
  readonly #row: number;

  constructor(stored: Stored, row: number) {
    this.#in = stored;
    this.#row = row;
  }
  get id(): string {
    return this.#in.texts.get(this.#row, id) || this.creditCode;
  }
  get creditCode(): string {
    return this.#in.texts.get(this.#row, creditCode);
  }
  get registrationNumber(): string {
    return this.#in.texts.get(this.#row, registrationNumber);
  }
  get formerCodes(): readonly string[] | undefined {
    return this.#in.formerCodes.get(this.#row);
  }
  get cities(): readonly string[] {
    return this.#in.cityLists.get(this.#in.numbers.get(this.#row, cities));
  }
  get local(): string {
    return this.#in.texts.get(this.#row, local);
  }
  get firstRow(): number {
    return this.#in.numbers.get(this.#row, firstRow);
  }
  get endRow(): number {
    return this.#in.numbers.get(this.#row, endRow);
  }
}

export function startEntityRows(): EntityRows {
  const texts = startTexts(textColumns);
  const numbers = startNumbers(numberColumns);
  /** A district has a handful of city lists. */
  const cityLists = startShared<readonly string[]>([]);
  const formerCodes = new Map<number, readonly string[]>();

  const stored: Stored = { texts, numbers, cityLists, formerCodes };
  return {
    get length() {
      return numbers.rows;
    },
    at: (row) => (row >= 0 && row < numbers.rows ? new StoredEntity(stored, row) : undefined),
    push(one) {
      if (one.formerCodes !== undefined) formerCodes.set(numbers.rows, one.formerCodes);
      // In a store an enterprise goes by its code.
      const ownId = one.id === one.creditCode ? "" : one.id;
      texts.push([ownId, one.creditCode, one.registrationNumber, one.local]);
      numbers.push([cityLists.numberOf(one.cities.join(), one.cities), one.firstRow, one.endRow]);
    },
  };
}
