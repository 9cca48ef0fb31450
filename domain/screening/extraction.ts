/** What an extractor hands back: a tree with the words behind each condition, and what it did not understand. */
import type { Condition } from "./condition.ts";

export interface Citation {
  /** JSON pointer (RFC 6901) to the condition in the tree. */
  readonly path: string;
  /** Offsets into the original text, UTF-16 code units, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

export const unreadReasons = {
  "words not known": "未识别为条件",
  "number without a measure": "数值缺少可对应的指标",
  "unknown measure": "指标不在目录中",
  "unit does not fit": "单位与指标不符",
  "years not said": "未写明年数",
  "side not said": "未写明不低于或不超过",
  "qualifier not known": "限定词不认识，可能改变指标含义",
  "measure without a number": "指标后没有数值",
  "event not known": "事件类别或等级不在目录中",
  "too many conditions": "条件过多，其后未读",
  "beyond the model's length": "文本过长，其后未交语言模型读",
  "names an enterprise": "指名单个企业，不作为筛查条件",
  "citation refused": "引文核对不符，已拒绝",
} as const;

export type UnreadReason = keyof typeof unreadReasons;

export interface UnreadText extends Omit<Citation, "path"> {
  readonly reason: UnreadReason;
}

export interface Extraction {
  /** Undefined when the text holds no condition the extractor could read. */
  readonly tree: Condition | undefined;
  readonly citations: readonly Citation[];
  readonly unread: readonly UnreadText[];
  /** Said of every enterprise the screening runs over, so not in the tree. */
  readonly assumed: readonly Omit<Citation, "path">[];
}

/** One way of reading a clause. */
export interface Extractor {
  readonly name: "grammar" | "llm";
  readonly extract: (text: string) => Promise<Extraction>;
}
