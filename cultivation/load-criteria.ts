/** Reads the criteria that ship in data/, and packs from elsewhere laid over them, with every problem and its line. */
import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

import { LineCounter, parseDocument } from "yaml";

import { checkPacks } from "../domain/criteria/check-packs.ts";
import type { Criteria } from "../domain/criteria/criteria.ts";
import type { Pack } from "../domain/criteria/pack.ts";
import { formatPath, type Problem } from "../domain/criteria/problem.ts";
import { top } from "../domain/criteria/read/place.ts";
import { readCatalogue } from "../domain/criteria/read/read-catalogue.ts";
import { readPack } from "../domain/criteria/read/read-pack.ts";
import { isFields } from "../domain/criteria/read/read-values.ts";
import { GoldseedError } from "../domain/errors.ts";

export interface LocatedProblem {
  readonly file: string;
  /** From 1; null when the place is not in the file, as for a missing key of an empty file. */
  readonly line: number | null;
  readonly path: string;
  readonly message: string;
  readonly messageZh: string;
}

export interface LoadedCriteria {
  readonly criteria: Criteria;
  /** The packs read from `overlaid`, in that order. */
  readonly overlaid: readonly Pack[];
  readonly problems: readonly LocatedProblem[];
}

export interface LoadOptions {
  /** Pack files that replace the shipped pack of the same id, or are added. */
  readonly overlaid?: readonly string[];
  /** With `indicators/` and `criteria/`; the data folder that ships when left out. */
  readonly folder?: string;
}

interface YamlFile {
  readonly path: string;
  readonly value: unknown;
  readonly problems: readonly LocatedProblem[];
  readonly locate: (problem: Problem) => LocatedProblem;
}

/** The content of a file that has none: its one problem is told already. */
const unreadable = Symbol("unreadable");

export const dataFolder = fileURLToPath(new URL("../data", import.meta.url));

/** Problems are returned, not thrown: judging with them is refused by `loadSoundCriteria`. */
export async function loadCriteria({
  folder = dataFolder,
  ...options
}: LoadOptions = {}): Promise<LoadedCriteria> {
  const [indicators, shipped, overlaid] = await Promise.all([
    readFolder(join(folder, "indicators")),
    readFolder(join(folder, "criteria")),
    Promise.all((options.overlaid ?? []).map(readYaml)),
  ]);
  const catalogue = readJoined(indicators);
  const replaced = new Set(overlaid.map((file) => idOf(file)));
  const files = [...shipped.filter((file) => !replaced.has(idOf(file))), ...overlaid];
  const problems = [...indicators, ...files].flatMap((file) => file.problems);
  problems.push(...catalogue.problems);
  const packs = files.flatMap((file) => {
    if (file.value === unreadable) return [];
    const place = top();
    const pack = readPack(file.value, place, catalogue.catalogue);
    problems.push(...place.problems.map(file.locate));
    return pack === undefined ? [] : [{ pack, file }];
  });
  for (const problem of checkPacks(packs.map((one) => one.pack))) {
    const file = packs.findLast((one) => one.pack.id === problem.packId)?.file;
    if (file !== undefined) problems.push(file.locate(problem));
  }
  const byId = new Map<string, Pack>(packs.map(({ pack }) => [pack.id, pack]));
  return {
    criteria: { catalogue: catalogue.catalogue, packs: byId },
    overlaid: packs.filter((one) => overlaid.includes(one.file)).map((one) => one.pack),
    problems,
  };
}

/** Criteria without a problem. Throws RULES_INVALID with every problem in its message and its details. */
export async function loadSoundCriteria(options: LoadOptions = {}): Promise<Criteria> {
  const { criteria, problems } = await loadCriteria(options);
  if (problems.length === 0) return criteria;
  throw rulesInvalid(problems);
}

