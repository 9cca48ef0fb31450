/** A file of rules from the data folder, or one to try, checked whole before anything is made of it. */
import { readFileSync } from "node:fs";

import { parse } from "yaml";
import type { z } from "zod";

import { GoldseedError } from "../domain/errors.ts";
import { tellProblems } from "../lib/tell-problems.ts";

/** @throws GoldseedError FILE_UNREADABLE; RULES_INVALID with every fault of the file. */
export function readRulesFile<T>(shape: z.ZodType<T>, path: string): T {
  const value = yamlOf(path);
  const result = shape.safeParse(value);
  if (result.success) return result.data;
  throw invalid(path, tellProblems(shape, value));
}

function yamlOf(path: string): unknown {
  const text = textOf(path);
  try {
    return parse(text) as unknown;
  } catch (error) {
    throw invalid(path, [error instanceof Error ? error.message : String(error)]);
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    throw new GoldseedError(
      "FILE_UNREADABLE",
      `无法读取“${path}”，请检查路径 / "${path}" cannot be read; check the path`,
      { cause },
    );
  }
}

function invalid(path: string, problems: readonly string[]): GoldseedError {
  return new GoldseedError(
    "RULES_INVALID",
    `规则文件“${path}”有 ${problems.length} 处错误，请修改 / The rules "${path}" have ${problems.length} fault(s); mend the file: ${problems.join("; ")}`,
    { details: { problems } },
  );
}
