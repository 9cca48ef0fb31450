/** `goldseed policy check|matrix|explain|diff`: the access policy proven, shown, explained and compared. */
import { Command } from "commander";

import { comparePolicies, compareSettings } from "../domain/access/compare-policies.ts";
import type { AccessPolicy } from "../domain/access/policy.ts";
import { usualClasses } from "../domain/access/principal-class.ts";
import { errorCatalogue, GoldseedError } from "../domain/errors.ts";
import { type Role, roles, type Tier, tiers } from "../domain/vocabulary.ts";
import { checkPolicy } from "../gateway/check-policy.ts";
import { loadSchema } from "../gateway/load-schema.ts";
import { nearestNames } from "../lib/nearest-names.ts";
import { shapes } from "../resolvers/shapes.ts";
import { readAreaFile } from "../store/read-area-file.ts";
import { choiceOption } from "./choice-option.ts";
import { policyExplainCommand } from "./policy-explain.ts";
import { readPolicyText, soundPolicy, unsound } from "./read-policy.ts";
import { differencesText, matrixRows, matrixText } from "./policy-text.ts";

export function policyCommand(): Command {
  const command = new Command("policy").description("访问策略 / who may see what");
  addCheck(command);
  addMatrix(command);
  addDiff(command);
  command.addCommand(policyExplainCommand());
  return command;
}

function addCheck(command: Command): void {
  command
    .command("check")
    .description("对照合同检查策略，一次说清全部问题 / prove a policy against the contract")
    .argument("[file]", "策略文件，默认现行策略 / policy file; the one in place when left out")
    .option("--json", "以 JSON 输出 / print JSON")
    .action((file: string | undefined, given: { readonly json?: true }) => {
      const { policy, problems } = checkPolicy(readPolicyText(file), loadSchema(), shapes);
      if (problems.length > 0 && !given.json) throw unsound(file, problems);
      const [version, fields] = [policy?.version ?? null, policy?.levels.size ?? 0];
      if (given.json) {
        print({ ok: problems.length === 0, version, fields, problems });
        if (problems.length > 0) process.exitCode = errorCatalogue.RULES_INVALID.exitCode;
        return;
      }
      print(`策略 ${version ?? ""} 有效，${fields} 个字段均有密级 / sound, ${fields} fields\n`);
    });
}

interface MatrixFlags {
  readonly tier?: Tier;
  readonly role?: Role;
  readonly field?: string;
  readonly json?: true;
}

function addMatrix(command: Command): void {
  command
    .command("matrix")
    .description("每类使用者与每个字段 / every class of caller and every field")
    .argument("[file]", "策略文件，默认现行策略 / policy file; the one in place when left out")
    .addOption(choiceOption("--tier <tier>", "层级 / tier", tiers))
    .addOption(choiceOption("--role <role>", "角色 / role", roles))
    .option("--field <name>", "类型或字段，如 Enterprise / a type or field")
    .option("--json", "以 JSON 输出 / print JSON")
    .action((file: string | undefined, given: MatrixFlags) => {
      const policy = soundPolicy(file);
      const only = {
        ...(given.tier ? { tier: given.tier } : {}),
        ...(given.role ? { role: given.role } : {}),
      };
      const classes = usualClasses(policy, only);
      const rows = matrixRows(policy, fieldsNamed(policy, given.field), classes);
      print(given.json ? rows : matrixText(rows, classes));
    });
}

function addDiff(command: Command): void {
  command
    .command("diff")
    .description("改动放开了什么、收回了什么 / what a change opens and closes")
    .argument("<before>", "原策略文件；“-”为现行策略 / the former file; - is the one in place")
    .argument("<after>", "新策略文件 / the new file")
    .option("--json", "以 JSON 输出 / print JSON")
    .action((before: string, after: string, given: { readonly json?: true }) => {
      const [old, now] = [soundPolicy(before === "-" ? undefined : before), soundPolicy(after)];
      const [differences, settings] = [comparePolicies(old, now), compareSettings(old, now)];
      const areas = readAreaFile();
      const countOf = (tier: Tier) => areas.filter(({ kind }) => kind === tier).length;
      print(
        given.json ? { settings, differences } : differencesText(differences, settings, countOf),
      );
    });
}

function fieldsNamed(policy: AccessPolicy, name: string | undefined): readonly string[] {
  const all = [...policy.levels.keys()].sort();
  if (name === undefined) return all;
  const found = all.filter((field) => field === name || field.startsWith(`${name}.`));
  if (found.length > 0) return found;
  const types = new Set(all.map((field) => field.slice(0, field.indexOf("."))));
  const near = nearestNames(name, [...all, ...types]);
  const hint = near.length > 0 ? ` Did you mean ${near.join(" or ")}?` : "";
  throw new GoldseedError(
    "BAD_USER_INPUT",
    `图中没有“${name}” / "${name}" is no type or field of the graph.${hint}`,
  );
}

function print(value: unknown): void {
  process.stdout.write(typeof value === "string" ? value : `${JSON.stringify(value, null, 2)}\n`);
}
