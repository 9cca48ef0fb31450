/** The feed that a source's connection describes. */
import { GoldseedError } from "../../domain/errors.ts";
import { readExchangeTable } from "../../store/exchange-table.ts";
import { apiFeed } from "./api-feed.ts";
import { loadConnection, readSecret } from "./load-connection.ts";
import type { RecordFeed } from "./record-feed.ts";
import { tableFeed } from "./table-feed.ts";

/** @throws GoldseedError NOT_FOUND without such a connection, RULES_INVALID, FILE_UNREADABLE without its secret. */
export async function openFeed(
  folder: string,
  sourceId: string,
  way: RecordFeed["way"],
): Promise<RecordFeed> {
  const { api, table } = await loadConnection(folder, sourceId);
  if (way === "API" && api !== undefined) {
    const secret = api.auth === null ? null : await readSecret(folder, api.auth.secretFile);
    return apiFeed(api, { secret });
  }
  if (way === "TABLE" && table !== undefined) {
    const url = await readSecret(folder, table.urlFile);
    return tableFeed(table, url, readExchangeTable);
  }
  throw new GoldseedError(
    "NOT_FOUND",
    `来源“${sourceId}”的连接配置中没有 ${way === "API" ? "api" : "table"} / The connection of "${sourceId}" has no ${way === "API" ? "api" : "table"}.`,
  );
}
