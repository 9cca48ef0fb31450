/** The base record of a file of worked cases. */
import { readFileSync } from "node:fs";

import { parse } from "yaml";

export interface Base {
  readonly standard: string;
  readonly base: Readonly<Record<string, unknown>>;
}

export function readBase(name: string): Base {
  const path = new URL(`../../fixtures/criteria/${name}.yaml`, import.meta.url);
  return parse(readFileSync(path, "utf8"), { merge: true }) as Base;
}
