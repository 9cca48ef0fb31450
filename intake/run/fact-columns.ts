/** In which order a run stages the values of its facts: kept with the run, as the description may change while it waits. */
import type { ImportRunRow } from "../../store/queries/import-runs.ts";
import type { SourceDescription } from "../describe/source-description.ts";

/** Of a run that begins. Constants first; empty for the registry. */
export function factColumnsOf({ target, columns, constants }: SourceDescription): string[] {
  if (target !== "FACTS") return [];
  const filled = columns.flatMap(({ into }) => into).filter((name) => !name.startsWith("mention."));
  return [...new Set([...Object.keys(constants), ...filled])];
}

export const factColumnsOfRun = (
  { factColumns }: Pick<ImportRunRow, "factColumns">,
  description: SourceDescription,
): readonly string[] => factColumns ?? factColumnsOf(description);
