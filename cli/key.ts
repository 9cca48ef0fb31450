/** `goldseed key create|list|revoke`: API keys of machine clients. */
import { Command } from "commander";

import { GoldseedError } from "../domain/errors.ts";
import { type Classification, classifications } from "../domain/vocabulary.ts";
import { makeApiKey } from "../gateway/auth/api-key.ts";
import { insertApiKey, listApiKeys, revokeApiKey } from "../store/queries/api-keys.ts";
import { setAssignment } from "../accounts/set-assignment.ts";
import { findAssignment } from "../store/queries/assignments.ts";
import { readAreaFile } from "../store/read-area-file.ts";
import { choiceOption } from "./choice-option.ts";
import { withConfigFlags } from "./config-flags.ts";
import { localOfficer } from "./local-officer.ts";
import { callerOf } from "./parse-caller.ts";
import { parseDuration } from "./parse-duration.ts";
import { table } from "./table.ts";
import { type AuditedStore, withAuditedStore } from "./with-audited-store.ts";

interface CreateFlags {
  readonly subject: string;
  readonly label: string;
  readonly expires: string;
  readonly tier?: string;
  readonly area: readonly string[];
  readonly clearance: Classification;
  readonly purpose?: string;
  readonly json?: true;
}

export function keyCommand(): Command {
  const command = new Command("key").description("接口密钥 / API keys of machine clients");
  command.addCommand(createCommand());
  command.addCommand(listCommand());
  command.addCommand(revokeCommand());
  return command;
}

function createCommand(): Command {
  const command = new Command("create")
    .description("签发密钥，只显示这一次 / make a key; it is shown this once")
    .requiredOption("--subject <name>", "客户端名称 / name of the client")
    .requiredOption("--label <text>", "用途说明 / what it is for")
    .option("--expires <span>", "有效期，至多 180 天 / lifetime, at most 180d", "90d")
    .option(
      "--tier <tier>",
      "同时授权此层级；不给则须已有授权 / assigns this tier too; without it the client must have an assignment",
    )
    .option("--area <code...>", "区域代码或名称 / area codes or names", [])
    .addOption(
      choiceOption("--clearance <level>", "可见密级 / clearance", classifications).default("L2"),
    )
    .option("--purpose <code>", "用途代码，随每个请求 / purpose code of every request")
    .option("--json", "以 JSON 输出 / print JSON");
  return withConfigFlags(command).action((flags: CreateFlags) =>
    withAuditedStore(command, (store) => create(store, flags)),
  );
}

async function create(store: AuditedStore, flags: CreateFlags): Promise<void> {
  const { subject, label, clearance, purpose = null } = flags;
  assertNames(flags);
  const lifetimeS = parseDuration(flags.expires, "180d");
  const areas = readAreaFile();
  const caller = flags.tier === undefined ? null : callerOf(flags.tier, flags.area, areas);
  const { workerPool: pool } = store;
  if (caller === null) await assertMachine(store, subject);
  const { key, prefix, secretHash } = makeApiKey();
  const proposal = await store.change(
    "key.create",
    { prefix, subject, label, purpose, lifetimeS, caller, clearance },
    async () => {
      const wish =
        caller === null
          ? null
          : { ...caller, subject, clearance, role: "MACHINE" as const, reason: label };
      const kinds = new Map(areas.map(({ code, kind }) => [code, kind]));
      const open = wish && (await setAssignment(pool, localOfficer(), wish, kinds));
      await insertApiKey(pool, { prefix, secretHash, subject, label, purpose, lifetimeS });
      return open;
    },
  );
  if (proposal !== null)
    process.stderr.write(
      `密钥在另一人确认授权之后才可用 / the key works when another person has confirmed:\n  goldseed assignment confirm ${proposal.id}\n`,
    );
  process.stdout.write(
    flags.json ? `${JSON.stringify({ key, prefix, subject, lifetimeS })}\n` : `${key}\n`,
  );
}

function assertNames({ subject, purpose }: CreateFlags): void {
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._:@+/|-]{0,199}$/u.test(subject))
    throw wrong(
      `--subject "${subject}" 须以字母或数字开头 / expected a name that begins with a letter or digit.`,
    );
  if (purpose !== undefined && !/^[A-Z][A-Z0-9_-]{0,63}$/u.test(purpose))
    throw wrong(
      `--purpose "${purpose}" 须为大写代码 / expected a code of capital letters, such as DATA_CORRECTION.`,
    );
}

async function assertMachine({ workerPool }: AuditedStore, subject: string): Promise<void> {
  const known = await findAssignment(workerPool, subject);
  if (known?.role === "MACHINE") return;
  throw wrong(
    known === undefined
      ? `“${subject}”尚未授权 / "${subject}" has no assignment: give --tier, or run \`goldseed assignment set\` first.`
      : `“${subject}”的角色是 ${known.role} / "${subject}" has the role ${known.role}; keys are for MACHINE alone.`,
  );
}

function listCommand(): Command {
  const command = new Command("list")
    .description("列出密钥 / list keys, without their secrets")
    .option("--json", "以 JSON 输出，每行一个 / print NDJSON");
  return withConfigFlags(command).action((flags: { json?: true }) =>
    withAuditedStore(command, async ({ workerPool }) => {
      const keys = await listApiKeys(workerPool);
      if (flags.json) {
        process.stdout.write(keys.map((key) => `${JSON.stringify(key)}\n`).join(""));
        return;
      }
      const heading = [
        "前缀 prefix",
        "客户端 client",
        "到期 expires",
        "最近使用 last used",
        "状态 state",
        "说明 label",
      ];
      const rows = keys.map((key) => [
        key.prefix,
        key.subject,
        key.expiresAt,
        key.lastUsedAt ?? "-",
        stateOf(key),
        key.label,
      ]);
      process.stdout.write(table([heading, ...rows]));
    }),
  );
}

function stateOf({
  revokedAt,
  expiresAt,
}: {
  revokedAt: string | null;
  expiresAt: string;
}): string {
  if (revokedAt !== null) return "已撤销 revoked";
  return Date.parse(expiresAt) <= Date.now() ? "已过期 expired" : "有效 valid";
}

function revokeCommand(): Command {
  const command = new Command("revoke")
    .description("撤销密钥，一分钟内生效 / revoke a key; it works within a minute")
    .argument("<prefix>", "密钥或其前缀 / the key or its prefix");
  return withConfigFlags(command).action((text: string) =>
    withAuditedStore(command, async ({ workerPool, change }) => {
      const prefix = /^gsk_([0-9a-f]{12})/u.exec(text)?.[1] ?? text;
      const revoked = await change("key.revoke", { prefix }, () =>
        revokeApiKey(workerPool, prefix),
      );
      if (!revoked)
        throw new GoldseedError(
          "NOT_FOUND",
          `没有有效的密钥“${prefix}” / There is no valid key "${prefix}". See \`goldseed key list\`.`,
        );
      process.stdout.write(`已撤销 revoked ${prefix}\n`);
    }),
  );
}

function wrong(message: string): GoldseedError {
  return new GoldseedError("BAD_USER_INPUT", message);
}
