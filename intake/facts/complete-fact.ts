/** Makes a row of a fact table out of a checked record: what it says of its enterprise apart from what it states. */
import type { Mention } from "../../domain/linking/mention.ts";
import type { SourceDescription } from "../describe/source-description.ts";

export interface CompletedFact {
  readonly mention: Mention;
  /** The record's key in its source. */
  readonly recordKey: string;
  /** By store column. */
  readonly fact: Readonly<Record<string, string | null>>;
}

type Values = Readonly<Record<string, string | null>>;

/** Returns what completes records of one source; worked out once, not per row. */
export function factCompleter(description: SourceDescription): (values: Values) => CompletedFact {
  const { columns, constants, key, mentionDate } = description;
  const columnOf = (field: string) => columns.find((one) => one.field === field)?.into[0] ?? "";
  const keyColumns = key.map(columnOf);
  const dateColumn = mentionDate === null ? null : columnOf(mentionDate);
  const filled = columns.flatMap(({ into }) => into).filter((name) => !name.startsWith("mention."));
  return (values) => {
    const mention = mentionOf(values, dateColumn);
    const fact: Record<string, string | null> = { ...constants };
    for (const name of filled) fact[name] = values[name] ?? constants[name] ?? null;
    const recordKey = keyColumns
      .map((name) => (values[name] ?? "").replaceAll("|", "／"))
      .join("|");
    return { mention, recordKey, fact };
  };
}

function mentionOf(values: Values, dateColumn: string | null): Mention {
  const mention = {
    name: values["mention.name"] ?? "",
    code: values["mention.code"] ?? "",
    address: values["mention.address"] ?? "",
    place: values["mention.place"] ?? "",
  };
  const date = dateColumn === null ? null : (values[dateColumn] ?? null);
  if (date === null) return mention;
  // A year's figures are stated under the name borne at its end.
  return { ...mention, date: date.length === 4 ? `${date}-12-31` : date };
}
