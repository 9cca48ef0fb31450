/** Text to conditions by grammar: deterministic, offline, linear; what it cannot read it says, stretch by stretch. */
import type { Benefit, Condition } from "../condition.ts";
import type { Citation, Extraction } from "../extraction.ts";
import { type PlainText, plainText } from "../text/plain-text.ts";
import { type Span, withoutHoles } from "./draft.ts";
import type { Element, Part } from "./element.ts";
import { finishDraft } from "./finish-draft.ts";
import { lettersForSizes } from "./letters-for-sizes.ts";
import type { Lexicon } from "./lexicon.ts";
import { parseElements } from "./parse-elements.ts";
import { readElements } from "./read-elements.ts";
import { newReader } from "./reader.ts";
import { settleEdges } from "./settle-edges.ts";
import { tokenize } from "./tokenize.ts";

/** Reads a clause. Never throws for what a text says. */
export function extractConditions(original: string, lexicon: Lexicon): Extraction {
  const plain = plainText(original);
  const reader = newReader(tokenize(plain.text, lexicon), lexicon, readElements);
  readElements(reader);
  const { kept, assumed } = withoutAssumed(reader.elements);
  const whole = parseElements(kept);
  const draft = whole && withoutHoles(whole);
  const cite = (span: Span) => quoteOf(original, plain, span);
  const finished = draft && finishDraft(settleEdges(lettersForSizes(draft, lexicon)));
  return {
    tree: finished && withBenefit(finished.tree, reader.findings.benefit),
    citations: (finished?.citations ?? []).flatMap(({ path, spans }) =>
      spans.map((span) => ({ path, ...cite(span) })),
    ),
    unread: reader.findings.unread.map(({ span, reason }) => ({ ...cite(span), reason })),
    assumed: [...reader.findings.assumed, ...assumed.map((part) => part.span)].map(cite),
  };
}

function quoteOf(original: string, plain: PlainText, span: Span): Omit<Citation, "path"> {
  const start = plain.origins[span.start] ?? original.length;
  const last = plain.origins[span.end - 1] ?? start;
  const point = original.codePointAt(last) ?? 0;
  const end = Math.min(original.length, last + (point > 0xffff ? 2 : 1));
  return { start, end, quote: original.slice(start, end) };
}

interface Kept {
  readonly kept: readonly Element[];
  readonly assumed: readonly Part[];
}

/** Leaves out what is true of everyone, unless it is all the text says or one of several alternatives. */
function withoutAssumed(elements: readonly Element[]): Kept {
  const parts = elements.filter((element): element is Part => element.kind === "part");
  if (parts.every((part) => part.assumed)) return { kept: elements, assumed: [] };
  const assumed: Part[] = [];
  const kept: Element[] = [];
  for (const [index, element] of elements.entries()) {
    if (element.kind === "part" && element.assumed && !isAlternative(elements, index)) {
      assumed.push(element);
      if (kept.at(-1)?.kind === "join") kept.pop();
    } else kept.push(element);
  }
  return { kept, assumed };
}

function isAlternative(elements: readonly Element[], at: number): boolean {
  return [elements[at - 1], elements[at + 1]].some(
    (element) => element?.kind === "join" && element.word === "or",
  );
}

function withBenefit(tree: Condition, benefit: Benefit): Condition {
  if (Object.keys(benefit).length === 0) return tree;
  return "m" in tree ? { all: [tree], benefit } : { ...tree, benefit };
}
