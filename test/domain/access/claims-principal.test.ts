/** From claims to a principal: what a token may say, what the server's assignment adds and takes away. */
import { describe, expect, test } from "vitest";

import type { Assignment } from "../../../domain/access/claims-assignment.ts";
import { principalOf } from "../../../domain/access/claims-principal.ts";
import { readClaims } from "../../../domain/access/claims.ts";
import type { Tier } from "../../../domain/vocabulary.ts";

const areas = new Map<string, Tier>([
  ["3702", "CITY"],
  ["370211", "DISTRICT"],
  ["370211Z03", "ZONE"],
  ["370211010", "TOWN"],
  ["370211011", "TOWN"],
]);
const clearances = new Map([
  ["VIEWER", "L2"],
  ["SPECIALIST", "L3"],
  ["OFFICER", "L3"],
] as const);
const base = { sub: "zhang.san", iat: 1_000, exp: 2_000 };
const town = { ...base, tier: "TOWN", areas: ["370211010"] };

function principal(
  payload: Readonly<Record<string, unknown>>,
  assignment: Assignment | null = null,
  requireAssignment = false,
) {
  return principalOf(readClaims(payload), { areas, assignment, requireAssignment, clearances });
}

const assigned = (changes: Partial<Assignment> = {}): Assignment => ({
  tier: "TOWN",
  areaCodes: ["370211010", "370211011"],
  role: "SPECIALIST",
  clearance: "L3",
  disabled: false,
  ...changes,
});

describe("a token without an assignment", () => {
  test.each([
    ["the role defaults to the least", town, { role: "VIEWER", clearance: "L2" }],
    [
      "the clearance follows the role",
      { ...town, role: "OFFICER" },
      { role: "OFFICER", clearance: "L3" },
    ],
    ["the token's clearance is taken", { ...town, clearance: "L4" }, { clearance: "L4" }],
    ["a role the policy leaves out sees L1", { ...town, role: "AUDITOR" }, { clearance: "L1" }],
    ["the purpose is kept", { ...town, purpose: "POLICY-2025" }, { purpose: "POLICY-2025" }],
    [
      "areas are sorted and named once",
      { ...town, areas: ["370211011", "370211010", "370211011"] },
      { areaCodes: ["370211010", "370211011"] },
    ],
    [
      "the district needs no areas",
      { ...base, tier: "DISTRICT" },
      { tier: "DISTRICT", areaCodes: ["370211"] },
    ],
    ["the city needs no areas", { ...base, tier: "CITY" }, { tier: "CITY", areaCodes: ["3702"] }],
    [
      "a zone is a zone",
      { ...base, tier: "ZONE", areas: ["370211Z03"] },
      { tier: "ZONE", areaCodes: ["370211Z03"] },
    ],
  ])("%s", (_rule, payload, expected) => {
    expect(principal(payload)).toMatchObject({ subject: "zhang.san", ...expected });
  });

  test.each([
    [
      "an unknown area",
      { ...town, areas: ["370211012"] },
      'an area that does not exist, "370211012". Did the issuer mean "370211010"?',
    ],
    ["one unknown area among known ones", { ...town, areas: ["370211010", "999"] }, '"999"'],
    ["a star for an area", { ...town, areas: ["*"] }, 'an area that does not exist, "*"'],
    ["an area of another tier", { ...town, areas: ["370211"] }, '"370211" is not of its tier TOWN'],
    ["a town's area for the district", { ...town, tier: "DISTRICT" }, "not of its tier DISTRICT"],
    ["a town without areas", { ...base, tier: "TOWN" }, "must name its areas"],
    ["a zone without areas", { ...base, tier: "ZONE" }, "must name its areas"],
    ["no tier", { ...base, areas: ["370211010"] }, "has no tier"],
  ])("%s is refused", (_what, payload, text) => {
    expect(() => principal(payload)).toThrow(expect.objectContaining({ code: "UNAUTHENTICATED" }));
    expect(() => principal(payload)).toThrow(text);
    expect(() => principal(payload)).toThrow(/[^.][.?]$/);
  });

  test("a subject without one is refused where one is required", () => {
    expect(() => principal(town, null, true)).toThrow('"zhang.san" has no assignment here');
  });
});

describe("claims of the wrong shape", () => {
  test.each([
    ["sub", { ...town, sub: undefined }],
    ["sub", { ...town, sub: ["zhang.san"] }],
    ["sub", { ...town, sub: "" }],
    ["sub", { ...town, sub: "a\nb" }],
    ["sub", { ...town, sub: "x".repeat(201) }],
    ["tier", { ...town, tier: "town" }],
    ["tier", { ...town, tier: null }],
    ["tier", { ...town, tier: ["TOWN"] }],
    ["areas", { ...town, areas: "370211010" }],
    ["areas", { ...town, areas: [] }],
    ["areas", { ...town, areas: [370211010] }],
    ["areas", { ...town, areas: Array.from({ length: 65 }, () => "370211010") }],
    ["areas", { ...town, areas: { 0: "370211010" } }],
    ["role", { ...town, role: "ADMIN" }],
    ["role", { ...town, role: "toString" }],
    ["clearance", { ...town, clearance: "L5" }],
    ["clearance", { ...town, clearance: 4 }],
    ["purpose", { ...town, purpose: "lower case" }],
    ["jti", { ...town, jti: 1 }],
    ["iat", { ...town, iat: "1000" }],
    ["iat", { ...town, iat: undefined }],
    ["exp", { ...town, exp: -1 }],
    ["exp", { ...town, exp: Number.POSITIVE_INFINITY }],
  ])("%s refuses the token: %j", (claim, payload) => {
    expect(() => readClaims(payload)).toThrow(
      expect.objectContaining({ code: "UNAUTHENTICATED", details: { claim } }),
    );
  });
});

