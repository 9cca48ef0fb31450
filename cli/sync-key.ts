/** `goldseed sync key`: the public key by which the city checks what this district states. */
import { Command } from "commander";

import { publicKeyOf } from "../sync/protocol/statement.ts";
import { readCommandConfig, withConfigFlags } from "./config-flags.ts";
import { prepareDataFolder } from "../config/data-folder.ts";
import { loadSecrets } from "../config/secrets.ts";
import { statementKeyOf } from "./open-city-platform.ts";

export function keyCommand(): Command {
  const command = new Command("key")
    .description(
      "显示本区声明的公钥，交给市级平台登记后设 CITY_STATEMENTS=true / print the public key of our statements; once the city has it, set CITY_STATEMENTS=true",
    )
    .option("--json", "以 JSON 输出 / print JSON");
  return withConfigFlags(command).action((flags: { readonly json?: true }) => {
    const { config } = readCommandConfig(command);
    prepareDataFolder(config.dataDir);
    const key = statementKeyOf(loadSecrets(config.dataDir));
    const told = { keyId: key.keyId, algorithm: "Ed25519", publicKey: publicKeyOf(key) };
    process.stdout.write(
      flags.json
        ? `${JSON.stringify(told)}\n`
        : `编号 id: ${told.keyId}\n算法 algorithm: ${told.algorithm}\n公钥 public key: ${told.publicKey}\n`,
    );
  });
}
