/** The page of stable error codes, made from the catalogue. */
import type { ErrorEntry } from "../domain/errors.ts";

export function errorsPage(catalogue: Readonly<Record<string, ErrorEntry>>): string {
  const rows = Object.entries(catalogue).map(
    ([code, entry]) =>
      `| \`${code}\` | ${entry.titleZh}<br>${entry.titleEn} | ${entry.remedyZh}<br>${entry.remedyEn} | ${entry.status} | ${entry.exitCode} | ${entry.retryable ? "是 yes" : "否 no"} |`,
  );
  return [
    "# 错误代码 Error codes",
    "",
    "由 `domain/errors.ts` 生成（`npm run docs`），测试保证一致。GraphQL 应答中位于 `errors[].extensions.code`，并附 `requestId`。",
    "Made from `domain/errors.ts` by `npm run docs`; a test keeps them equal. In GraphQL they stand in `errors[].extensions.code` with a `requestId`.",
    "",
    "| 代码 code | 含义 meaning | 处理 what to do | HTTP | 退出码 exit | 可重试 retry |",
    "|---|---|---|---|---|---|",
    ...rows,
    "",
  ].join("\n");
}
