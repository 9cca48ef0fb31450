/** Finds and reads one source description of data/sources. */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { parse } from "yaml";

import { GoldseedError } from "../../domain/errors.ts";
import { nearestNames } from "../../lib/nearest-names.ts";
import { checkDescription } from "./check-description.ts";
import type { SourceDescription } from "./source-description.ts";

const shippedFolder = fileURLToPath(new URL("../../data/sources", import.meta.url));

export interface LoadedDescription {
  readonly description: SourceDescription;
  /** SHA-256 of the file: which version of the description a run went by. */
  readonly digest: string;
}

/** @throws GoldseedError NOT_FOUND with the nearest names, RULES_INVALID with every fault of the file. */
export async function loadDescription(
  id: string,
  folder: string = shippedFolder,
): Promise<LoadedDescription> {
  const known = await listDescriptions(folder);
  if (!known.includes(id)) throw unknownSource(id, known);
  const path = join(folder, `${id}.yaml`);
  const bytes = await readFile(path, "utf8");
  const checked = checkDescription(readYaml(path, bytes));
  if (!checked.ok) throw faulty(path, checked.problems);
  if (checked.description.id !== id) {
    throw faulty(path, [`id: is "${checked.description.id}", expected the file's name "${id}"`]);
  }
  return {
    description: checked.description,
    digest: createHash("sha256").update(bytes).digest("hex"),
  };
}

/** Ids of all sources described in the folder, sorted. */
export async function listDescriptions(folder: string = shippedFolder): Promise<readonly string[]> {
  const files = await readdir(folder);
  return files
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => file.slice(0, -".yaml".length))
    .sort();
}

function readYaml(path: string, text: string): unknown {
  try {
    // `2022-03-01` stays text in the core schema; aliases are capped so that a file cannot grow in memory.
    return parse(text, { schema: "core", maxAliasCount: 10 });
  } catch (error) {
    throw faulty(path, [error instanceof Error ? error.message : String(error)]);
  }
}

function unknownSource(id: string, known: readonly string[]): GoldseedError {
  const near = nearestNames(id, known);
  const hint = near.length > 0 ? ` Did you mean "${near.join('", "')}"?` : "";
  return new GoldseedError(
    "NOT_FOUND",
    `没有名为“${id}”的来源 / There is no source "${id}".${hint} Known: ${known.join(", ")}.`,
    { details: { known } },
  );
}

function faulty(path: string, problems: readonly string[]): GoldseedError {
  const list = problems.map((problem) => `  - ${problem}`).join("\n");
  return new GoldseedError(
    "RULES_INVALID",
    `来源说明“${path}”有 ${problems.length} 处错误，请改正 / The source description "${path}" has ${problems.length} fault(s):\n${list}\nMend the file.`,
    { details: { problems } },
  );
}
