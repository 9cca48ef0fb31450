/** `goldseed policy explain`: one caller and one field, maybe of one enterprise: which clause decides, and why. */
import { Command } from "commander";

import { explainDecision } from "../domain/access/explain-decision.ts";
import type { Place } from "../domain/access/authorize.ts";
import { mayLookAt } from "../domain/access/sight.ts";
import { GoldseedError } from "../domain/errors.ts";
import { type Classification, classifications, type Role, roles } from "../domain/vocabulary.ts";
import { nearestNames } from "../lib/nearest-names.ts";
import { readEnterprisePlace } from "../store/queries/enterprise-place.ts";
import { readAreaFile } from "../store/read-area-file.ts";
import { choiceOption } from "./choice-option.ts";
import { withConfigFlags } from "./config-flags.ts";
import { type Caller, parseCaller } from "./parse-caller.ts";
import { explanationText, type RowSight } from "./policy-text.ts";
import { soundPolicy } from "./read-policy.ts";
import { withWorkerPool } from "./with-worker-pool.ts";

interface ExplainFlags {
  readonly as: string;
  readonly role: Role;
  readonly clearance?: Classification;
  readonly purpose?: string;
  readonly creditCode?: string;
  readonly policy?: string;
  readonly json?: true;
}

const examples = `
示例 / examples:
  goldseed policy explain Enterprise.contactPhone --as town:370211010 --role specialist
  goldseed policy explain Enterprise.name --as zone:董家口经济区 --credit-code 91370211MA3C4T9Y8F`;

export function policyExplainCommand(): Command {
  const command = new Command("explain")
    .description("某人能否看某字段，依据哪一条 / may a caller see a field, and by which clause")
    .argument("<field>", "如 Enterprise.contactPhone / such as Enterprise.contactPhone")
    .requiredOption("--as <caller>", "如 town:370211010、district / who asks")
    .addOption(choiceOption("--role <role>", "角色 / role", roles).default("VIEWER"))
    .addOption(choiceOption("--clearance <level>", "可见密级 / clearance", classifications))
    .option("--purpose <code>", "用途代码 / purpose code")
    .option("--credit-code <code>", "并说明这家企业是否在其范围 / and whether it is in sight")
    .option("--policy <file>", "策略文件 / policy file")
    .option("--json", "以 JSON 输出 / print JSON")
    .addHelpText("after", examples);
  return withConfigFlags(command).action((field: string, given: ExplainFlags) =>
    explain(command, field, given),
  );
}

async function explain(command: Command, field: string, given: ExplainFlags): Promise<void> {
  const policy = soundPolicy(given.policy);
  if (!policy.levels.has(field)) {
    const near = nearestNames(field, policy.levels.keys());
    const [zh, en] =
      near.length > 0
        ? [`，是否指 ${near.join("、")}`, ` Did you mean ${near.join(" or ")}?`]
        : ["", ""];
    throw new GoldseedError(
      "BAD_USER_INPUT",
      `图谱没有字段“${field}”${zh} / "${field}" is no field of the graph.${en}`,
    );
  }
  const caller = parseCaller(given.as, readAreaFile());
  const clearance = given.clearance ?? policy.clearances.get(given.role) ?? "L1";
  const who = { tier: caller.tier, role: given.role, clearance, purpose: given.purpose ?? null };
  const explained = explainDecision(policy, who, field);
  const code = given.creditCode;
  const row = code === undefined ? null : await rowSight(command, caller, code);
  const shown = given.json
    ? `${JSON.stringify({ caller: { ...caller, ...who }, ...explained, row })}\n`
    : explanationText(explained, row);
  process.stdout.write(shown);
}

async function rowSight(command: Command, caller: Caller, creditCode: string): Promise<RowSight> {
  let place: Place | null = null;
  await withWorkerPool(command, async (pool) => {
    place = await readEnterprisePlace(pool, creditCode);
  });
  if (place === null)
    return { creditCode, visible: false, zh: "库中没有这家企业", en: "not in the store" };
  const visible = mayLookAt(caller, place);
  const { townCode, zoneCode } = place as Place;
  const at = [townCode, zoneCode].filter((each) => each !== null).join(", ") || "–";
  return visible
    ? { creditCode, visible, zh: `在其范围内（${at}）`, en: `in its scope (${at})` }
    : { creditCode, visible, zh: `不在其范围内（${at}）`, en: `outside its scope (${at})` };
}
