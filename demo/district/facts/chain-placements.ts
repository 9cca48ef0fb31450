/** Where an enterprise stands in its industry chain. */
import { fillText, type Sheet } from "../sheet.ts";
import { districtWords } from "../words.ts";

export const placementSheet: Sheet = {
  table: "chain_placements",
  columns: ["chain_id", "node_id", "role", "confidence", "reason"],
  source: null,
  rows: ({ identity }) => {
    const random = identity.stream("chain");
    const { technical, inLibrary, titles } = identity.cohort;
    const [chain, node] = identity.industry.node?.split("/") ?? [];
    if (chain === undefined || node === undefined) return [];
    if (!random.chance(technical ? 0.97 : inLibrary ? 0.35 : 0)) return [];
    const role = titles.includes("LITTLE_GIANT") ? "CORE" : technical ? "KEY" : "SUPPORTING";
    const confidence = random.between(technical ? [0.8, 0.98] : [0.5, 0.8]).toFixed(2);
    const reason = fillText(districtWords().texts["placeReason"], { product: identity.product });
    return [{ cells: [chain, node, role, confidence, reason] }];
  },
};
