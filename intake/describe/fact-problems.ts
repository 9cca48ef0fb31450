/** Faults of a description that fills a fact table: what the table needs and the description does not give. */
import { factTables } from "../../store/fact-tables.ts";
import type { SourceDescription } from "./source-description.ts";

export function factProblems(description: SourceDescription): string[] {
  const { target, table, mentionDate, columns } = description;
  if (target !== "FACTS") return table === null ? [] : [`table: ${target} takes none`];
  const fact = factTables.get(table ?? "");
  if (fact === undefined) {
    const known = [...factTables.keys()].sort().join(", ");
    return [`table: there is no fact table "${table ?? ""}"; known: ${known}`];
  }
  const problems = Object.keys(description.constants)
    .filter((name) => !fact.columns.has(name))
    .map((name) => `constants: ${fact.name} has no column "${name}"`);
  for (const [name, { required }] of fact.columns) {
    if (required && !isFilled(name, description)) {
      problems.push(
        `columns: ${fact.name} needs "${name}": give it a column with value: required (or otherwise), or a constant`,
      );
    }
  }
  if (!columns.some(({ into, value }) => into[0] === "mention.name" && value === "required")) {
    if (!columns.some(({ into }) => into[0] === "mention.code")) {
      problems.push("columns: a record must say whose it is: fill mention.name or mention.code");
    }
  }
  if (mentionDate !== null && !columns.some(({ field }) => field === mentionDate)) {
    problems.push(`mentionDate: there is no column "${mentionDate}"`);
  }
  return problems;
}

function isFilled(name: string, { columns, constants }: SourceDescription): boolean {
  if (constants[name] !== undefined) return true;
  const column = columns.find(({ into }) => into.includes(name));
  if (column === undefined) return false;
  // A tolerated fault leaves the value unknown, which such a column cannot be.
  if (column.otherwise !== null) return true;
  return column.value === "required" && column.tolerate.length === 0;
}
