/** Turns a settled draft into a tree of the language, and its spans into citations by JSON pointer. */
import type { Condition, Leaf, Tier } from "../condition.ts";
import type { Draft, DraftLeaf, DraftRow, Span } from "./draft.ts";

/** Which characters a condition came from. */
export interface DraftCitation {
  /** JSON pointer (RFC 6901) to the leaf in the tree. */
  readonly path: string;
  readonly spans: readonly Span[];
}

export interface Finished {
  readonly tree: Condition;
  readonly citations: readonly DraftCitation[];
}

/** The tree of a draft. Groups of one and groups inside like groups are unwrapped. */
export function finishDraft(draft: Draft): Finished {
  const citations: DraftCitation[] = [];
  const tree = finish(draft, "", citations);
  return { tree, citations };
}

function finish(draft: Draft, path: string, citations: DraftCitation[]): Condition {
  const soft = draft.soft === true ? ({ soft: true } as const) : {};
  switch (draft.kind) {
    case "leaf":
      citations.push({ path, spans: draft.spans });
      return { ...ordered(draft), ...soft };
    case "not":
      return { not: negated(draft.part, `${path}/not`, citations), ...soft };
    case "tiers":
      return {
        tiers: draft.rows.map((row, index) => tier(row, `${path}/tiers/${index}`, citations)),
        ...soft,
      };
    case "for_each": {
      citations.push({ path, spans: draft.spans });
      const { metrics, years, op, value, unit } = draft;
      return {
        for_each: metrics,
        ...(years === undefined ? {} : { years }),
        op,
        v: value,
        ...(unit === undefined ? {} : { u: unit }),
        ...soft,
      };
    }
    default:
      return group(draft, path, citations);
  }
}

/** "not listed": inside a negation the yes/no leaf says no more than its name. */
function negated(part: Draft, path: string, citations: DraftCitation[]): Condition {
  if (part.kind !== "leaf" || part.leaf.op !== undefined || part.soft === true)
    return finish(part, path, citations);
  citations.push({ path, spans: part.spans });
  return part.leaf;
}

type DraftGroup = Extract<Draft, { kind: "all" | "any" }>;

function group(draft: DraftGroup, path: string, citations: DraftCitation[]): Condition {
  const flat = withoutRepeats(flattened(draft));
  const parts = draft.kind === "any" ? mergedLists(flat) : flat;
  const soft = draft.soft === true ? ({ soft: true } as const) : {};
  const [only] = parts;
  if (parts.length === 1 && only !== undefined && draft.soft !== true)
    return finish(only, path, citations);
  const finished = parts.map((part, index) =>
    finish(part, `${path}/${draft.kind}/${index}`, citations),
  );
  return draft.kind === "all" ? { all: finished, ...soft } : { any: finished, ...soft };
}

/** "an SRDI enterprise or a technology SME": one list of names, however many verbs introduced them. */
function mergedLists(parts: readonly Draft[]): readonly Draft[] {
  const out: Draft[] = [];
  for (const part of parts) {
    const at = out.findIndex((one) => sameList(one, part));
    const earlier = out[at];
    if (earlier?.kind === "leaf" && part.kind === "leaf") out[at] = mergedLeaf(earlier, part);
    else out.push(part);
  }
  return out;
}

function sameList(a: Draft, b: Draft): boolean {
  return (
    a.kind === "leaf" &&
    b.kind === "leaf" &&
    a.leaf.m === b.leaf.m &&
    namesOf(a) !== undefined &&
    namesOf(b) !== undefined
  );
}

function mergedLeaf(a: DraftLeaf, b: DraftLeaf): DraftLeaf {
  const v = [...new Set([...(namesOf(a) ?? []), ...(namesOf(b) ?? [])])];
  return { ...a, leaf: { ...a.leaf, ...b.leaf, op: "in", v }, spans: [...a.spans, ...b.spans] };
}

/** The names a leaf is satisfied by; undefined for any other test. */
function namesOf({ leaf }: DraftLeaf): readonly string[] | undefined {
  if (leaf.op === "==" && typeof leaf.v === "string") return [leaf.v];
  return leaf.op === "in" && typeof leaf.v === "object" && leaf.except === undefined
    ? leaf.v
    : undefined;
}

/** Two wordings of one exclusion ("safety accidents, ... quality accidents") name one condition. */
function withoutRepeats(parts: readonly Draft[]): readonly Draft[] {
  const seen = new Set<string>();
  return parts.filter((part) => {
    const leaf = part.kind === "not" ? part.part : part;
    if (leaf.kind !== "leaf") return true;
    const key = `${part.kind} ${JSON.stringify(leaf.leaf)}`;
    return !seen.has(key) && seen.add(key);
  });
}

function flattened(draft: DraftGroup): readonly Draft[] {
  return draft.parts.flatMap((part) =>
    part.kind === draft.kind && part.soft !== true ? flattened(part) : [part],
  );
}

function tier({ label, when, then }: DraftRow, path: string, citations: DraftCitation[]): Tier {
  return {
    ...(label === undefined ? {} : { label }),
    if: when === "otherwise" ? when : finish(when, `${path}/if`, citations),
    ...(then === undefined ? {} : { then: finish(then, `${path}/then`, citations) }),
  };
}

/** Yes/no leaves say so in full, as the clause collection does. */
function ordered({ leaf }: DraftLeaf): Leaf {
  return leaf.op === undefined && leaf.manual !== true ? { ...leaf, op: "==", v: true } : leaf;
}
