/** The reader of each type of cell. */
import type { CellType } from "../describe/source-description.ts";
import type { CellReader } from "./cell-reader.ts";
import { readCapital } from "./cells/capital.ts";
import { readChoice } from "./cells/choice.ts";
import { readCompanyName } from "./cells/company-name.ts";
import { readCreditCode } from "./cells/credit-code.ts";
import { readDate } from "./cells/date.ts";
import { readDivision } from "./cells/division.ts";
import { readIdentifier } from "./cells/identifier.ts";
import { readIndustryCode } from "./cells/industry-code.ts";
import { readList } from "./cells/list.ts";
import { readMoney } from "./cells/money.ts";
import { readDecimal, readInteger, readShare } from "./cells/number.ts";
import { readQuarter, readYear } from "./cells/period.ts";
import { readLongText, readText } from "./cells/text.ts";

export const cellReaders: Readonly<Record<CellType, CellReader>> = {
  text: readText,
  longText: readLongText,
  companyName: readCompanyName,
  creditCode: readCreditCode,
  date: readDate,
  capital: readCapital,
  division: readDivision,
  choice: readChoice,
  industryCode: readIndustryCode,
  identifier: readIdentifier,
  money: readMoney,
  decimal: readDecimal,
  share: readShare,
  integer: readInteger,
  year: readYear,
  quarter: readQuarter,
  list: readList,
};
