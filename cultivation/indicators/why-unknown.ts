/** Why an indicator has no value: the first reason that holds, from the facts that are not there to those in doubt. */
import type { KnownOfEnterprise } from "./tell-indicator.ts";

export interface WhyUnknown {
  readonly reason:
    | "REGISTER_ABSENT"
    | "NOT_STATED"
    | "FACT_MISSING"
    | "FACT_DOUBTFUL"
    | "IMPOSSIBLE"
    | "NO_SOURCE";
  /** Chinese, then English. */
  readonly note: string;
}

export function whyUnknown(column: string, known: KnownOfEnterprise): WhyUnknown {
  const { origin, flags, absent } = known;
  if (flags.includes(`IMPOSSIBLE:${column}`))
    return {
      reason: "IMPOSSIBLE",
      note: "算得的数超出可能的范围 / What came out lies outside its possible range.",
    };
  if (origin === undefined)
    return { reason: "NO_SOURCE", note: "没有来源给出此项 / No source gives it." };
  const missing = origin.tables.filter((table) => absent.has(table));
  if (missing.length > 0)
    return {
      reason: "REGISTER_ABSENT",
      note: `来源尚未接入：${missing.join("、")} / Nothing was ever delivered for ${missing.join(", ")}.`,
    };
  return (
    ofAccounts(known) ??
    ofStatements(known) ?? {
      reason: "FACT_MISSING",
      note: `缺少所据事实或其中一项：${origin.tables.join("、")} / A fact, or a part of it, is missing: ${origin.tables.join(", ")}.`,
    }
  );
}

const doubts: Readonly<Record<string, string>> = {
  OTHER_CURRENCY: "外币 other currency",
  RD_ABOVE_REVENUE: "研发费用大于营业收入 R&D above revenue",
};

function ofAccounts({ origin, flags, facts }: KnownOfEnterprise): WhyUnknown | null {
  const figures = origin?.figures ?? [];
  const doubtful = figures.flatMap(({ figure, year }) =>
    flags.flatMap((flag) => {
      const [kind = "", at] = flag.split(":");
      const bears =
        kind === "OTHER_CURRENCY" || (kind === "RD_ABOVE_REVENUE" && figure.startsWith("rd_"));
      return bears && at === String(year) ? [`${year} ${doubts[kind] ?? kind}`] : [];
    }),
  );
  if (doubtful.length > 0) {
    const told = [...new Set(doubtful)].join("、");
    return {
      reason: "FACT_DOUBTFUL",
      note: `数据存疑，未采用：${told} / Not used, for it is in doubt: ${told}.`,
    };
  }
  const absent = figures.filter(
    ({ figure, year }) =>
      !facts.some(
        (fact) =>
          fact.fact === "annual_financials" &&
          fact.year === year &&
          fact.says[figure] !== undefined,
      ),
  );
  if (absent.length > 0) {
    const told = absent.map(({ figure, year }) => `${year} ${figure}`).join("、");
    return { reason: "FACT_MISSING", note: `缺少：${told} / Missing: ${told}.` };
  }
  return figures.length === 0
    ? null
    : {
        reason: "FACT_MISSING",
        note: "分母为零或基年不为正，无从计算 / The denominator is zero, or the base year is not above zero.",
      };
}

function ofStatements({ origin }: KnownOfEnterprise): WhyUnknown | null {
  const statements = origin?.statements ?? [];
  if (statements.length === 0) return null;
  const told = statements.join("、");
  return { reason: "NOT_STATED", note: `未申报或未核定：${told} / Not stated: ${told}.` };
}
