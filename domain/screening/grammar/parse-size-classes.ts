/**
 * Texts that sort enterprises into size classes (工信部联企业〔2011〕300号): below any ceiling is not large, below any
 * floor is micro, so the unstated classes follow from the stated ones.
 */
import { allOf, anyOf, type Draft, type DraftRow, noneOf } from "./draft.ts";
import type { Element } from "./element.ts";

type Parse = (elements: readonly Element[]) => Draft | undefined;

/** Tiers from large to micro. */
export function parseSizeClasses(elements: readonly Element[], parse: Parse): Draft | undefined {
  const stated = statedClasses(elements, parse);
  const smallMediumMicro = stated.get("中小微型");
  const micro = stated.get("微型");
  const rows: DraftRow[] = [];
  const large = stated.get("大型") ?? (smallMediumMicro && floorOf(smallMediumMicro));
  const medium = stated.get("中型");
  const small = stated.get("小型") ?? (micro && floorOf(micro));
  if (large) rows.push({ label: "大型", when: large });
  if (medium) rows.push({ label: "中型", when: medium });
  if (small) rows.push({ label: "小型", when: small });
  if (micro) rows.push({ label: "微型", when: "otherwise" });
  return rows.length === 0 ? undefined : { kind: "tiers", rows };
}

function statedClasses(elements: readonly Element[], parse: Parse): Map<string, Draft> {
  const out = new Map<string, Draft>();
  let own: Element[] = [];
  for (const element of elements) {
    if (element.kind === "mark" && element.mark === "label") {
      const draft = parse(own.filter((one) => !isHeading(one)).map(loosened));
      if (draft !== undefined) out.set(element.text, draft);
      own = [];
    } else own.push(element);
  }
  return out;
}

/** The industry a table is for, and list marks, are no tests of size. */
function isHeading(element: Element): boolean {
  if (element.kind !== "part") return element.kind === "mark";
  return element.draft.kind === "leaf" && Array.isArray(element.draft.leaf.v);
}

/** A comma before "and" only breathes here; what counts is the word. */
function loosened(element: Element): Element {
  return element.kind === "join" && element.word !== undefined
    ? { ...element, strength: 0 }
    : element;
}

/** "below A or below B" turned round: at least A and at least B. */
function floorOf(draft: Draft): Draft {
  if (draft.kind === "any") return allOf(draft.parts.map(floorOf)) ?? draft;
  if (draft.kind === "all") return anyOf(draft.parts.map(floorOf)) ?? draft;
  if (draft.kind !== "leaf" || !draft.leaf.op?.startsWith("<")) return noneOf(draft);
  const { edge: _, ...rest } = draft;
  return { ...rest, leaf: { ...draft.leaf, op: ">=" } };
}
