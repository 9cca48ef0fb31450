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
      return { not: finish(draft.part, `${path}/not`, citations), ...soft };
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

type DraftGroup = Extract<Draft, { kind: "all" | "any" }>;

function group(draft: DraftGroup, path: string, citations: DraftCitation[]): Condition {
  const parts = flattened(draft);
  const soft = draft.soft === true ? ({ soft: true } as const) : {};
  const finished = parts.map((part, index) =>
    finish(part, `${path}/${draft.kind}/${index}`, citations),
  );
  return draft.kind === "all" ? { all: finished, ...soft } : { any: finished, ...soft };
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
