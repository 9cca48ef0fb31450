/** Reads the settings file, YAML or JSON (which is YAML), named by GOLDSEED_CONFIG or --config. */
import { readFileSync } from "node:fs";

import { parseDocument } from "yaml";

import { GoldseedError } from "../domain/errors.ts";

/** @throws GoldseedError CONFIG_INVALID naming the file and, for a slip of syntax, its line. */
export function readConfigFile(path: string): Readonly<Record<string, unknown>> {
  const document = parseDocument(readText(path), { uniqueKeys: true });
  const [problem] = document.errors;
  if (problem) {
    const line = problem.linePos?.[0].line;
    throw invalid(path, `line ${line ?? "?"}: ${problem.message.split("\n")[0] ?? ""}`);
  }
  const values = toValues(path, document);
  if (values === null) return {};
  if (typeof values !== "object" || Array.isArray(values))
    throw invalid(path, 'expected lines of the form "name: value"');
  return values as Record<string, unknown>;
}

/** Aliases are refused: a file of settings needs none, and a few lines of them can fill the memory. */
function toValues(path: string, document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 }) as unknown;
  } catch (error) {
    throw invalid(path, "aliases (*name) are not accepted; write the value out", error);
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw invalid(path, `it cannot be read (${reason}); give the path of a readable file`, error);
  }
}

function invalid(path: string, what: string, cause?: unknown): GoldseedError {
  return new GoldseedError(
    "CONFIG_INVALID",
    `配置文件“${path}”无法使用 / The settings file "${path}": ${what}.`,
    { cause },
  );
}
