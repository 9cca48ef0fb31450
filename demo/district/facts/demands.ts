/** Demands raised by enterprises, the older ones answered. Ids are derived, so that a second fill makes the same ones. */
import { dayIn } from "../calendar.ts";
import { createHash } from "node:crypto";

import { fillText, type Sheet } from "../sheet.ts";
import { districtWords } from "../words.ts";

export const demandSheet: Sheet = {
  table: "demands",
  columns: ["id", "kind", "title", "detail", "state", "raised_on", "answered_on", "answer"],
  source: null,
  rows: ({ identity, scale }) => {
    if (identity.cohortId !== "CANDIDATE" || identity.rank >= scale.demands) return [];
    const random = identity.stream("demand");
    const { lists, texts } = districtWords();
    const place = random.int(0, (lists["demandKinds"]?.length ?? 1) - 1);
    const year = Number(identity.plan.asOf.slice(0, 4));
    const raised = dayIn(year - 1, random.next(), identity.establishedOn);
    const state = random.pick(["OPEN", "IN_PROGRESS", "ANSWERED", "ANSWERED", "CLOSED"]);
    const answered = state === "ANSWERED" || state === "CLOSED";
    const title = fillText(texts["demandTitle"], {
      product: identity.product,
      need: lists["needs"]?.[place] ?? "",
    });
    return [
      {
        cells: [
          uuidOf(`${identity.creditCode}:demand`),
          lists["demandKinds"]?.[place] ?? "OTHER",
          title,
          null,
          state,
          raised,
          answered ? dayIn(year, 0.05 + (identity.rank % 20) / 200, raised) : null,
          answered ? (lists["answers"]?.[place] ?? null) : null,
        ],
      },
    ];
  },
};

/** The shape of a version 8 uuid over a digest of the text. */
function uuidOf(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
