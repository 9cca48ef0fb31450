/**
 * Which variables of a document say where a page begins, and so are no part of what another agrees to: by their use and
 * never by their names, for a variable called `after` can as well be a filter, which nobody would have been shown.
 */
import { type DocumentNode, Kind, parse, visit } from "graphql";

const pageArguments: ReadonlySet<string> = new Set(["after", "before"]);
const mostTokens = 5_000;

/** @returns those used as cursors alone; none for a command, which is no document. */
export function pageVariables(text: string): ReadonlySet<string> {
  const cursors = new Set<string>();
  const others = new Set<string>();
  const document = parsed(text);
  if (document === null) return cursors;
  visit(document, {
    VariableDefinition: () => false,
    Variable: ({ name: { value: name } }, _key, parent) => {
      const of = parent !== undefined && "kind" in parent ? parent : null;
      const isCursor = of?.kind === Kind.ARGUMENT && pageArguments.has(of.name.value);
      (isCursor ? cursors : others).add(name);
    },
  });
  return new Set([...cursors].filter((name) => !others.has(name)));
}

function parsed(text: string): DocumentNode | null {
  try {
    return parse(text, { maxTokens: mostTokens, noLocation: true });
  } catch {
    return null;
  }
}
