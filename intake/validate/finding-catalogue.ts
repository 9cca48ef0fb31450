/**
 * Every reason for which a row is quarantined, a value left unknown, or a value repaired, with the words that a clerk
 * reads. Codes are stable: exported rows, reports and docs/sources refer to them.
 *
 * `{value}` is the cell as read, `{column}` its header, `{expected}` what the check knows to be right.
 */
export interface CatalogueEntry {
  /** What becomes of the row unless the source tolerates the finding. */
  readonly severity: "reject" | "note" | "repair";
  readonly zh: string;
  readonly en: string;
}

const reject = (zh: string, en: string): CatalogueEntry => ({ severity: "reject", zh, en });
const note = (zh: string, en: string): CatalogueEntry => ({ severity: "note", zh, en });
const repair = (zh: string, en: string): CatalogueEntry => ({ severity: "repair", zh, en });

export const findingCatalogue = {
  VALUE_MISSING: reject("“{column}”为空，此列必填", '"{column}" is empty; a value is required'),
  TEXT_TOO_LONG: reject(
    "“{column}”有 {expected} 字，超出长度上限，可能错列",
    '"{column}" has {expected} characters, more than is allowed; columns may be shifted',
  ),
  CELL_FORMULA: reject(
    "“{column}”是没有算出值的公式“{value}”，公式从不运行；请在表格中粘贴为数值后重新导出",
    '"{column}" holds the formula "{value}" without a value, and formulas are never run; paste it as a value and export again',
  ),
  TEXT_DAMAGED: reject(
    "“{column}”含无法识别的字符（�），原文已损坏",
    '"{column}" holds replacement characters: the text was damaged before it came here',
  ),
  NAME_TOO_SHORT: reject(
    "“{value}”不足 2 字，不是企业名称",
    '"{value}" is shorter than 2 characters and no enterprise name',
  ),
  NAME_IS_CODE: reject(
    "“{column}”中是代码“{value}”，不是名称，可能错列",
    '"{column}" holds the code "{value}", not a name; columns may be swapped',
  ),
  NAME_IS_NUMBER: reject(
    "“{column}”中是编号“{value}”，不是企业名称，可能错列",
    '"{column}" holds the number "{value}", not the name of an enterprise; columns may be swapped',
  ),
  NAME_NOT_TEXT: reject(
    "“{value}”中没有文字，不是企业名称",
    '"{value}" holds no letters and is no enterprise name',
  ),
  CODE_CHECK_CHARACTER: reject(
    "代码“{value}”校验位不符：按前 17 位应为“{expected}”，请核对全部 18 位",
    'the code "{value}" fails its check: the first 17 characters call for "{expected}"; compare all 18',
  ),
  CODE_LENGTH: reject(
    "代码“{value}”为 {expected} 位，应为 18 位",
    'the code "{value}" has {expected} characters, expected 18',
  ),
  CODE_CHARACTER: reject(
    "代码“{value}”含不允许的字符“{expected}”（不用 I、O、S、V、Z，第 3 至 8 位为数字）",
    'the code "{value}" holds "{expected}", which no code may (I, O, S, V, Z are not used; characters 3 to 8 are digits)',
  ),
  CODE_ROUNDED: reject(
    "代码“{value}”已被电子表格改为科学计数法，末几位已丢失，请将该列设为文本后重新导出",
    'the code "{value}" was rounded by a spreadsheet and its last digits are lost; export the column as text',
  ),
  CODE_OLD_NUMBER: reject(
    "“{value}”是 15 位旧注册号或税号，应填 18 位统一社会信用代码",
    '"{value}" is a 15-digit number of the old kind; the 18-character credit code is needed',
  ),
  CODE_NONE: reject("“{value}”不是代码", '"{value}" is not a code'),
  DATE_UNREADABLE: reject(
    "“{value}”不是日期，应如 2019-03-21",
    '"{value}" is not a date; write it like 2019-03-21',
  ),
  DATE_INCOMPLETE: reject(
    "“{value}”缺少日，按未知处理",
    '"{value}" has no day and is taken as unknown',
  ),
  DATE_IMPOSSIBLE: reject("“{value}”这一天不存在", '"{value}" is a day that does not exist'),
  DATE_FUTURE: reject("“{value}”晚于今天", '"{value}" lies in the future'),
  DATE_ABSURD: reject(
    "“{value}”早于 1900-01-02 或为占位日期",
    '"{value}" is before 1900-01-02 or a placeholder',
  ),
  DATE_SERIAL: repair(
    "“{value}”是电子表格的日期序号，已换算为 {expected}",
    '"{value}" is a spreadsheet day number, read as {expected}',
  ),
  CAPITAL_NO_UNIT: reject(
    "“{value}”没有单位，不作推测，按未知处理",
    '"{value}" has no unit; none is assumed and the amount is unknown',
  ),
  CAPITAL_NEGATIVE: reject("“{value}”为负数", '"{value}" is negative'),
  CAPITAL_UNKNOWN_CURRENCY: reject(
    "“{value}”的币种无法识别，按未知处理",
    'the currency of "{value}" is not known; the amount is unknown',
  ),
  CAPITAL_UNREADABLE: reject(
    "“{value}”不是金额，可能错列",
    '"{value}" is not an amount; columns may be shifted',
  ),
  CAPITAL_ZERO: note("注册资本为 0", "the capital is 0"),
  CAPITAL_HUGE: note(
    "“{value}”达千亿，可能单位有误",
    '"{value}" is 100 billion or more; the unit may be wrong',
  ),
  NOT_A_DIVISION: reject(
    "“{value}”不是{expected}名称，可能错列",
    '"{value}" is not the name of a division ({expected}); columns may be shifted',
  ),
  NOT_A_CHOICE: reject(
    "“{value}”不在取值范围内：{expected}",
    '"{value}" is not one of the words known: {expected}',
  ),
  INDUSTRY_CODE_SHAPE: reject(
    "“{value}”不是 GB/T 4754 行业代码（如 C3562）",
    '"{value}" is not an industry code of GB/T 4754 (such as C3562)',
  ),
  NUMBER_UNREADABLE: reject(
    "“{value}”不是数字，可能错列或单位不明",
    '"{value}" is not a number; columns may be shifted, or its unit is not known',
  ),
  NUMBER_ROUNDED: reject(
    "“{value}”已被电子表格改为科学计数法，末几位已丢失，请将该列设为数值或文本后重新导出",
    '"{value}" was rounded by a spreadsheet and its last digits are lost; export the column in full',
  ),
  NUMBER_NEGATIVE: reject(
    "“{value}”为负数，此列不应为负",
    '"{value}" is negative, which this column cannot be',
  ),
  NUMBER_NOT_WHOLE: reject("“{value}”不是整数", '"{value}" is not a whole number'),
  SHARE_ABOVE_ONE: reject("“{value}”超过 100%", '"{value}" is more than the whole'),
  YEAR_UNREADABLE: reject(
    "“{value}”不是年份，应如 2023",
    '"{value}" is not a year; write it like 2023',
  ),
  YEAR_FUTURE: reject("“{value}”晚于今年", '"{value}" lies in the future'),
  QUARTER_UNREADABLE: reject(
    "“{value}”不是季度，应为 1、2、3、4，全年为 0",
    '"{value}" is not a quarter; write 1, 2, 3, 4, or 0 for the whole year',
  ),
  MENTION_MISSING: reject(
    "名称和代码都为空，无法知道是哪家企业的记录",
    "neither a name nor a code: whose record it is cannot be known",
  ),
  CODE_FOLDED: repair(
    "代码“{value}”已整理为“{expected}”（全角、小写、空格、引号）",
    'the code "{value}" was folded to "{expected}" (width, case, spaces, quotes)',
  ),
  CELL_UNWRAPPED: repair(
    "“{value}”已去掉电子表格的公式外壳",
    '"{value}" was taken out of its spreadsheet formula',
  ),
  DUPLICATE_KEY: reject(
    "同一文件中“{value}”有内容不同的几行（第 {expected} 行），无法判断以哪行为准",
    '"{value}" stands in several rows that differ (lines {expected}); which one is right cannot be told',
  ),
  COLUMN_COUNT: reject(
    "该行有 {value} 列，表头有 {expected} 列",
    "the row has {value} columns, the header {expected}",
  ),
  QUOTE_BROKEN: reject(
    "引号不成对：引号结束后还有内容，或引号没有结束",
    "the quotes do not match: text follows a closing quote, or the quote never closes",
  ),
  ENCODING_WRONG: reject(
    "该行不是 {expected} 编码，与文件其余部分不同",
    "the line is not {expected}, unlike the rest of the file",
  ),
  NUL_BYTE: reject("该行含 NUL 字节（以 ␀ 显示）", "the line holds NUL bytes (shown as ␀)"),
  NOT_JSON: reject("该行不是 JSON 对象", "the line is not a JSON object"),
  NAME_LATE: reject(
    "“{column}”在前 1000 条记录中都没有出现，此处的值“{value}”未能读取，请让每条记录带全部字段",
    'no one of the first 1,000 records has "{column}": its value "{value}" was not read; send every field with every record',
  ),
  CELL_NOT_PLAIN: reject(
    "“{column}”的值是对象或数组，应为文本或数字",
    'the value of "{column}" is an object or a list; text or a number was expected',
  ),
} as const satisfies Record<string, CatalogueEntry>;

export type FindingCode = keyof typeof findingCatalogue;

export const isFindingCode = (text: string): text is FindingCode =>
  Object.hasOwn(findingCatalogue, text);
