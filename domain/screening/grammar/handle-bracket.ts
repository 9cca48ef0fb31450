/** Brackets: they exempt, relax, except, add an alternative or a further condition, name the basis, or only explain. */
import { applyBracket } from "./apply-bracket.ts";
import type { Draft } from "./draft.ts";
import { awardRank } from "./handle-fact.ts";
import { namesMeasure } from "./phrase.ts";
import { addPart, innerReader, type Reader, say } from "./reader.ts";
import type { Meaning, Token } from "./word.ts";

/** Deeper brackets than officials write are skipped. */
const deepest = 6;

/** Reads the bracket at the current token and applies it to what stands before. */
export function handleBracket(reader: Reader): void {
  const close = reader.closers.get(reader.at);
  if (close === undefined || close >= reader.end) {
    reader.at += 1;
    return;
  }
  const tokens = reader.tokens.slice(reader.at + 1, close);
  if (!takesWords(reader, tokens) && reader.depth < deepest) {
    const inner = innerReader(reader, reader.at + 1, close);
    inner.read(inner);
    const explains = reader.phrase.start !== undefined;
    if (inner.elements.length > 0 && !explains) applyBracket(reader.elements, inner.elements);
    if (changesForUnknown(inner)) {
      const span = { start: tokens[0]?.start ?? 0, end: tokens.at(-1)?.end ?? 0 };
      reader.findings.unread.push({ span, reason: "words not known" });
    }
  }
  reader.at = close + 1;
}

/** An exemption for those no word of the lexicon names. */
function changesForUnknown({ elements }: Reader): boolean {
  const changes = elements.some(
    (element) => element.kind === "mark" && /^(?:exempt|relax)/.test(element.mark),
  );
  return changes && !elements.some((element) => element.kind === "part");
}

/** Exceptions, bases and lists of subjects work on the words, not on conditions. */
function takesWords(reader: Reader, tokens: readonly Token[]): boolean {
  return (
    takesAwardPlace(reader, tokens) ||
    takesPoints(reader, tokens) ||
    takesExcept(reader, tokens) ||
    takesBasis(reader, tokens) ||
    takesSubjects(reader, tokens)
  );
}

/** "a science award (ranked among the first three)". */
function takesAwardPlace(reader: Reader, tokens: readonly Token[]): boolean {
  const place = tokens.find(({ meaning }) => meaning.is === "place" || meaning.is === "first");
  if (place === undefined || reader.award === undefined) return false;
  const upTo = place.meaning.is === "place" ? place.meaning.upTo : 1;
  return awardRank(reader, { kind: "place", upTo, exact: place.meaning.is === "first" }, place);
}

/** "(20 points)" after a band of a scoring table: what the band earns. */
function takesPoints(reader: Reader, tokens: readonly Token[]): boolean {
  const told = tokens.filter(({ meaning }) => meaning.is !== "filler");
  const [first] = told;
  const points = first?.meaning;
  if (told.length !== 1 || points?.is !== "quantity" || points.dimension !== "score") return false;
  if (reader.elements.at(-1)?.kind !== "part") return false;
  reader.elements.push({ kind: "mark", mark: "then", text: "", negated: false });
  const leaf = { m: reader.lexicon.points, op: "==", v: Number(points.value) } as const;
  addPart(
    reader,
    { kind: "leaf", leaf, spans: [first ?? { start: 0, end: 0 }] },
    first ?? { start: 0, end: 0 },
  );
  return true;
}

function takesBasis(reader: Reader, tokens: readonly Token[]): boolean {
  const basis = tokens.find((token) => token.meaning.is === "basis")?.meaning;
  if (basis?.is !== "basis") return false;
  const last = reader.elements.at(-1);
  if (namesMeasure(reader.phrase)) say(reader, { basis: basis.basis });
  else if (last?.kind === "part" && last.draft.kind === "leaf")
    reader.elements[reader.elements.length - 1] = {
      ...last,
      draft: { ...last.draft, leaf: { ...last.draft.leaf, basis: basis.basis } },
    };
  return true;
}

function takesSubjects(reader: Reader, tokens: readonly Token[]): boolean {
  const subjects = tokens.flatMap(({ meaning }) => (meaning.is === "subject" ? [meaning.of] : []));
  if (!tokens.every(({ meaning }) => explains(meaning))) return false;
  const said = reader.phrase.subjects;
  const joint = tokens[0]?.meaning.is;
  if (said.length === 0 && subjects.length > 0) say(reader, { subjects });
  else if (subjects.length > 0 && (joint === "or" || joint === "and"))
    say(reader, { subjects: [...said, ...subjects], coordination: joint });
  return true;
}

const plain = new Set<Meaning["is"]>(["subject", "filler", "and", "or", "point", "other"]);

function explains(meaning: Meaning): boolean {
  return plain.has(meaning.is) || (meaning.is === "mark" && meaning.mark === "open");
}

function takesExcept(reader: Reader, tokens: readonly Token[]): boolean {
  // "(not counting ...)", "(... excepted)", "(listed on the third board may apply)".
  const excepts = tokens.some(
    ({ meaning }) =>
      meaning.is === "exclusive" ||
      meaning.is === "exception" ||
      (meaning.is === "mark" && meaning.mark === "accept"),
  );
  if (!excepts) return false;
  const names = tokens.flatMap(({ meaning }) => exceptedName(reader, meaning));
  if (names.length === 0) return false;
  if (reader.area !== undefined) reader.area.except.push(...names);
  else exceptFromLast(reader, names);
  return true;
}

function exceptedName({ lexicon }: Reader, meaning: Meaning): readonly string[] {
  if (meaning.is === "area") return [meaning.area];
  if (meaning.is === "market") return [meaning.market];
  const market = meaning.is === "fact" ? lexicon.facts.get(meaning.fact)?.market : undefined;
  return market === undefined ? [] : [market];
}

/** Adds exceptions to the condition just said. */
function exceptFromLast({ elements }: Reader, names: readonly string[]): void {
  const last = elements.at(-1);
  if (last?.kind !== "part") return;
  elements[elements.length - 1] = { ...last, assumed: false, draft: withExcept(last.draft, names) };
}

function withExcept(draft: Draft, names: readonly string[]): Draft {
  if (draft.kind === "not") return { ...draft, part: withExcept(draft.part, names) };
  return draft.kind === "leaf" ? { ...draft, leaf: { ...draft.leaf, except: names } } : draft;
}
