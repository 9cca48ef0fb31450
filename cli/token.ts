/** `goldseed token`: makes a development token, as a real issuer would give one. */
import { Command } from "commander";

import { prepareDataFolder } from "../config/data-folder.ts";
import { loadSecrets } from "../config/secrets.ts";
import { GoldseedError } from "../domain/errors.ts";
import { type Classification, classifications, type Role, roles } from "../domain/vocabulary.ts";
import { readAreaFile } from "../store/read-area-file.ts";
import { choiceOption } from "./choice-option.ts";
import { readCommandConfig, withConfigFlags } from "./config-flags.ts";
import { developmentToken } from "./development-token.ts";
import { callerOf } from "./parse-caller.ts";
import { parseDuration } from "./parse-duration.ts";
import { tokenRevokeCommand } from "./token-revoke.ts";

interface TokenOptions {
  readonly tier?: string;
  readonly area: readonly string[];
  readonly role: Role;
  readonly clearance?: Classification;
  readonly purpose?: string;
  readonly subject?: string;
  readonly ttl: string;
  readonly json?: true;
}

const examples = `
示例 / examples:
  goldseed token --tier town --area 370211010 --role specialist
  goldseed token --tier zone --area 董家口经济区
  curl -H "Authorization: Bearer $(goldseed token --tier district)" …`;

export function tokenCommand(): Command {
  const command = new Command("token")
    .description("签发开发令牌 / make a development token; printed on stdout")
    .option("--tier <tier>", "层级 / tier: city, district, zone, town")
    .option("--area <code...>", "区域代码或名称，可多个 / area codes or names", [])
    .addOption(choiceOption("--role <role>", "角色 / role", roles).default("VIEWER"))
    .addOption(
      choiceOption(
        "--clearance <level>",
        "可见密级，默认随角色 / clearance, by role when left out",
        classifications,
      ),
    )
    .option("--purpose <code>", "用途代码 / purpose code")
    .option("--subject <name>", "使用者名称 / name of the subject")
    .option("--ttl <span>", "有效期 / lifetime: 90s, 15m, 12h, 30d", "12h")
    .option("--json", "以 JSON 输出 / print JSON")
    .addHelpText("after", examples);
  command.addCommand(tokenRevokeCommand());
  return withConfigFlags(command).action((given: TokenOptions) => makeToken(command, given));
}

async function makeToken(command: Command, given: TokenOptions): Promise<void> {
  // Not a required option, which its subcommand would require as well.
  if (given.tier === undefined)
    throw new GoldseedError(
      "BAD_USER_INPUT",
      "缺少 --tier / --tier is missing: city, district, zone or town.",
    );
  const { config } = readCommandConfig(command);
  prepareDataFolder(config.dataDir);
  const { tokenKey } = loadSecrets(config.dataDir);
  const caller = callerOf(given.tier, given.area, readAreaFile());
  const lifetimeS = parseDuration(given.ttl, "30d");
  const { role, clearance = null, purpose = null, subject } = given;
  const traits = {
    role,
    clearance,
    purpose,
    lifetimeS,
    ...(subject === undefined ? {} : { subject }),
  };
  const token = await developmentToken(config, tokenKey, { caller, traits });
  const shown = { token, ...caller, role, clearance, purpose, lifetimeS };
  process.stdout.write(given.json ? `${JSON.stringify(shown)}\n` : `${token}\n`);
}
