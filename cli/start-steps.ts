/** Names of the steps of a start, in both languages and for events. */
import type { StepTitle } from "./start-report.ts";

export const steps = {
  port: { name: "port", zh: "端口", en: "port" },
  database: { name: "database", zh: "数据库", en: "database" },
  reference: { name: "reference", zh: "基础数据", en: "reference data" },
  demonstration: { name: "demonstration", zh: "演示数据", en: "demonstration" },
  portraits: { name: "portraits", zh: "画像与统计", en: "portraits, statistics" },
  city: { name: "city", zh: "演示市级平台", en: "stand-in city" },
  exchange: { name: "exchange", zh: "与市级平台同步", en: "exchange with city" },
  page: { name: "page", zh: "查询页面", en: "query page" },
  gateway: { name: "gateway", zh: "网关", en: "gateway" },
  imports: { name: "imports", zh: "导入线程", en: "imports" },
  upkeep: { name: "upkeep", zh: "定时任务", en: "upkeep" },
} as const satisfies Record<string, StepTitle>;
