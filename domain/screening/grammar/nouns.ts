/** What a notice calls those it speaks of. */
export const nouns: ReadonlySet<string> = new Set([
  "企业",
  "公司",
  "单位",
  "申报企业",
  "申报单位",
  "申请企业",
  "项目",
  "中小企业",
]);
