/**
 * Examples about one enterprise need one that exists and that the chosen identity may see: their variables name parts
 * of a sample (`$sample.creditCode`), and this asks the gateway for one.
 */
import type { Example } from "./example.ts";

export interface Sample {
  readonly creditCode: string;
  readonly id: string;
}

const prefix = "$sample.";

/** The query whose first enterprise becomes the sample. */
export const sampleQuery = `query Sample {
  enterprises(filter: { library: SPECIALIZED }, first: 1) { edges { node { id creditCode } } }
}`;

export function needsSample(example: Example): boolean {
  return Object.values(example.variables).some(
    (value) => typeof value === "string" && value.startsWith(prefix),
  );
}

/** The first enterprise in an answer to `sampleQuery`; null when there is none. */
export function readSample(data: unknown): Sample | null {
  const found = data as { enterprises?: { edges?: { node?: Sample }[] } } | null | undefined;
  return found?.enterprises?.edges?.[0]?.node ?? null;
}

/** The example's variables with the sample's values in place; without a sample they become empty text. */
export function fillSample(example: Example, sample: Sample | null): Record<string, unknown> {
  const parts: Readonly<Record<string, string>> = { ...sample };
  return Object.fromEntries(
    Object.entries(example.variables).map(([name, value]) => [
      name,
      typeof value === "string" && value.startsWith(prefix)
        ? (parts[value.slice(prefix.length)] ?? "")
        : value,
    ]),
  );
}
