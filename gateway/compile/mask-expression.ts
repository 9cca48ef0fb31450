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
};

export function maskExpression(mask: MaskName, value: string): string {
  return masks[mask](value);
}
