/** Reads the connection of a source, and the secrets beside it. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

import { parse } from "yaml";

import { GoldseedError } from "../../domain/errors.ts";
import { type Connection, connectionSchema } from "./connection.ts";

/** @throws GoldseedError NOT_FOUND without a file, RULES_INVALID with every fault of it. */
export async function loadConnection(folder: string, sourceId: string): Promise<Connection> {
  const path = join(folder, `${sourceId}.yaml`);
  const text = await readFile(path, "utf8").catch((cause: unknown) => {
    throw new GoldseedError(
      "NOT_FOUND",
      `来源“${sourceId}”没有连接配置 / "${sourceId}" has no connection: expected "${path}". See docs/intake.md.`,
      { cause },
    );
  });
  const parsed = connectionSchema.safeParse(readYaml(path, text));
  if (parsed.success) return parsed.data;
  throw faulty(
    path,
    parsed.error.issues.map((issue) => `${issue.path.join(".") || "(file)"}: ${issue.message}`),
  );
}

/** Ids of the sources that have one; none without a folder. */
export async function listConnections(folder: string): Promise<readonly string[]> {
  const files = await readdir(folder).catch(() => [] as string[]);
  return files
    .flatMap((file) => (/^[a-z][a-z0-9-]*\.yaml$/.test(file) ? [file.slice(0, -5)] : []))
    .sort();
}

/** @throws GoldseedError FILE_UNREADABLE when the secret is missing or empty. */
export async function readSecret(folder: string, file: string): Promise<string> {
  const path = join(folder, file);
  const secret = await readFile(path, "utf8").then(
    (text) => text.trim(),
    () => "",
  );
  if (secret !== "") return secret;
  throw new GoldseedError(
    "FILE_UNREADABLE",
    `密钥文件“${path}”不存在或为空 / The secret file "${path}" is missing, empty or may not be read.`,
  );
}

function readYaml(path: string, text: string): unknown {
  try {
    return parse(text, { schema: "core", maxAliasCount: 10 });
  } catch (error) {
    throw faulty(path, [error instanceof Error ? error.message : String(error)]);
  }
}

function faulty(path: string, problems: readonly string[]): GoldseedError {
  const list = problems.map((problem) => `  - ${problem}`).join("\n");
  return new GoldseedError(
    "RULES_INVALID",
    `连接“${path}”有 ${problems.length} 处错误，请改正 / The connection "${path}" has ${problems.length} fault(s):\n${list}\nMend the file.`,
    { details: { problems } },
  );
}
