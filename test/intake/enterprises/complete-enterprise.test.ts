import { describe, expect, it } from "vitest";

import { completeEnterprise } from "../../../intake/enterprises/complete-enterprise.ts";
import type { AddressPlace } from "../../../intake/enterprises/locate-address.ts";
import { loadNameLexicon } from "../../../intake/link/load-name-lexicon.ts";
import { finding } from "../../../intake/validate/finding.ts";
import { codeOf } from "../kit/registry-rows.ts";

const lexicon = await loadNameLexicon();
const place: AddressPlace = {
  townCode: "370211010",
  zoneCode: null,
  townMethod: "TOWN_NAME",
  townConfidence: 0.99,
  hints: [],
};
const values = {
  credit_code: codeOf(1),
  name: "青岛虚构机械有限公司",
  type_text: null,
  address: "隐珠街道",
  capital_amount: null,
};

function complete(change: Record<string, string | null> = {}, at: AddressPlace = place) {
  const { json } = completeEnterprise({ ...values, ...change }, [], { lexicon, locate: () => at });
  return JSON.parse(json) as Record<string, unknown>;
}

describe("completeEnterprise", () => {
  it("adds what follows from the values", () => {
    expect(complete()).toMatchObject({
      kind: "COMPANY",
      legal_form: "LIMITED_COMPANY",
      normal_name: "青岛虚构机械有限公司",
      town_code: "370211010",
      town_confidence: 0.99,
      capital_amount: null,
      status: null,
    });
  });

  it.each([
    [{ credit_code: codeOf(1, "92") }, "INDIVIDUAL_BUSINESS"],
    [{ credit_code: codeOf(1, "93") }, "COOPERATIVE"],
    [{ credit_code: codeOf(1, "52") }, "OTHER"],
    [{ name: "某某银行股份有限公司青岛虚构支行" }, "BRANCH"],
    [{ type_text: "有限责任公司分公司" }, "BRANCH"],
  ])("tells the kind: %j is %s", (change, kind) => {
    expect(complete(change)).toMatchObject({ kind });
  });

  it("keeps what no column holds: wordings behind an unknown value, hints for an officer", () => {
    const notes = [finding("CAPITAL_NO_UNIT", { column: "注册资金", value: "10()" })];
    const hints = [{ townCode: "370211010", confidence: 0.5, evidence: "虚构路" }];
    const { json } = completeEnterprise({ ...values, type_text: "有限公司" }, notes, {
      lexicon,
      locate: () => ({ ...place, hints }),
    });
    expect(JSON.parse(json)).toMatchObject({
      details: {
        registry: {
          type: "有限公司",
          notes: [{ column: "注册资金", value: "10()", code: "CAPITAL_NO_UNIT" }],
          townHints: hints,
        },
      },
    });
  });

  it("gives equal records one digest, and any change another", () => {
    const { content_digest: digest } = complete();
    expect(complete()["content_digest"]).toBe(digest);
    expect(complete({ address: "别处" })["content_digest"]).not.toBe(digest);
    expect(complete({}, { ...place, zoneCode: "370211Z03" })["content_digest"]).not.toBe(digest);
  });
});