export function rulesInvalid(problems: readonly LocatedProblem[]): GoldseedError {
  return new GoldseedError(
    "RULES_INVALID",
    [
      `规则数据有 ${problems.length} 个问题 / ${problems.length} problem(s) in the rule data:`,
      ...problems.map(formatProblem),
    ].join("\n"),
    { details: { problems } },
  );
}

export function formatProblem(problem: LocatedProblem): string {
  return `${problem.file}:${problem.line ?? 1} ${problem.path}: ${problem.messageZh} / ${problem.message}`;
}

async function readFolder(folder: string): Promise<YamlFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".yaml")).sort();
  return Promise.all(names.map((name) => readYaml(join(folder, name))));
}

/** A file that cannot be read is one problem among the others: who checks several is told of all of them. */
async function readYaml(path: string): Promise<YamlFile> {
  const file = basename(path);
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (cause) {
    return unread(path, {
      path: "(file)",
      message: `"${path}" cannot be read (${codeOf(cause)}); check the path`,
      messageZh: `无法读取“${path}”，请检查路径`,
    });
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const problems = document.errors.map((error): LocatedProblem => ({
    file,
    line: lines.linePos(error.pos[0]).line,
    path: "(syntax)",
    message: error.message.split("\n")[0] ?? error.message,
    messageZh: "不是合法的 YAML",
  }));
  const locate = (problem: Problem): LocatedProblem => ({
    file,
    line: lineOf(problem.path, (at) => document.getIn(at, true), lines),
    path: formatPath(problem.path),
    message: problem.message,
    messageZh: problem.messageZh,
  });
  try {
    return { path, value: document.toJS() as unknown, problems, locate };
  } catch (cause) {
    // An alias without its anchor, or more of them than one document may unfold.
    const message = cause instanceof Error ? cause.message : String(cause);
    return unread(path, { path: "(syntax)", message, messageZh: "不是合法的 YAML" });
  }
}

/** Nothing else is asked of a file without a content: `value` is no pack, and only the one problem is told. */
function unread(path: string, problem: Omit<LocatedProblem, "file" | "line">): YamlFile {
  const told = { file: basename(path), line: null, ...problem };
  return { path, value: unreadable, problems: [told], locate: () => told };
}

const codeOf = (cause: unknown): string =>
  cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);

/** The line of the place, or of the nearest place around it that is in the file. */
function lineOf(
  path: Problem["path"],
  find: (path: Problem["path"]) => unknown,
  lines: LineCounter,
): number | null {
  for (let length = path.length; length > 0; length--) {
    const node = find(path.slice(0, length));
    if (isFields(node) && Array.isArray(node["range"])) {
      return lines.linePos(Number(node["range"][0])).line;
    }
  }
  return null;
}

function idOf(file: YamlFile): unknown {
  return isFields(file.value) ? file.value["id"] : undefined;
}

/** The lists of all catalogue files as one; a problem is traced back to the file its entry came from. */
function readJoined(files: readonly YamlFile[]) {
  const origins: Record<string, { file: YamlFile; index: number }[]> = {};
  const joined: Record<string, unknown[]> = {};
  for (const file of files) {
    for (const [key, list] of Object.entries(isFields(file.value) ? file.value : {})) {
      for (const [index, entry] of (Array.isArray(list) ? list : [list]).entries()) {
        (joined[key] ??= []).push(entry);
        (origins[key] ??= []).push({ file, index });
      }
    }
  }
  const place = top();
  const catalogue = readCatalogue(joined, place);
  const problems = place.problems.map((problem): LocatedProblem => {
    const [key, index, ...rest] = problem.path;
    const origin = origins[String(key)]?.[Number(index ?? 0)];
    return origin === undefined
      ? {
          file: "data/indicators",
          line: null,
          path: formatPath(problem.path),
          message: problem.message,
          messageZh: problem.messageZh,
        }
      : origin.file.locate({ ...problem, path: [String(key), origin.index, ...rest] });
  });
  return { catalogue, problems };
}
