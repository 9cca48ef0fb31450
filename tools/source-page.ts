/** The page that explains a source to the department that owns it, made from its description. */
import type {
  ColumnDescription,
  SourceDescription,
} from "../intake/describe/source-description.ts";
import { findingCatalogue } from "../intake/validate/finding-catalogue.ts";

const cadences = {
  REALTIME: ["实时", "as it happens"],
  DAILY: ["每日", "daily"],
  WEEKLY: ["每周", "weekly"],
  MONTHLY: ["每月", "monthly"],
  QUARTERLY: ["每季", "quarterly"],
  YEARLY: ["每年", "yearly"],
} as const;

const typeRemarks: Readonly<Partial<Record<ColumnDescription["type"], string>>> = {
  date: "如 2019-03-21；也认 2019年3月21日、20190321",
  year: "如 2023",
  quarter: "1、2、3、4；全年为 0",
  identifier: "以文本保存；被电子表格改为科学计数法的退回隔离，因末几位已丢失",
  share: "0 至 100%",
  list: "多个值用分号或顿号隔开",
  integer: "整数，不小于 0",
};

export function sourcePage(description: SourceDescription): string {
  return [head(description), file(description), sending(description), mistakes(description)].join(
    "\n",
  );
}

function head({ id, names, purpose, department, basis, ...rest }: SourceDescription): string {
  const [zh, en] = cadences[rest.cadence];
  const whole = rest.completeList
    ? [
        "；每次送全量，不再出现的记录视为已结束",
        "; each file is the whole list, and what it no longer names has ended",
      ]
    : ["；可送增量，也可重复送", "; changes or the whole, as often as you like"];
  return `# ${names.zh} \`${id}\`

写给数据归口部门：**${department}**。由 \`data/sources/${id}.yaml\` 生成（\`npm run docs\`）。
For the department that owns the data. Made from \`data/sources/${id}.yaml\`.

## 为什么要 Why

${purpose?.zh ?? ""}
${purpose?.en ?? names.en}

- 依据 Basis：${basis.map((one) => `${one.document}（${one.number}）${one.note === null ? "" : `，${one.note}`}`).join("；")}。
- 频次 Cadence：${zh}${whole[0]} / ${en}${whole[1]}.
- 分级 Classification：${rest.classification}。
- 一条记录由这些列识别 Key：${keyHeaders({ ...rest, columns: rest.columns }).join("、")}。
`;
}

const keyHeaders = ({ key, columns }: Pick<SourceDescription, "key" | "columns">) =>
  key.map((field) => columns.find((one) => one.field === field)?.headers[0] ?? field);

function file({ columns }: SourceDescription): string {
  const rows = columns.map((column) => {
    const required = [column.column, column.value].map((word) =>
      word === "required" ? "是" : "否",
    );
    return `| ${column.headers.join("、")} | ${required.join(" | ")} | ${remarkOf(column)} |`;
  });
  return `## 文件 The file

CSV、Excel 工作簿或 JSON Lines；UTF-8 或 GB18030。列的顺序不限，未列出的列会被忽略并在报告中列出。
CSV, a workbook or JSON lines; UTF-8 or GB18030; columns in any order.

| 列（首个为正式名称） Columns | 必须有列 | 必须有值 | 说明 |
|---|---|---|---|
${rows.join("\n")}

“N/A”“NULL”和空白都表示**未知**：不会抹掉已知的值，也不会当作 0 或“否”。
"N/A", "NULL" and blanks mean unknown: they never erase a known value and are never zero or false.
`;
}

function remarkOf({
  type,
  unit,
  signed,
  choices,
  note,
  classification,
}: ColumnDescription): string {
  const words = Object.values(choices).map(([word = ""]) => word);
  const parts = [
    type === "money" ? `金额，单位${unit ?? "元"}（单元格自带单位的从其单位）` : typeRemarks[type],
    words.length > 0 ? `取值：${words.join("、")}` : undefined,
    type === "money" && signed ? "可为负" : undefined,
    note ?? undefined,
    classification === "L4" ? "个人信息" : undefined,
  ];
  return parts.filter((part) => part !== undefined).join("；");
}

const sending = ({ id, target, gates }: SourceDescription): string => `## 送 Sending

\`\`\`sh
npm run -s goldseed -- import ${id} FILE.csv --dry-run   # 先看结果，不写入 what would happen
npm run -s goldseed -- import ${id} FILE.csv
npm run -s goldseed -- import undo RUN                   # 撤销一次导入 take an import back
\`\`\`

${
  target === "FACTS"
    ? `每条记录按代码或名称（含曾用名）关联到企业；拿不准的转人工复核，不会丢弃，也不会错挂。
Each record finds its enterprise by code or by name, former names too; doubtful ones wait for an officer.
`
    : `地址写到镇街的，据此落到镇街；判定不了的由经办人员指定。
The address tells the town; where it does not, an officer says.
`
}
不合格行超过 ${gates.badShare * 100}%（${gates.fromRows} 行以上的文件），或行数偏离以往 ${gates.sigmas} 个标准差的文件，暂不合并，等经办人员放行或退回（\`goldseed import release|reject RUN\`）。
A file with more bad rows than that, or off the usual number of rows, waits for an officer.
`;

function mistakes({ columns }: SourceDescription): string {
  const tolerated = [...new Set(columns.flatMap(({ tolerate }) => tolerate))].sort();
  const noted =
    tolerated.length === 0
      ? ""
      : `\n只作提示、不隔离（该值按未知）：${tolerated.map((code) => `\`${code}\``).join("、")}。\n`;
  return `## 隔离与改正 Quarantine

不合格的行连同**全部**原因进入隔离区，其余行照常接收；导出、改正、再送，一行不丢。原因代码见 [findings.md](findings.md)。
Bad rows are kept with every reason, to be exported, mended and sent again.

\`\`\`sh
npm run -s goldseed -- quarantine export --run RUN --out 待改.csv
\`\`\`
${noted}`;
}

export function findingsPage(): string {
  const kinds = { reject: "隔离 quarantine", note: "提示 note", repair: "整理 repair" } as const;
  const rows = Object.entries(findingCatalogue).map(
    ([code, { severity, zh, en }]) => `| \`${code}\` | ${kinds[severity]} | ${zh}<br>${en} |`,
  );
  return `# 检查结果代码 Findings

由 \`intake/validate/finding-catalogue.ts\` 生成（\`npm run docs\`）。来源可将“隔离”放宽为“提示”，见各来源说明。
Every reason for which a row is quarantined, a value left unknown, or a value repaired.

| 代码 code | 后果 | 含义 meaning |
|---|---|---|
${rows.join("\n")}
`;
}
