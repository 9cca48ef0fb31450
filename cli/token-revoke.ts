/** `goldseed token revoke`: withdraws a token by its id, or all tokens that a subject has by now. */
import { Command } from "commander";

import { GoldseedError } from "../domain/errors.ts";
import { revokeTokens } from "../store/queries/assignments.ts";
import { withConfigFlags } from "./config-flags.ts";
import { withAuditedStore } from "./with-audited-store.ts";

interface RevokeFlags {
  readonly id?: string;
  readonly of?: string;
  readonly reason: string;
}

export function tokenRevokeCommand(): Command {
  const command = new Command("revoke")
    .description("撤销令牌，一分钟内生效 / withdraw tokens; it works within a minute")
    .option("--id <jti>", "一个令牌的 jti / the jti of one token")
    .option("--of <subject>", "某人此前的全部令牌 / all tokens of a subject issued until now")
    .requiredOption("--reason <text>", "原因 / why");
  return withConfigFlags(command).action(({ id, of: subject, reason }: RevokeFlags) =>
    withAuditedStore(command, async ({ workerPool, change }) => {
      if ((id === undefined) === (subject === undefined))
        throw new GoldseedError(
          "BAD_USER_INPUT",
          "须且只须给出 --id 或 --of / Give --id or --of, one of them.",
        );
      const revocation = {
        kind: id === undefined ? "SUBJECT" : "TOKEN",
        value: id ?? subject ?? "",
        reason,
      } as const;
      await change("token.revoke", revocation, () => revokeTokens(workerPool, revocation));
      process.stdout.write(`已撤销 revoked ${revocation.kind.toLowerCase()} ${revocation.value}\n`);
    }),
  );
}
