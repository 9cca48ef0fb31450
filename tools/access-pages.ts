/** One page for each tier: which enterprises it sees, and every field by role, made from the access policy. */
import { type GraphQLSchema, isObjectType } from "graphql";

import { type AccessPolicy, decideField } from "../domain/access/policy.ts";
import { usualClasses } from "../domain/access/principal-class.ts";
import { roles, type Tier } from "../domain/vocabulary.ts";

interface TierTexts {
  readonly title: string;
  readonly rows: string;
}

const texts: Readonly<Record<Tier, TierTexts>> = {
  CITY: {
    title: "市级 City",
    rows: "全区每一家企业的共享部分。 The shared part of every enterprise of the district.",
  },
  DISTRICT: {
    title: "区级 District",
    rows: "全区每一家企业，以及尚未确定镇街的企业。 Every enterprise of the district, those whose town is not known included.",
  },
  ZONE: {
    title: "功能区 Zone",
    rows: "功能区代码属于本人的企业；看不到其他功能区。 Enterprises whose zone is the caller's own; nothing of other zones.",
  },
  TOWN: {
    title: "镇街 Town",
    rows: "镇街代码属于本人的企业；看不到其他镇街。 Enterprises whose town is the caller's own; nothing of other towns.",
  },
};

export function accessPage(tier: Tier, policy: AccessPolicy, schema: GraphQLSchema): string {
  const { title, rows } = texts[tier];
  return [
    `# ${title}`,
    "",
    "由 `data/policy/access.yaml` 与合同生成（`npm run docs`），测试保证一致。",
    "Made from `data/policy/access.yaml` and the contract by `npm run docs`; a test keeps them equal.",
    "",
    `策略版本 policy version：${policy.version}，自 ${policy.effectiveFrom} 起 from。`,
    "",
    "## 看得到哪些企业 Rows",
    "",
    rows,
    ...(tier === "ZONE" || tier === "TOWN" ? localRows(policy) : []),
    ...exportRows(policy),
    "",
    "## 角色 Roles",
    "",
    ...roleTable(policy),
    "",
    "个人信息（L4）除可见密级外，还须在请求中写明用途，否则脱敏或不提供：",
    "Personal information (L4) needs a purpose named by the request beside the clearance, else it is masked or withheld:",
    "",
    [...policy.purposes]
      .map(([level, codes]) => `${level}: ${codes.map((code) => `\`${code}\``).join(", ")}`)
      .join("; "),
    "",
    "## 字段 Fields",
    "",
    "按角色的通常可见密级，未写明用途。At each role's usual clearance, without a purpose. ● 显示 shown　◐ 脱敏 masked　· 不提供 refused",
    "",
    ...fieldTables(tier, policy, schema),
  ].join("\n");
}

function localRows(policy: AccessPolicy): readonly string[] {
  return [
    "",
    `辖区外只有统计网格中的全区合计：不足 ${policy.smallestGroup} 家的数不提供，能推算出它的合计也不提供。另可按事由、限期授予其他区域的查看权（\`goldseed grant\`），最长 ${policy.longestGrantDays} 天，到期即止。`,
    `Beyond its areas the totals of the statistics grid alone: a figure of fewer than ${policy.smallestGroup} enterprises is withheld, and so is the total it could be told from. Sight of another area may be granted for a reason and a time (\`goldseed grant\`), ${policy.longestGrantDays} days at most.`,
  ];
}

function exportRows(policy: AccessPolicy): readonly string[] {
  return [
    "",
    `一个列表连续读取超过 ${policy.bulkExport.rows} 行即为批量导出，须另一人确认，确认后 ${policy.bulkExport.hours} 小时内有效（${policy.bulkExport.exempt.join("、")} 除外）。`,
    `A list read beyond ${policy.bulkExport.rows} rows is an export that another person confirms, good for ${policy.bulkExport.hours} hours (not for ${policy.bulkExport.exempt.join(", ")}).`,
  ];
}

function roleTable(policy: AccessPolicy): readonly string[] {
  const counting = (role: (typeof roles)[number]) =>
    policy.aggregates.roles.includes(role) ? "可 yes" : "不可 no";
  return [
    "| 角色 role | 通常可见密级 usual clearance | 统计 may count | 只可用 confined to |",
    "|---|---|---|---|",
    ...roles.map(
      (role) =>
        `| ${role} | ${policy.clearances.get(role) ?? "L1"} | ${counting(role)} | ${[...(policy.confined.get(role) ?? [])].map((field) => `\`${field}\``).join(", ") || "–"} |`,
    ),
  ];
}

/** Fields of a type that are decided alike for every role share a line. */
function fieldTables(tier: Tier, policy: AccessPolicy, schema: GraphQLSchema): readonly string[] {
  const classes = usualClasses(policy, { tier });
  return Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type))
    .filter(({ name }) => !/^__|Connection$|Edge$/u.test(name))
    .flatMap((type) => {
      const groups = new Map<string, string[]>();
      for (const field of Object.keys(type.getFields())) {
        const coordinate = `${type.name}.${field}`;
        const outcomes = classes.map((each) => signOf(policy, each, coordinate));
        const key = [policy.levels.get(coordinate), ...outcomes].join(" | ");
        groups.set(key, [...(groups.get(key) ?? []), `\`${field}\``]);
      }
      const [summary = ""] = (type.description ?? "").trim().split("\n");
      return [
        `### ${type.name}`,
        "",
        summary,
        "",
        `| 字段 fields | 密级 level | ${classes.map(({ role }) => role).join(" | ")} |`,
        `|---|---|${classes.map(() => "---|").join("")}`,
        ...[...groups].map(([key, names]) => `| ${names.join(", ")} | ${key} |`),
        "",
      ];
    });
}

function signOf(
  policy: AccessPolicy,
  who: Parameters<typeof decideField>[1],
  coordinate: string,
): string {
  const { kind } = decideField(policy, who, coordinate);
  return { show: "●", mask: "◐", refuse: "·" }[kind];
}
