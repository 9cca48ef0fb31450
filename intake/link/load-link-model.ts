/** Reads the linker's model from data/linking: words, confusable characters and weights. */
import { readFile } from "node:fs/promises";

import { parse } from "yaml";

import { buildConfusables, type Confusables } from "../../domain/linking/confusables.ts";
import type { LinkModel } from "../../domain/linking/link-model.ts";
import type { LinkWeights } from "../../domain/linking/weights.ts";
import { loadNameLexicon } from "./load-name-lexicon.ts";

const folder = new URL("../../data/linking/", import.meta.url);

/** `weights`: another file of weights than data/linking/weights.yaml. */
export async function loadLinkModel(
  weights: string | URL = new URL("weights.yaml", folder),
): Promise<LinkModel> {
  const [lexicon, confusables, text] = await Promise.all([
    loadNameLexicon(),
    loadConfusables(),
    readFile(weights, "utf8"),
  ]);
  return { lexicon, confusables, weights: parse(text) as LinkWeights };
}

export async function loadConfusables(): Promise<Confusables> {
  const [readings, looks, groups] = await Promise.all([
    readLines("homophones.txt"),
    readLines("look-alikes-computed.txt"),
    readLines("look-alike-groups.txt"),
  ]);
  return buildConfusables({ readings, looks, groups });
}

/** One list of data/linking, a line each. */
export async function readLines(file: string): Promise<readonly string[]> {
  return (await readFile(new URL(file, folder), "utf8")).trim().split("\n");
}
