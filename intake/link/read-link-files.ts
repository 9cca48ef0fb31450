/** Reads the files that linking is evaluated on: a register, its former names, mentions; CSV, plain or gzipped. */
import { createReadStream, existsSync } from "node:fs";
import { createGunzip } from "node:zlib";

import { parse } from "csv-parse";

import { GoldseedError } from "../../domain/errors.ts";
import type { Mention } from "../../domain/linking/mention.ts";
import type { RegisteredName, RegistryEntry } from "../../domain/linking/registry-entry.ts";

type Row = Readonly<Record<string, string | undefined>>;

/** Rows of a CSV with a header. Throws FILE_UNREADABLE, or FILE_REFUSED when a column is missing or a row is broken. */
export async function* readCsvRows(path: string, columns: readonly string[]): AsyncGenerator<Row> {
  if (!existsSync(path)) {
    throw new GoldseedError("FILE_UNREADABLE", `文件不存在 / no such file: "${path}"`);
  }
  const file = createReadStream(path);
  const text = path.endsWith(".gz") ? file.pipe(createGunzip()) : file;
  const rows = text.pipe(parse({ columns: true, bom: true }));
  const stop = (error: Error): void => void rows.destroy(error);
  file.on("error", stop);
  text.on("error", stop);
  let first = true;
  try {
    for await (const row of rows as AsyncIterable<Row>) {
      const missing = first ? columns.filter((column) => row[column] === undefined) : [];
      if (missing.length > 0) throw missingColumns(path, missing, row);
      first = false;
      yield row;
    }
  } catch (error) {
    if (error instanceof GoldseedError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new GoldseedError("FILE_REFUSED", `无法解析 / cannot parse "${path}": ${reason}`, {
      cause: error,
    });
  }
}

function missingColumns(path: string, missing: readonly string[], row: Row): GoldseedError {
  const found = Object.keys(row).join(", ");
  return new GoldseedError(
    "FILE_REFUSED",
    `"${path}" 缺少列 / lacks the column ${missing.join(", ")}；现有列 / found: ${found}`,
    { details: { missing } },
  );
}

/** `history`: a CSV of `regid,former_name`; absent for a register without former names. */
export async function readRegistryFile(
  registry: string,
  history?: string,
): Promise<RegistryEntry[]> {
  const former = new Map<string, RegisteredName[]>();
  if (history !== undefined) {
    for await (const row of readCsvRows(history, ["regid", "former_name"])) {
      const id = row["regid"] ?? "";
      const name = { name: row["former_name"] ?? "", former: true };
      former.set(id, [...(former.get(id) ?? []), name]);
    }
  }
  const entries: RegistryEntry[] = [];
  for await (const row of readCsvRows(registry, ["regid", "name", "uscc"])) {
    const id = row["regid"] ?? "";
    entries.push({
      id,
      creditCode: row["uscc"] ?? "",
      registrationNumber: row["old_reg_no"] ?? "",
      address: row["address"] ?? "",
      city: row["city"] ?? "",
      names: [{ name: row["name"] ?? "", former: false }, ...(former.get(id) ?? [])],
    });
  }
  return entries;
}

export interface QueriedMention extends Mention {
  readonly qid: string;
}

/** Mentions as `qid,name,code,address,city_hint`; all but the first two may be absent. */
export async function* readMentionsFile(path: string): AsyncGenerator<QueriedMention> {
  for await (const row of readCsvRows(path, ["qid", "name"])) {
    yield {
      qid: row["qid"] ?? "",
      name: row["name"] ?? "",
      code: row["code"] ?? "",
      address: row["address"] ?? "",
      place: row["city_hint"] ?? "",
    };
  }
}
