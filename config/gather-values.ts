/** Finds the text of every option and where it came from: defaults < file < environment < flags. */
import { readFileSync, statSync } from "node:fs";

import { nearestNames } from "../lib/nearest-names.ts";
import type { Option, OptionTable } from "./option.ts";

export type Origin = "default" | "file" | "env" | "flag";

export interface Found {
  readonly text: string;
  readonly origin: Origin;
  /** The name used by whoever set it: `PORT`, `--port`, `port in config.yaml`, `LLM_API_KEY_FILE`. */
  readonly by: string;
}

export interface Inputs {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** By option name; undefined for a flag that was not given. */
  readonly flags: Readonly<Record<string, string | undefined>>;
  readonly file: {
    readonly path: string;
    readonly values: Readonly<Record<string, unknown>>;
  } | null;
}

export interface Gathered {
  readonly found: ReadonlyMap<string, Found>;
  readonly problems: readonly string[];
  readonly warnings: readonly string[];
}

/** Names of the environment that are read outside the table. */
const otherNames = ["GOLDSEED_CONFIG"];

export function gatherValues(table: OptionTable, inputs: Inputs): Gathered {
  const found = new Map<string, Found>();
  const problems: string[] = [];
  const warnings: string[] = [];
  for (const [name, option] of Object.entries(table)) {
    const setting =
      fromFlag(name, inputs) ??
      fromEnv(option, inputs.env, { problems, warnings }) ??
      fromFile(name, inputs, problems);
    if (setting) found.set(name, setting);
  }
  problems.push(...unknownEnv(table, inputs.env), ...unknownKeys(table, inputs));
  return { found, problems, warnings };
}

interface Notes {
  readonly problems: string[];
  readonly warnings: string[];
}

function fromFlag(name: string, { flags }: Inputs): Found | undefined {
  const text = flags[name];
  return text === undefined ? undefined : { text, origin: "flag", by: flagName(name) };
}

/** `dataDir` is `--data-dir` on the command line. */
export function flagName(name: string): string {
  return `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** An empty variable counts as unset: `PORT= npm start` and compose files with `PORT=${PORT}` mean that. */
function fromEnv(option: Option<unknown>, env: Inputs["env"], notes: Notes): Found | undefined {
  const set = [option.env, ...option.formerEnv].filter((name) => (env[name] ?? "") !== "");
  for (const name of set.filter((name) => name !== option.env))
    notes.warnings.push(`${name} is the former name of ${option.env}: use ${option.env}.`);
  const pathName = `${option.env}_FILE`;
  const path = option.secret ? (env[pathName] ?? "") : "";
  const [by] = set;
  if (path !== "" && by !== undefined)
    notes.problems.push(`${by} and ${pathName} are both set: set one of them.`);
  if (by !== undefined) return { text: env[by] ?? "", origin: "env", by };
  return path === "" ? undefined : fromSecretFile(pathName, path, notes);
}

function fromSecretFile(by: string, path: string, notes: Notes): Found | undefined {
  try {
    const { mode } = statSync(path);
    if ((mode & 0o002) !== 0)
      notes.problems.push(
        `${by}: anyone may change "${path}". Take the right away: chmod o-w "${path}".`,
      );
    else if ((mode & 0o004) !== 0 && !path.startsWith("/run/secrets/"))
      notes.warnings.push(`${by}: anyone on this machine may read "${path}": chmod 600 "${path}".`);
    return { text: readFileSync(path, "utf8").trimEnd(), origin: "env", by };
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    notes.problems.push(
      `${by}: the file "${path}" cannot be read (${reason}). Give the path of a readable file.`,
    );
    return undefined;
  }
}

function fromFile(name: string, { file }: Inputs, problems: string[]): Found | undefined {
  const value = file?.values[name];
  if (!file || value === undefined || value === null) return undefined;
  const by = `${name} in ${file.path}`;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return { text: String(value), origin: "file", by };
  problems.push(`${by}: expected one value, found ${Array.isArray(value) ? "a list" : "a group"}.`);
  return undefined;
}

function unknownEnv(table: OptionTable, env: Inputs["env"]): string[] {
  const known = new Set(otherNames);
  for (const option of Object.values(table)) {
    for (const name of [option.env, ...option.formerEnv]) known.add(name);
    if (option.secret) known.add(`${option.env}_FILE`);
  }
  return Object.keys(env)
    .filter((name) => name.startsWith("GOLDSEED_") && !known.has(name))
    .map((name) => `${name} is not a setting.${suggestion(name, known)} Unset it.`);
}

/** Many settings carry no prefix, so that `GOLDSEED_PORT` is a likely slip for `PORT`. */
function suggestion(name: string, known: ReadonlySet<string>): string {
  const bare = name.replace("GOLDSEED_", "");
  const near = [...nearestNames(bare, known), ...nearestNames(name, known)];
  const [first] = known.has(bare) ? [bare] : near;
  return first === undefined ? "" : ` Did you mean ${first}?`;
}

function unknownKeys(table: OptionTable, { file }: Inputs): string[] {
  const names = Object.keys(table);
  const byEnv = new Map(names.map((name) => [table[name]?.env ?? "", name]));
  return Object.keys(file?.values ?? {})
    .filter((key) => !names.includes(key))
    .map((key) => {
      const near = byEnv.get(key) ?? nearestNames(key, names)[0];
      const hint = near === undefined ? "" : ` Did you mean "${near}"?`;
      return `"${key}" in ${file?.path ?? ""} is not a setting.${hint} Remove it.`;
    });
}
