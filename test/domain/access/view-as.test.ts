/** Whom one may view the graph as, where fields and areas alone would allow it. */
import { expect, test } from "vitest";

import { viewAs } from "../../../domain/access/view-as.ts";
import type { Role, Tier } from "../../../domain/vocabulary.ts";
import { loadPolicy } from "../../../gateway/load-policy.ts";
import { loadSchema } from "../../../gateway/load-schema.ts";
import { principal } from "../../kit/graph.ts";

const policy = loadPolicy(loadSchema());
const areas = new Map<string, Tier>([["370211", "DISTRICT"]]);
const officer = principal("DISTRICT", ["370211"], { role: "OFFICER" });
/** No field is for some roles alone, so that it does not hang on today's fields. */
const open = { ...policy, roles: new Map(), confined: new Map(), tiers: new Map() };
const look = (role: Role) => () =>
  viewAs(open, officer, {
    other: { tier: "DISTRICT", areaCodes: ["370211"], role, clearance: "L2", purpose: null },
    areas,
  });

test("nobody looks as one who may carry away more than oneself", () => {
  expect(open.bulkExport.exempt).toContain("MACHINE");
  expect(look("MACHINE")).toThrow(expect.objectContaining({ code: "FORBIDDEN" }));
  expect(look("VIEWER")()).toMatchObject({ role: "VIEWER" });
});
