/** Conditions over lists of names: titles held, industries, places. */
import type { Leaf } from "../condition.ts";
import type { Span } from "./draft.ts";
import { nouns } from "./nouns.ts";
import { isAddressed, markPerhaps } from "./mark-perhaps.ts";
import { addPart, type Reader, tokenAt } from "./reader.ts";
import type { Meaning, Token } from "./word.ts";

interface NameList {
  readonly names: readonly string[];
  readonly open: boolean;
  /** Index of the last token of the list. */
  readonly last: number;
  readonly joint: "and" | "or";
}

/** Names of one list. */
const mostNames = 50;

/** Names of one kind joined by enumeration commas and "and" or "or", up to "and so on". */
function readList(reader: Reader, name: (meaning: Meaning) => string | undefined): NameList {
  const names: string[] = [];
  let joint: "and" | "or" = "or";
  let last = reader.at;
  let open = false;
  for (let at = reader.at; at < reader.end && names.length < mostNames; at += 1) {
    const meaning = reader.tokens[at]?.meaning;
    const found = meaning && name(meaning);
    if (found !== undefined) {
      if (!names.includes(found)) names.push(found);
      last = at;
    } else if (meaning?.is === "mark" && meaning.mark === "open") {
      open = true;
      last = at;
      break;
    } else if (!continuesList(reader, at, name)) break;
    else if (meaning?.is === "and") joint = "and";
  }
  return { names, open, last, joint };
}

function continuesList(
  reader: Reader,
  at: number,
  name: (meaning: Meaning) => string | undefined,
): boolean {
  const meaning = reader.tokens[at]?.meaning;
  const next = reader.tokens[at + 1]?.meaning;
  const nextNamed =
    next !== undefined &&
    (name(next) !== undefined || (next.is === "mark" && next.mark === "open"));
  if (meaning?.is === "point") return meaning.sign === "dun" && nextNamed;
  if (meaning?.is === "and" || meaning?.is === "or") return nextNamed;
  const beyond = reader.tokens[at + 2]?.meaning;
  const joined =
    next?.is === "and" || next?.is === "or" || (next?.is === "point" && next.sign === "dun");
  return (
    meaning?.is === "filler" &&
    (nextNamed || (joined && beyond !== undefined && name(beyond) !== undefined))
  );
}

/** A title is a condition when the clause says it is held; named as the notice's aim it is none. */
export function handleTitle(reader: Reader): void {
  const list = readList(reader, (meaning) => (meaning.is === "title" ? meaning.title : undefined));
  const sought = isSought(reader);
  const held = !sought && isHeld(reader, list.last);
  const addressed = isAddressed(reader);
  const before = reader.elements.length;
  add(reader, reader.lexicon.lists.titles, list);
  reader.at = list.last + 1;
  reader.segment.yielded = true;
  const denied = held && reader.negated && markPerhaps(reader, addressed);
  // "not a high-tech enterprise: at least 200 million": the number stands outside of what is denied.
  if (denied) reader.negated = false;
  if (held) return;
  const part = reader.elements.at(-1);
  const asks = !sought && part?.kind === "part" && markPerhaps(reader, addressed);
  if (asks) reader.elements[reader.elements.length - 2] = { ...part, aim: true };
  else reader.elements.length = before;
}

const seeking = /^(?:申报|申请|推荐|推荐申报|申请认定|申报认定|参评|争创|创建)$/;

/** "may not apply for the title": what is sought is not held. */
function isSought(reader: Reader): boolean {
  const last = reader.elements.at(-1);
  const refused = last?.kind === "mark" && last.mark === "refuse";
  return (
    (refused && reader.elements.length > reader.segment.elements) ||
    seeking.test(tokenAt(reader, -1)?.text ?? "")
  );
}

/** A verb of holding before the list in its segment, or a word of standing right after it. */
function isHeld(reader: Reader, last: number): boolean {
  const { titleVerbs } = reader.lexicon;
  const before = reader.tokens.slice(reader.segment.start, reader.at);
  const after = reader.tokens.slice(last + 1, Math.min(last + 5, reader.end));
  const stop = after.findIndex((token) => token.meaning.is === "point");
  if (before.some((token) => token.text === "认定")) return true;
  const words = [...before, ...(stop < 0 ? after : after.slice(0, stop))];
  return (
    reader.negated ||
    isItem(reader) ||
    isDescribed(reader) ||
    isFavoured(reader, last) ||
    words.some((token) => titleVerbs.has(token.text) || token.text === "之一")
  );
}

/** "technology SMEs with revenue of ...": who is described holds the title. */
function isDescribed({ tokens, at, segment }: Reader): boolean {
  const before = tokens[at - 1]?.meaning.is === "area" ? tokens[at - 2] : tokens[at - 1];
  return segment.yielded && before?.text === "的";
}

