/** Layers of columns over a query, each a subquery that carries on only what those above it look at. */
import type { Layers } from "./rule-layers.ts";

/** A column of the source `s` in the text of an expression. */
const reference = /\bs\.("(?:[^"]|"")+"|[a-z]\w*)/gu;

/** The layers of several packs, merged by depth; empty ones are left out. */
export function sideBySide(perPack: readonly Layers[]): string[][] {
  const depth = Math.max(0, ...perPack.map((layers) => layers.length));
  return Array.from({ length: depth }, (_, at) =>
    perPack.flatMap((layers) => layers[at] ?? []),
  ).filter((made) => made.length > 0);
}

/**
 * The columns `wanted` (`s.x`) of the layers over `query`. Carrying all 146 columns of a sheet through every layer took
 * longer than judging by them.
 */
export function layColumns(
  layers: readonly (readonly string[])[],
  query: string,
  wanted: readonly string[],
): string {
  const carried: (readonly string[])[] = [];
  let needed = new Set(wanted);
  for (const made of layers.toReversed()) {
    const names = new Set(made.map(nameOf));
    const through = [...needed].filter((column) => !names.has(column));
    carried.unshift(through);
    needed = new Set([...through, ...made.flatMap((one) => one.match(reference) ?? [])]);
  }
  return layers.reduce(
    (source, made, at) =>
      `(select ${[...(carried[at] ?? []), ...made].join(", ")} from ${source} offset 0) s`,
    query,
  );
}

/** `expression as name`. */
const nameOf = (made: string): string =>
  `s.${made.slice(made.lastIndexOf(" as ") + " as ".length)}`;
