/**
 * Every text of the page's own parts, in both languages. A missing translation is a type error.
 */
import { currentLanguage } from "./language.ts";

const texts = {
  title: ["金种子 · 企业图谱查询", "Goldseed · enterprise graph"],
  identity: ["身份", "Identity"],
  developmentOnly: ["开发环境", "development"],
  pasteToken: ["粘贴访问令牌", "Paste an access token"],
  useToken: ["使用", "Use"],
  forgetToken: ["清除", "Forget"],
  leave: ["退出", "Leave"],
  leaveHint: ["清除令牌并关闭查询页", "Forget the token and close the page"],
  tokenInMemory: [
    "令牌只保存在本页内存中，刷新或关闭后即消失",
    "The token stays in this page's memory and is gone when the page is reloaded or closed",
  ],
  tokenNeeded: [
    "请先在页首选择身份或粘贴令牌，再查询",
    "Choose an identity or paste a token at the top first",
  ],
  pasteOther: ["粘贴其他令牌…", "Paste another token…"],
  otherLanguage: ["English", "中文"],
  otherLanguageHint: ["Switch to English", "切换到中文"],
  examples: ["示例", "Examples"],
  examplesIntro: [
    "点击即在新标签页中打开，按 Ctrl-Enter 运行。结果只含所选身份辖区内的企业。",
    "A click opens the example in a new tab; Ctrl-Enter runs it. Answers hold only the enterprises of your own area.",
  ],
  sampleMissing: [
    "辖区内没有可作示例的企业，请手工填写变量",
    "There is no enterprise in your area to show; fill in the variables by hand",
  ],
  plan: ["执行说明", "Execution"],
  planIntro: [
    "勾选后，请求带上 X-GraphQL-Explain，结果附上访问决定、实际执行的 SQL 语句与执行计划（需要相应权限）。",
    "When ticked, requests carry X-GraphQL-Explain, and answers show the decisions about access, the SQL statement and its plan (if you may see them).",
  ],
  access: ["访问决定", "Access"],
  accessRows: ["行依据", "Rows by"],
  accessAll: ["没有被脱敏或拒绝的字段", "No field was masked or refused"],
  policy: ["策略", "policy"],
  viewAs: ["试查", "View as"],
  viewAsIntro: [
    "以本人和另一身份各执行一次编辑器中的查询，标出差别。只能选本人范围以内的身份；每次试查记入审计。",
    "Runs the query of the editor as you and as another caller, and marks where the answers differ. Only callers within your own sight; each look is audited.",
  ],
  viewAsArea: ["区域", "Area"],
  viewAsRole: ["角色", "Role"],
  viewAsRun: ["试查", "View"],
  viewAsOwn: ["本人", "You"],
  viewAsOther: ["另一身份", "The other"],
  viewAsSame: ["两者所见相同", "Both see the same"],
  viewAsDifferences: ["差别", "Differences:"],
  variablesNotJson: ["变量不是合法的 JSON", "The variables are not JSON"],
  askForPlan: ["请求执行说明", "Ask for it"],
  statement: ["SQL 语句", "SQL statement"],
  planTree: ["执行计划", "Plan"],
  planAbsent: ["最近一次结果不含执行说明", "The last answer holds no explanation"],
  noAnswer: ["没有收到答复", "No answer came"],
  notRunYet: ["尚未运行查询", "No query has run yet"],
  copy: ["复制", "Copy"],
  copied: ["已复制", "Copied"],
  copyFailed: ["无法复制", "Could not copy"],
  copyAsCurl: ["复制为 curl", "Copy as curl"],
  copyAsTypeScript: ["复制为 TypeScript", "Copy as TypeScript"],
  copyAsPython: ["复制为 Python", "Copy as Python"],
  copyLink: ["复制链接（不含令牌）", "Copy link (without the token)"],
  copyAs: ["复制为…", "Copy as…"],
  elapsed: ["用时", "Time"],
  serverElapsed: ["服务端", "server"],
  bytes: ["大小", "Size"],
  rows: ["记录", "Records"],
  cost: ["成本", "Cost"],
  errorCount: ["错误", "Errors"],
  requestId: ["请求编号", "Request id"],
  unreachable: [
    "无法连接网关，请检查服务是否在运行",
    "The gateway cannot be reached; check that it is running",
  ],
  following: ["订阅中，每个事件替换上一个", "Subscribed; each event replaces the one before"],
  streamEnded: ["订阅已结束。", "The subscription has ended."],
  notJson: ["网关返回的不是 JSON", "The gateway did not answer JSON"],
} as const satisfies Record<string, readonly [zh: string, en: string]>;

export type TextKey = keyof typeof texts;

const column = currentLanguage() === "en" ? 1 : 0;

export function text(key: TextKey): string {
  return texts[key][column];
}
