/** `goldseed sync diff|verify|replay|receipt`: where both sides differ, what can be proven, and what is done once more. */
import { Command } from "commander";

import { GoldseedError } from "../domain/errors.ts";
import { readReceipts, readStatementKeys } from "../store/queries/sync-proofs.ts";
import { diffSync, runSync } from "../sync/run-sync.ts";
import { publicKeyOf } from "../sync/protocol/statement.ts";
import { checkReceipt, type PublicKeys } from "../sync/verify/check-receipt.ts";
import { proveLocally, type LocalProof } from "../sync/verify/prove-locally.ts";
import { loadSecrets } from "../config/secrets.ts";
import { statementKeyOf } from "./open-city-platform.ts";
import { readCommandConfig, withConfigFlags } from "./config-flags.ts";
import { wholeNumber } from "./whole-number.ts";
import { withExchange } from "./sync-peer.ts";
import { diffText, proofText, receiptText } from "./sync-proofs-text.ts";
import { exitCodeOfSync, syncText } from "./sync-text.ts";
import { withWorkerPool } from "./with-worker-pool.ts";

const jsonFlag = ["--json", "以 JSON 输出 / print JSON"] as const;

export function diffCommand(): Command {
  const command = new Command("diff")
    .description(
      "列出双方差异，不作任何更改 / where both sides differ, changing nothing; exit code 3 when they do",
    )
    .option("--limit <n>", "最多列出几条 / how many records are named", "20")
    .option(...jsonFlag);
  return withConfigFlags(command).action(
    (flags: { readonly limit: string; readonly json?: true }) =>
      withExchange(command, async (options) => {
        const found = await diffSync(options, wholeNumber("--limit", flags.limit, 500));
        process.stdout.write(
          flags.json ? `${JSON.stringify(found)}\n` : found.map(diffText).join(""),
        );
        process.exitCode = found.some(({ count }) => count > 0) ? 3 : 0;
      }),
  );
}

export function verifyCommand(): Command {
  const command = new Command("verify")
    .description(
      "校验台账、批次、摘要与回执，并与市级平台核对 / prove ledger, batches, digests and receipts, then compare with the city; exit code 1 when a proof is broken, 3 when both sides differ",
    )
    .option("--offline", "只做本地校验 / only what needs nobody else")
    .option(...jsonFlag);
  return withConfigFlags(command).action(
    async (flags: { readonly offline?: true; readonly json?: true }) => {
      let proofs: readonly LocalProof[] = [];
      const prove = async (pool: Parameters<typeof proveLocally>[0]): Promise<void> => {
        proofs = await proveLocally(pool, ourKeys(command));
      };
      if (flags.offline) {
        await withWorkerPool(command, prove);
        process.stdout.write(flags.json ? `${JSON.stringify({ proofs })}\n` : proofText(proofs));
      } else {
        await withExchange(command, async (options) => {
          await prove(options.pool);
          const report = await runSync({ ...options, parts: ["verify"] });
          process.stdout.write(
            flags.json
              ? `${JSON.stringify({ proofs, report })}\n`
              : proofText(proofs) + syncText(report),
          );
          process.exitCode = exitCodeOfSync(report);
        });
      }
      if (proofs.some(({ problems }) => problems.length > 0)) process.exitCode = 1;
    },
  );
}

function ourKeys(command: Command): PublicKeys {
  const { config } = readCommandConfig(command);
  const key = statementKeyOf(loadSecrets(config.dataDir));
  return [{ keyId: key.keyId, publicKey: publicKeyOf(key) }];
}

export function replayCommand(): Command {
  const command = new Command("replay")
    .description(
      "重放一次拉取，或重发一个死信批次 / take in a past pull's pages once more, or send a dead letter again; harmless twice",
    )
    .argument("<id>", "拉取编号或批次号 / run id of a pull, or key of a batch")
    .option(...jsonFlag);
  return withConfigFlags(command).action((id: string, flags: { readonly json?: true }) =>
    withExchange(command, async (options) => {
      const isBatch = id.includes(":");
      const report = await runSync({
        ...options,
        ...(isBatch ? { resumeBatchKey: id } : { replayRunId: id }),
        parts: isBatch ? ["push"] : [],
      });
      process.stdout.write(flags.json ? `${JSON.stringify(report)}\n` : syncText(report));
      process.exitCode = exitCodeOfSync(report);
    }),
  );
}

export function receiptCommand(): Command {
  const command = new Command("receipt")
    .description(
      "显示一致性回执及其效力，并重新验签 / receipts of agreement, what each is worth, its signatures checked again; exit code 1 when one does not hold",
    )
    .argument("[id]", "回执编号；默认最近几张 / id of one; the newest when left out")
    .option("--limit <n>", "最近几张 / how many", "2")
    .option(...jsonFlag);
  return withConfigFlags(command).action(
    (id: string | undefined, flags: { readonly limit: string; readonly json?: true }) =>
      withWorkerPool(command, async (pool) => {
        const asked = { id: id ?? null, limit: wholeNumber("--limit", flags.limit, 1_000) };
        const receipts = await readReceipts(pool, "city", asked);
        if (receipts.length === 0) {
          throw new GoldseedError(
            "NOT_FOUND",
            `没有回执${id === undefined ? "" : `“${id}”`} / There is no receipt${id === undefined ? " yet" : ` "${id}"`}. One is made by: goldseed sync verify`,
          );
        }
        const keys = [...(await readStatementKeys(pool, "city")), ...ourKeys(command)];
        const checked = receipts.map((receipt) => checkReceipt(receipt, keys));
        process.stdout.write(
          flags.json ? `${JSON.stringify(checked)}\n` : checked.map(receiptText).join("\n"),
        );
        if (checked.some(({ problem }) => problem !== null)) process.exitCode = 1;
      }),
  );
}
