/** Who writes screenings: conditions ask of figures of L3, so a lower clearance writes none. */
import { expect, test } from "vitest";

import { assertMayKeepScreenings } from "../../../domain/access/alert-rights.ts";
import { classifications, roles, tiers } from "../../../domain/vocabulary.ts";
import { principal } from "../../kit/graph.ts";

test("the district's officers of L3 and above, and nobody else", () => {
  const may = tiers.flatMap((tier) =>
    roles.flatMap((role) =>
      classifications
        .filter((clearance) => {
          try {
            assertMayKeepScreenings(principal(tier, ["370211"], { role, clearance }));
            return true;
          } catch {
            return false;
          }
        })
        .map((clearance) => `${tier}/${role}/${clearance}`),
    ),
  );
  expect(may).toEqual(["DISTRICT/OFFICER/L3", "DISTRICT/OFFICER/L4"]);
});
