/** Which handler answers which path, and the level it belongs to (section 1). */
import { capabilities } from "./handlers/capabilities.ts";
import { compare } from "./handlers/compare.ts";
import { bucketRecords, leaves } from "./handlers/digests.ts";
import { hashes } from "./handlers/hashes.ts";
import { pushBatch } from "./handlers/push-batch.ts";
import { readBatch } from "./handlers/read-batch.ts";
import { recommendationsByKey, titlesByKey } from "./handlers/read-by-key.ts";
import { records } from "./handlers/records.ts";
import { statements } from "./handlers/statements.ts";
import { titles } from "./handlers/titles.ts";
import type { Handler } from "./platform.ts";
import { Refusal } from "./refusal.ts";
import { levels, type Level, type Operation } from "./vocabulary.ts";

export interface Route {
  readonly operation: Operation;
  readonly method: "GET" | "POST";
  /** `{}` stands for one segment or a part of one. */
  readonly path: string;
  readonly level: Level;
  readonly handler: Handler;
}

type Row = readonly [Operation, Route["method"], string, Level, Handler];

const rows: readonly Row[] = [
  ["capabilities", "GET", "/v1/capabilities", "L1", capabilities],
  ["titles", "GET", "/v1/titles", "L1", titles],
  ["titlesByKey", "POST", "/v1/titles:batchGet", "L2", titlesByKey],
  ["recommendationsByKey", "POST", "/v1/recommendations:batchGet", "L2", recommendationsByKey],
  ["pushBatch", "POST", "/v1/batches", "L1", pushBatch],
  ["readBatch", "GET", "/v1/batches/{}", "L1", readBatch],
  ["records", "POST", "/v1/records:batchGet", "L1", records],
  ["hashes", "GET", "/v1/hashes/{}", "L2", hashes],
  ["compare", "POST", "/v1/digests/{}:compare", "L3", compare],
  ["leaves", "POST", "/v1/digests/{}:leaves", "L3", leaves],
  ["bucketRecords", "POST", "/v1/digests/{}:records", "L3", bucketRecords],
  ["statements", "GET", "/v1/statements", "L3", statements],
];

export const routes: readonly Route[] = rows.map(([operation, method, path, level, handler]) => ({
  operation,
  method,
  path,
  level,
  handler,
}));

const patterns = routes.map((route) => {
  const source = route.path.split("{}").join("([^/]+?)");
  return { route, pattern: new RegExp(`^${source}$`, "u") };
});

export interface Found {
  readonly route: Route;
  readonly param: string;
}

export function findRoute(method: string, path: string): Found {
  const matches = patterns.filter(({ pattern }) => pattern.test(path));
  if (matches.length === 0) throw new Refusal("NOT_FOUND", `there is no path "${path}"`);
  const match = matches.find(({ route }) => route.method === method);
  if (match === undefined) {
    throw new Refusal("METHOD_NOT_ALLOWED", `${method} is not allowed on "${path}"`);
  }
  const param = match.pattern.exec(path)?.[1] ?? "";
  return { route: match.route, param: decodeParam(param) };
}

function decodeParam(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new Refusal("NOT_FOUND", `"${text}" is not percent-encoded rightly`);
  }
}

export function refuseAbove(level: Level, route: Route): void {
  if (levels.indexOf(route.level) > levels.indexOf(level)) {
    throw new Refusal("LEVEL_TOO_LOW", `${route.path} needs ${route.level}, this is ${level}`);
  }
}
