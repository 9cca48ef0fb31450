/** Named masks as SQL: the full value never leaves the database. */
import type { MaskName } from "../../domain/access/policy.ts";

const masks: Readonly<Record<MaskName, (value: string) => string>> = {
  /** 张三丰 becomes 张**. */
  personName: (value) => `left(${value}, 1) || repeat('*', greatest(length(${value}) - 1, 1))`,
  /** 13812340000 becomes 138****0000; shorter numbers show their last two digits. */
  phone: (value) =>
    `case when length(${value}) >= 11 then left(${value}, 3) || '****' || right(${value}, 4) else repeat('*', greatest(length(${value}) - 2, 1)) || right(${value}, 2) end`,
  /** someone@example.com becomes s***@example.com. */
  email: (value) => `left(${value}, 1) || '***' || coalesce(substring(${value} from '@.*$'), '')`,
  /** 370211199001011234 becomes 370211********1234. */
  idNumber: (value) =>
    `case when length(${value}) >= 15 then left(${value}, 6) || repeat('*', length(${value}) - 10) || right(${value}, 4) else repeat('*', greatest(length(${value}), 1)) end`,
  /** Yuan to the range it lies in, by 1, 2, 5 of each power of ten from 100,000: 6,200,000 becomes 500万–1000万. */
  moneyRange: (value) => moneyRange(`${value}::numeric`),
};

/** Bounds in units of 10,000 yuan; a range says nothing of the sign's other side than "below". */
const bounds = [10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000];

function moneyRange(value: string): string {
  const steps = bounds.map((bound, index) => {
    const from = bounds[index - 1];
    return `when ${value} < ${bound}0000 then '${from === undefined ? `${bound}万以下` : `${from}万–${bound}万`}'`;
  });
  return `case when ${value} is null then null ${steps.join(" ")} else '${bounds.at(-1)}万以上' end`;
}

export function maskExpression(mask: MaskName, value: string): string {
  return masks[mask](value);
}
