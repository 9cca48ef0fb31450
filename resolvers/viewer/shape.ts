/** The caller, read from the verified token and not from a table. */
import type { Viewer } from "../../schema/generated/types.ts";
import { shapeOf } from "../shape-language.ts";

export const viewerShape = shapeOf<Viewer>()(
  "Viewer",
  { table: null },
  {
    subject: { kind: "principal", part: "subject" },
    tier: { kind: "principal", part: "tier" },
    areas: { kind: "principal-areas", type: "Area" },
    role: { kind: "principal", part: "role" },
    clearance: { kind: "principal", part: "clearance" },
  },
);
