/** The word lists of the demonstration district, read once: names, places, industries, chains. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { parse } from "yaml";

import type { EnterpriseKind } from "../../domain/vocabulary.ts";
import { unsafeInCopy } from "./copy-text.ts";
import type { SizeRule } from "./size-class.ts";

export interface Industry {
  /** GB/T 4754-2017 class, letter first. */
  readonly code: string;
  readonly name: string;
  readonly weight: number;
  /** Revenue per employee, yuan. */
  readonly output: number;
  readonly words: readonly string[];
  readonly products: readonly string[];
  /** `chain/node`; null for trades that stand in no chain. */
  readonly node: string | null;
  readonly size: SizeRule;
  readonly strategic: boolean;
  readonly field: string | null;
}

export interface TownPlace {
  readonly code: string;
  readonly weight: number;
  readonly roads: readonly string[];
  /** Share of the town's enterprises that lie in each zone. */
  readonly zones: Readonly<Record<string, number>>;
}

export interface Chain {
  readonly id: string;
  readonly name: string;
  readonly en: string;
  /** Id, name, stage, and true for a gap. */
  readonly nodes: readonly (readonly [string, string, string, boolean?])[];
}

export interface NameWords {
  readonly first: readonly string[];
  readonly second: readonly string[];
  readonly third: readonly string[];
  readonly surnames: readonly string[];
  readonly given: readonly string[];
  /** Ending, legal form, weight. */
  readonly forms: Readonly<
    Partial<Record<EnterpriseKind, readonly (readonly [string, string, number])[]>>
  >;
  readonly shopWords: readonly string[];
  readonly cooperativeWords: readonly string[];
  readonly investors: readonly string[];
  readonly partners: readonly string[];
}

export interface Words {
  readonly names: NameWords;
  readonly towns: readonly TownPlace[];
  readonly industries: readonly Industry[];
  readonly chains: readonly Chain[];
  readonly texts: Readonly<Record<string, string>>;
  readonly lists: Readonly<Record<string, readonly string[]>>;
}

let loaded: Words | undefined;

export function districtWords(): Words {
  loaded ??= {
    names: read("names") as NameWords,
    towns: (read("places") as { towns: TownPlace[] }).towns,
    industries: read("industries") as Industry[],
    chains: read("chains") as Chain[],
    ...(read("facts") as Pick<Words, "texts" | "lists">),
  };
  return loaded;
}

function read(name: string): unknown {
  const path = fileURLToPath(new URL(`words/${name}.yaml`, import.meta.url));
  return parse(readFileSync(path, "utf8"), (_, value: unknown) => {
    if (typeof value === "string" && unsafeInCopy.test(value.replace(/\{\w+\}/g, ""))) {
      throw new Error(`${path}: "${value}" holds a character that COPY text would have to escape.`);
    }
    return value;
  });
}
