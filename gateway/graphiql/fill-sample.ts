/**
 * Examples about one enterprise need one that exists and that the chosen identity may see: their variables name parts
 * of a sample (`$sample.creditCode`), and this asks the gateway for one.
 */
import type { Example } from "./example.ts";

export interface Sample {
  readonly creditCode: string;
  readonly id: string;
  /** Imports and exchanges are for the district only, so an example asks for them only as the district. */
  readonly isDistrict: boolean;
  /** Alerts are not shown to the city. */
  readonly isCity: boolean;
}

const prefix = "$sample.";

/** The best specialized enterprise of one's own area becomes the sample, or else any. */
export const sampleQuery = `query Sample {
  viewer { tier }
  best: enterprises(filter: { library: SPECIALIZED }, first: 1) { edges { node { id creditCode } } }
  any: enterprises(first: 1) { edges { node { id creditCode } } }
}`;

interface SampleConnection {
  readonly edges?: readonly { readonly node: Omit<Sample, "isDistrict" | "isCity"> }[];
}

interface SampleData {
  readonly viewer?: { readonly tier?: string };
  readonly best?: SampleConnection;
  readonly any?: SampleConnection;
}

export function needsSample(example: Example): boolean {
  return Object.values(example.variables).some(
    (value) => typeof value === "string" && value.startsWith(prefix),
  );
}

/** What an answer to `sampleQuery` holds; null when it has no enterprise. */
export function readSample(data: unknown): Sample | null {
  const { viewer, best, any } = (data ?? {}) as SampleData;
  const node = (best?.edges?.[0] ?? any?.edges?.[0])?.node;
  if (node === undefined) return null;
  return { ...node, isDistrict: viewer?.tier === "DISTRICT", isCity: viewer?.tier === "CITY" };
}

/** The example's variables with the sample's values in place; without a sample they become empty text. */
export function fillSample(example: Example, sample: Sample | null): Record<string, unknown> {
  const parts: Readonly<Record<string, unknown>> = { ...sample };
  return Object.fromEntries(
    Object.entries(example.variables).map(([name, value]) => [
      name,
      typeof value === "string" && value.startsWith(prefix)
        ? (parts[value.slice(prefix.length)] ?? "")
        : value,
    ]),
  );
}