describe("a token and an assignment", () => {
  test.each([
    ["areas are what both name", town, assigned(), { areaCodes: ["370211010"] }],
    [
      "an unsaid area is the assignment's",
      { ...base, tier: "TOWN" },
      assigned(),
      { areaCodes: ["370211010", "370211011"] },
    ],
    [
      "an unsaid tier is the assignment's",
      base,
      assigned(),
      { tier: "TOWN", role: "SPECIALIST", clearance: "L3" },
    ],
    [
      "the district narrows to the assigned town",
      { ...base, tier: "DISTRICT" },
      assigned({ areaCodes: ["370211011"] }),
      { tier: "TOWN", areaCodes: ["370211011"] },
    ],
    [
      "an assigned district leaves the token's town",
      town,
      assigned({ tier: "DISTRICT", areaCodes: ["370211"] }),
      { tier: "TOWN", areaCodes: ["370211010"] },
    ],
    ["the lower role holds", { ...town, role: "OFFICER" }, assigned(), { role: "SPECIALIST" }],
    [
      "the lower role holds the other way",
      { ...town, role: "SPECIALIST" },
      assigned({ role: "OFFICER" }),
      { role: "SPECIALIST" },
    ],
    [
      "a viewer's token stays a viewer's",
      { ...town, role: "VIEWER" },
      assigned({ role: "DEVELOPER" }),
      { role: "VIEWER" },
    ],
    [
      "the lower clearance holds",
      { ...town, clearance: "L4" },
      assigned({ clearance: "L2" }),
      { clearance: "L2" },
    ],
    [
      "the lower clearance holds the other way",
      { ...town, clearance: "L1" },
      assigned({ clearance: "L4" }),
      { clearance: "L1" },
    ],
  ])("%s", (_rule, payload, assignment, expected) => {
    expect(principal(payload, assignment)).toMatchObject(expected);
  });

  test.each([
    ["no area in common", town, assigned({ areaCodes: ["370211011"] }), "areas"],
    ["zone and town", town, assigned({ tier: "ZONE", areaCodes: ["370211Z03"] }), "tier"],
    ["city and town", { ...base, tier: "CITY" }, assigned(), "tier"],
    [
      "city and district",
      { ...base, tier: "CITY" },
      assigned({ tier: "DISTRICT", areaCodes: ["370211"] }),
      "tier",
    ],
    [
      "district token, city assigned",
      { ...base, tier: "DISTRICT" },
      assigned({ tier: "CITY", areaCodes: ["3702"] }),
      "tier",
    ],
    [
      "developer and officer",
      { ...town, role: "DEVELOPER" },
      assigned({ role: "OFFICER" }),
      "role",
    ],
    [
      "officer claimed by an auditor",
      { ...town, role: "OFFICER" },
      assigned({ role: "AUDITOR" }),
      "role",
    ],
    [
      "viewer claimed by an auditor",
      { ...town, role: "VIEWER" },
      assigned({ role: "AUDITOR" }),
      "role",
    ],
    [
      "viewer claimed by a machine, which runs registered documents alone",
      { ...town, role: "VIEWER" },
      assigned({ role: "MACHINE" }),
      "role",
    ],
    ["disabled", town, assigned({ disabled: true }), "is disabled"],
  ])("%s is refused", (_what, payload, assignment, text) => {
    expect(() => principal(payload, assignment)).toThrow(
      expect.objectContaining({ code: "UNAUTHENTICATED" }),
    );
    expect(() => principal(payload, assignment)).toThrow(text);
  });

  test("no pair ever gives more than either alone", () => {
    const ranks = { areas: 0 };
    for (const tier of ["CITY", "DISTRICT", "ZONE", "TOWN"] as const)
      for (const other of ["CITY", "DISTRICT", "ZONE", "TOWN"] as const) {
        const codes = (of: Tier) =>
          [...areas].filter(([, kind]) => kind === of).map(([code]) => code);
        const claims = { ...base, tier, areas: codes(tier) };
        try {
          const granted = principal(claims, assigned({ tier: other, areaCodes: codes(other) }));
          expect([tier, other]).toContain(granted.tier);
          expect(
            ["CITY", "DISTRICT"].includes(granted.tier) &&
              granted.tier !== tier &&
              granted.tier !== other,
          ).toBe(false);
          if (tier === "TOWN" || other === "TOWN") expect(granted.tier).toBe("TOWN");
          if (tier === "ZONE" || other === "ZONE") expect(granted.tier).toBe("ZONE");
          ranks.areas += 1;
        } catch (error) {
          expect(error).toMatchObject({ code: "UNAUTHENTICATED" });
        }
      }
    expect(ranks.areas).toBe(8);
  });
});
