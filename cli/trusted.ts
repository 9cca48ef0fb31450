/** `goldseed trusted add|list|remove`: the operations that a client may run. */
import { readFileSync } from "node:fs";

import { Command } from "commander";

import { GoldseedError } from "../domain/errors.ts";
import { documentHash, everybody } from "../gateway/auth/trusted-documents.ts";
import { DocumentCache } from "../gateway/execute/document-cache.ts";
import { defaultOperationLimits } from "../gateway/limits/measure-operation.ts";
import { loadSchema } from "../gateway/load-schema.ts";
import {
  addTrustedDocuments,
  listTrustedDocuments,
  removeTrustedDocuments,
  type TrustedDocument,
} from "../store/queries/trusted-documents.ts";
import { withConfigFlags } from "./config-flags.ts";
import { table } from "./table.ts";
import { withAuditedStore } from "./with-audited-store.ts";

const clientFlag = [
  "--client <subject>",
  `客户端，${everybody} 为除机器外的所有人 / client; ${everybody} for everybody but machines`,
] as const;

export function trustedCommand(): Command {
  const command = new Command("trusted").description("可信查询 / trusted documents");
  command.addCommand(addCommand());
  command.addCommand(listCommand());
  command.addCommand(removeCommand());
  return command;
}

function addCommand(): Command {
  const command = new Command("add")
    .description("登记查询文件，打印其摘要 / register documents of files; prints their hashes")
    .argument("<files...>", "GraphQL 文件 / GraphQL files")
    .requiredOption(...clientFlag);
  return withConfigFlags(command).action((files: string[], { client }: { client: string }) =>
    withAuditedStore(command, async ({ workerPool, change }) => {
      const documents = readDocuments(files, client);
      const hashes = documents.map(({ hash }) => hash);
      const added = await change("trusted.add", { client, hashes }, () =>
        addTrustedDocuments(workerPool, documents),
      );
      process.stdout.write(
        documents.map(({ hash }, at) => `${hash}  ${files[at] ?? ""}\n`).join(""),
      );
      process.stderr.write(`登记 registered ${added}, 已有 known ${documents.length - added}\n`);
    }),
  );
}

/** @throws GoldseedError FILE_REFUSED with what is wrong in every file: a document that cannot run helps nobody. */
function readDocuments(files: readonly string[], client: string): readonly TrustedDocument[] {
  const documents = new DocumentCache(loadSchema(), defaultOperationLimits);
  const problems: string[] = [];
  const read = files.map((file) => {
    const document = readText(file).trim();
    problems.push(...problemsOf(documents, document).map((problem) => `${file}: ${problem}`));
    return { client, hash: documentHash(document), document };
  });
  if (problems.length === 0) return read;
  throw new GoldseedError(
    "FILE_REFUSED",
    `未登记任何查询 / Nothing was registered:\n${problems.map((problem) => `  - ${problem}`).join("\n")}`,
    { details: { problems } },
  );
}

function problemsOf(documents: DocumentCache, text: string): readonly string[] {
  try {
    const prepared = documents.prepare(text);
    return "errors" in prepared ? prepared.errors.map(({ message }) => message) : [];
  } catch (error) {
    if (error instanceof GoldseedError) return [error.message];
    throw error;
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    const { code } = cause as { code?: string };
    throw new GoldseedError(
      "FILE_UNREADABLE",
      `文件无法读取 / "${file}" cannot be read (${code ?? "unknown"}). Check the path and its rights.`,
      { cause },
    );
  }
}

function listCommand(): Command {
  const command = new Command("list")
    .description("列出登记的查询 / list registered documents")
    .option("--client <subject>", "只看一个客户端 / of one client")
    .option("--json", "以 JSON 输出，每行一个，含全文 / print NDJSON with the texts");
  return withConfigFlags(command).action((flags: { client?: string; json?: true }) =>
    withAuditedStore(command, async ({ workerPool }) => {
      const found = await listTrustedDocuments(workerPool, flags.client ?? null);
      const heading = ["客户端 client", "摘要 hash", "登记 added", "查询 document"];
      const rows = found.map(({ client, hash, addedAt, document }) => [
        client,
        hash.slice(0, 16),
        addedAt,
        document.replaceAll(/\s+/gu, " ").slice(0, 60),
      ]);
      process.stdout.write(
        flags.json
          ? found.map((row) => `${JSON.stringify(row)}\n`).join("")
          : table([heading, ...rows]),
      );
    }),
  );
}

function removeCommand(): Command {
  const command = new Command("remove")
    .description("注销查询，一分钟内生效 / take a document off the list; it works within a minute")
    .argument("<hash>", "摘要或其开头至少 8 位 / the hash, or at least 8 digits of its beginning")
    .requiredOption(...clientFlag);
  return withConfigFlags(command).action((hash: string, { client }: { client: string }) =>
    withAuditedStore(command, async ({ workerPool, change }) => {
      if (!/^[0-9a-f]{8,64}$/u.test(hash))
        throw new GoldseedError(
          "BAD_USER_INPUT",
          `"${hash}" 不是摘要 / is no hash, expected 8 to 64 hexadecimal digits. See \`goldseed trusted list\`.`,
        );
      const removed = await change("trusted.remove", { client, hash }, () =>
        removeTrustedDocuments(workerPool, client, hash),
      );
      if (removed === 0)
        throw new GoldseedError(
          "NOT_FOUND",
          `“${client}”没有登记此查询 / "${client}" has no such document. See \`goldseed trusted list\`.`,
        );
      process.stdout.write(`注销 removed ${removed}\n`);
    }),
  );
}
