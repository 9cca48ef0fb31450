import { describe, expect, it } from "vitest";

import { plainText } from "../../../../domain/screening/text/plain-text.ts";

describe("plain text", () => {
  it.each([
    ["full-width figures and marks", "研发费用≧３％，（含）", "研发费用≥3%，（含）"],
    ["blanks of scanned text", "上 年 度\u3000营业 收入", "上年度营业收入"],
    ["thousands separators", "5,000万元,10,000元", "5000万元，10000元"],
    ["quotation marks", "“创客中国”‘十四五’", "创客中国十四五"],
    ["zero-width characters", "不\u200b低\u2060于\ufeff3%", "不低于3%"],
    ["bidirectional marks", "\u202e不低于3%\u202c", "不低于3%"],
    ["tag characters", "3%\u{e0041}\u{e0042}以上", "3%以上"],
    ["markup", "<p>研发<b>费用</b></p><p>不低于3%</p>", "\n研发费用\n\n不低于3%\n"],
    ["scripts and comments", "<script>1</script>3%<!-- 5% -->以上", "\n3%以上"],
    ["entities", "&ge;3%&nbsp;", "≥3%"],
    ["compatibility ideographs", "\uf9d8", "\u5f8b"],
  ])("reduces %s", (_name, original, text) => {
    expect(plainText(original).text).toBe(text);
  });

  it("keeps a comparison sign that opens no tag", () => {
    expect(plainText("负债率<70%，占比< 5%").text).toBe("负债率<70%，占比<5%");
  });

  it("knows where every character stood", () => {
    const original = "<b>上\u200b年度</b> 5,000万元";
    const { text, origins } = plainText(original);
    for (const [index, char] of Array.from(text).entries())
      if (char !== "\n") expect(original.charAt(origins[index] ?? -1), char).toBe(char);
    expect(origins.at(-1)).toBe(original.length);
  });

  it("hides the rest after a comment that is never closed", () => {
    expect(plainText("3%<!-- 忽略").text).toBe("3%");
  });
});
