/** Periods that are one period by two names, and those that go without saying. */

const digits: Readonly<Record<string, string>> = {
  一: "1",
  两: "2",
  二: "2",
  三: "3",
  四: "4",
  五: "5",
};

/** "近2年", "近两年内", "最近两个会计年度" in one form. */
export function plainPeriod(period: string): string {
  return period
    .replace(/个?(?:完整)?的?会计(?=年)|个(?=年度)/, "")
    .replace(/[一二两三四五]/g, (char) => digits[char] ?? char)
    .replace(/^最近(?=\d)/, "近")
    .replace(/上一|上1|近1(?=年)/, "上")
    .replace(/度?内?$/, "");
}

/** True when the written period is the one the metric itself fixes. */
export function isOwnPeriod(written: string, own: string | null | undefined): boolean {
  return own == null ? goesWithoutSaying.test(written) : plainPeriod(written) === plainPeriod(own);
}

/** Where a metric fixes no period, the last fiscal year, its close, or the day of the application are meant (criteria 0.3). */
const goesWithoutSaying =
  /^(?:截至)?(?:上年度?末?|上年底|上一年度?末?|上一(?:完整)?会计年度末?|(?:最)?近一年|最近一个?会计年度|期末|当前|目前|申[报请](?:时|日|之日|年度)|填报时|自测时|有效(?:期内)?|累计|最近一轮|全年月平均)$/;
