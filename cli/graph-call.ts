/** As whom and where a command asks the running gateway, and what: shared by those that send documents. */
import { readFileSync } from "node:fs";

import type { Command } from "commander";

import type { Config } from "../config/options.ts";
import { readRuntime } from "../config/runtime-file.ts";
import { loadSecrets } from "../config/secrets.ts";
import { GoldseedError } from "../domain/errors.ts";
import { type Classification, classifications, type Role, roles } from "../domain/vocabulary.ts";
import { readAreaFile } from "../store/read-area-file.ts";
import { choiceOption } from "./choice-option.ts";
import { developmentToken } from "./development-token.ts";
import { parseCaller } from "./parse-caller.ts";

export interface GraphOptions {
  readonly as: string;
  readonly role: Role;
  readonly clearance?: Classification;
  readonly purpose?: string;
  readonly variables?: string;
  readonly operation?: string;
  readonly url?: string;
  readonly tokenFile?: string;
}

export function withGraphOptions(command: Command): Command {
  return command
    .option(
      "--as <caller>",
      "身份 / caller: city, district, zone:CODE, town:CODE (codes or names)",
      "district",
    )
    .addOption(choiceOption("--role <role>", "角色 / role", roles).default("VIEWER"))
    .addOption(choiceOption("--clearance <level>", "可见密级 / clearance", classifications))
    .option("--purpose <code>", "用途代码 / purpose code")
    .option("--variables <json>", "变量 / variables: JSON, or @FILE")
    .option("--operation <name>", "操作名 / operation, when the document has several")
    .option(
      "--url <url>",
      "网关地址 / endpoint; that of the data folder's running gateway when left out",
    )
    .option("--token-file <file>", "令牌文件，代替 --as / file with a token, instead of --as");
}

export interface GraphCall {
  readonly url: string;
  readonly token: string;
  readonly body: { readonly query: string; readonly variables: Readonly<Record<string, unknown>> };
}

/** @param file of the document; - for standard input. */
export async function graphCall(
  config: Config,
  file: string,
  given: GraphOptions,
): Promise<GraphCall> {
  const query = readText(file === "-" ? 0 : file);
  const variables = given.variables === undefined ? {} : readVariables(given.variables);
  const token =
    given.tokenFile === undefined
      ? await tokenFor(config, given)
      : readText(given.tokenFile).trim();
  const url =
    given.url ??
    readRuntime(config.dataDir)?.graphqlUrl ??
    `http://${config.host}:${config.port}/graphql`;
  const operationName = given.operation === undefined ? {} : { operationName: given.operation };
  return { url, token, body: { query, variables, ...operationName } };
}

async function tokenFor(config: Config, given: GraphOptions): Promise<string> {
  const { role, clearance = null, purpose = null } = given;
  const caller = parseCaller(given.as, readAreaFile());
  const traits = { role, clearance, purpose, lifetimeS: 300 };
  return developmentToken(config, loadSecrets(config.dataDir).tokenKey, { caller, traits });
}

/** @param file 0 is standard input. */
function readText(file: string | 0): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new GoldseedError(
      "FILE_UNREADABLE",
      `无法读取文件“${file}”（${reason}） / The file "${file}" cannot be read (${reason}). Give the path of a readable file.`,
      { cause: error },
    );
  }
}

function readVariables(text: string): Readonly<Record<string, unknown>> {
  const json = text.startsWith("@") ? readText(text.slice(1)) : text;
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value === "object" && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch (error) {
    throw wrongVariables((error as Error).message);
  }
  throw wrongVariables("it is not an object");
}

function wrongVariables(reason: string): GoldseedError {
  return new GoldseedError(
    "BAD_USER_INPUT",
    `--variables 须为 JSON 对象 / --variables: ${reason}. Expected a JSON object such as {"code":"…"}, or @FILE with one.`,
  );
}
