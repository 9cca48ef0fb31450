/**
 * Reads docs/examples: one `.graphql` file per ready query, whose first comment lines are its Chinese title, its English
 * title and, when it has variables, `variables:` with their JSON.
 */
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import type { Example } from "../../gateway/graphiql/example.ts";

const variablesMark = "variables:";

function comments(query: string): string[] {
  const lines = query.split("\n");
  const end = lines.findIndex((line) => !line.startsWith("#"));
  return lines.slice(0, end === -1 ? lines.length : end).map((line) => line.slice(1).trim());
}

function parseExample(id: string, query: string): Example {
  const [titleZh, titleEn, ...rest] = comments(query);
  if (!titleZh || !titleEn) {
    throw new Error(
      `docs/examples/${id}.graphql: the first two lines must be "# <中文标题>" and "# <English title>"`,
    );
  }
  const variables = rest.find((line) => line.startsWith(variablesMark));
  return {
    id,
    titleZh,
    titleEn,
    query: query.replace(/^# variables:.*\n/m, ""),
    variables:
      variables === undefined
        ? {}
        : (JSON.parse(variables.slice(variablesMark.length)) as Record<string, unknown>),
  };
}

/** All examples of a folder in the order of their file names. */
export function readExamples(folder: string): readonly Example[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".graphql"))
    .toSorted()
    .map((name) =>
      parseExample(path.basename(name, ".graphql"), readFileSync(path.join(folder, name), "utf8")),
    );
}