/** "holders of the title may be relaxed to ...": who is favoured is who holds it. */
function isFavoured(reader: Reader, last: number): boolean {
  const ahead = reader.tokens.slice(last + 1, last + 8);
  const point = ahead.findIndex(({ meaning }) => meaning.is === "point" || meaning.is === "close");
  const near = point < 0 ? ahead : ahead.slice(0, point);
  return near.some(
    ({ meaning }) =>
      meaning.is === "exception" ||
      (meaning.is === "mark" && /^(?:relax|exempt)/.test(meaning.mark)),
  );
}

/** A title by itself in a list of alternatives is one of them. */
function isItem({ elements, segment }: Reader): boolean {
  const last = elements.at(-1);
  return (
    segment.elements === elements.length &&
    last?.kind === "mark" &&
    /^(?:item|head_)/.test(last.mark)
  );
}

export function handleIndustry(reader: Reader): void {
  const list = readList(reader, (meaning) =>
    meaning.is === "industry" ? meaning.code : undefined,
  );
  const addressed = isAddressed(reader);
  const strangers = unknownBeside(reader, list.last);
  for (const span of strangers) reader.findings.unread.push({ span, reason: "words not known" });
  const open = list.open || strangers.length > 0;
  if (!isCompound(reader, list)) add(reader, reader.lexicon.lists.industries, { ...list, open });
  reader.at = list.last + 1;
  markPerhaps(reader, addressed);
}

/** A research institution by the level it is recognised at. */
export function handleBody(reader: Reader, token: Token): void {
  const levels = token.meaning.is === "body" ? token.meaning.levels : [];
  const list: NameList = { names: levels, open: false, last: reader.at, joint: "or" };
  add(reader, reader.lexicon.lists.bodies, list);
  reader.at += 1;
}

/** "mining of salt, manufacturing and brewing": items of the list that no word names; who is in one of them is not known. */
function unknownBeside(reader: Reader, last: number): readonly Span[] {
  const before = isListJoint(reader.tokens[reader.at - 1])
    ? stretchOf(reader, reader.at - 2, -1)
    : undefined;
  const after = isListJoint(reader.tokens[last + 1]) ? stretchOf(reader, last + 2, 1) : undefined;
  return [before, after].filter((span) => span !== undefined);
}

function isListJoint(token: Token | undefined): boolean {
  const meaning = token?.meaning;
  return meaning?.is === "and" || (meaning?.is === "point" && meaning.sign === "dun");
}

/** Unknown words side by side from `at` on, two characters at least; one is more often a slip than a name. */
function stretchOf(reader: Reader, at: number, step: 1 | -1): Span | undefined {
  let end = at;
  while (reader.tokens[end]?.meaning.is === "other") end += step;
  if (end === at) return undefined;
  const [first, last] = step > 0 ? [at, end - 1] : [end + 1, at];
  const span = { start: reader.tokens[first]?.start ?? 0, end: reader.tokens[last]?.end ?? 0 };
  return span.end - span.start >= 2 ? span : undefined;
}

const inside = new Set(["领域", "行业", "产业", "的", "内", "类", "等", "方面", "企业"]);

/** "manufacturing core components": the industry only begins another name. */
function isCompound(reader: Reader, list: NameList): boolean {
  const next = reader.tokens[list.last + 1];
  if (next === undefined || list.names.length > 1 || list.open) return false;
  const loose = next.meaning.is === "filler" && !inside.has(next.text) && !nouns.has(next.text);
  return loose || next.meaning.is === "other";
}

function add(reader: Reader, metric: string, list: NameList): void {
  const span = spanOf(reader, list.last);
  const one = list.names.length === 1 && metric === reader.lexicon.lists.titles && !list.open;
  const leaf: Leaf = {
    m: metric,
    ...(one ? { op: "==", v: list.names[0] ?? "" } : { op: "in", v: list.names }),
    ...(list.open ? { open_list: true } : {}),
  };
  addPart(reader, { kind: "leaf", leaf, spans: [span] }, span);
}

/** A place waits for "registered"; several are alternatives. */
export function handleArea(reader: Reader, token: Token): void {
  const meaning = token.meaning.is === "area" ? token.meaning : undefined;
  if (meaning === undefined) return;
  const names = [...(reader.area?.names ?? []).slice(0, mostNames), meaning.area];
  const span: Span = { start: reader.area?.span.start ?? token.start, end: token.end };
  const known = reader.lexicon.words.get(meaning.area);
  const own = meaning.own || (known?.is === "area" && known.own);
  reader.area = { names, except: reader.area?.except ?? [], span, own };
  reader.at += 1;
}

function spanOf(reader: Reader, last: number): Span {
  return { start: reader.tokens[reader.at]?.start ?? 0, end: reader.tokens[last]?.end ?? 0 };
}
