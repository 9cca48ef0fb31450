/** The bound of a phrase: completes the phrase, finds its metric, and adds the condition, or says why it cannot. */
import { lastYearsName } from "../text/read-period.ts";
import type { UnreadReason } from "../extraction.ts";
import { completePhrase } from "./complete-phrase.ts";
import { hole, type Span } from "./draft.ts";
import { type Drafted, draftLimit } from "./draft-limit.ts";
import { awardRank } from "./handle-fact.ts";
import { countsItems, followingSubject, takeFollowingSubject } from "./following-subject.ts";
import type { Limit, LimitRead } from "./limit.ts";
import { remember } from "./memory.ts";
import { nouns } from "./nouns.ts";
import { emptyPhrase, isGrowth, isRatio, namesMeasure, type Phrase } from "./phrase.ts";
import { readLimit } from "./read-limit.ts";
import type { Period, Token } from "./word.ts";
import { addPart, phraseSpan, type Reader, say } from "./reader.ts";

/** Reads the bound at the current token. */
export function handleLimit(reader: Reader): void {
  const first = readLimit(reader.tokens, reader.at);
  const read = first && reader.phrase.respectively ? withRespective(reader, first) : first;
  if (read === undefined) {
    reader.at += 1;
    return;
  }
  if (isBan(reader, read)) {
    reader.at = read.next;
    return;
  }
  if (takesFilter(reader, read) || takesYears(reader, read) || takesEnough(reader, read)) return;
  if (read.denominators.length > 0) say(reader, { denominators: read.denominators, share: true });
  const following = takeFollowingSubject(reader, read);
  const span = phraseSpan(reader, following - 1);
  const part = bound(reader, read, span);
  if (part !== undefined) {
    reader.findings.unread.push({ span: withUnknown(reader, span), reason: part });
    addPart(reader, hole, span);
  }
  reader.at = following;
  reader.phrase = emptyPhrase;
  reader.segment.yielded = true;
  endsBand(reader);
}

/** "enterprises of 50 million and above, ...": the noun right after the number ends the description of a band. */
function endsBand(reader: Reader): void {
  if (!namesBand(reader.tokens, reader.at)) return;
  reader.elements.push({ kind: "mark", mark: "then", text: "", negated: false });
  reader.memory.banded = reader.memory.last;
}

function namesBand(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]?.meaning;
  const comma = next?.is === "point" && next.sign === "comma";
  const asked = comma || ["before", "subject", "period", "each"].includes(next?.is ?? "");
  return nouns.has(tokens[at]?.text ?? "") && asked;
}

/** "may not apply for three years": the length of a ban is no condition. */
function isBan(reader: Reader, read: LimitRead): boolean {
  const quantity = read.limit.kind === "bounds" ? read.limit.bounds[0]?.quantity : undefined;
  if (quantity?.dimension !== "year" || namesMeasure(reader.phrase)) return false;
  const after = reader.tokens.slice(read.next, read.next + 3);
  const next = after.find(({ meaning }) => meaning.is !== "filler")?.meaning;
  return next?.is === "mark" && next.mark === "refuse";
}

/** "research spending of two years": years right before a measure are its period. */
function takesYears(reader: Reader, read: LimitRead): boolean {
  const quantity = read.limit.kind === "bounds" ? read.limit.bounds[0]?.quantity : undefined;
  const next = reader.tokens[read.next]?.meaning.is;
  if (!read.bare || quantity?.dimension !== "year") return false;
  // "2023 to 2025, three years": the count says the stretch again.
  if (reader.phrase.period?.years === Number(quantity.value)) {
    reader.at = read.next;
    return true;
  }
  // "in two of the last three years": no metric counts so.
  if ((reader.phrase.period?.years ?? 0) > Number(quantity.value)) {
    say(reader, { spoiled: true });
    reader.at = read.next;
    return true;
  }
  if (next !== "subject") return false;
  const years = Number(quantity.value);
  const period: Period = { kind: "span", years, name: lastYearsName(years) };
  say(reader, { period });
  reader.memory.period = period;
  reader.at = read.next;
  return true;
}

/** "growth of revenue and of profit, at least one, not below 20%": how many of the measures are enough. */
function takesEnough(reader: Reader, read: LimitRead): boolean {
  const quantity = read.limit.kind === "bounds" ? read.limit.bounds[0]?.quantity : undefined;
  const { subjects } = reader.phrase;
  const enough = Number(quantity?.value);
  const counts = subjects.some((subject) => !countsItems(reader, subject, "item"));
  if (quantity?.dimension !== "item" || counts || subjects.length < 2) return false;
  if (enough < 1 || enough > subjects.length) return false;
  say(reader, { enough });
  reader.at = read.next;
  return true;
}

/** "respectively not below A, B and C": the further numbers, under the same comparison. */
function withRespective(reader: Reader, first: LimitRead): LimitRead {
  if (first.limit.kind !== "bounds") return first;
  const bounds = [...first.limit.bounds];
  let { next } = first;
  for (;;) {
    const joint = reader.tokens[next]?.meaning;
    const joins = joint?.is === "and" || (joint?.is === "point" && joint.sign === "dun");
    const more = joins ? readLimit(reader.tokens, next + 1) : undefined;
    const bound = more?.limit.kind === "bounds" ? more.limit.bounds[0] : undefined;
    if (more === undefined || bound === undefined) break;
    bounds.push(more.bare ? { ...bound, op: bounds[0]?.op ?? bound.op } : bound);
    next = more.next;
  }
  return { ...first, limit: { kind: "bounds", bounds }, next };
}

/** "customers of 3 years and more": the years restrict the customers, the condition is still to come. */
function takesFilter(reader: Reader, read: LimitRead): boolean {
  const quantity = read.limit.kind === "bounds" ? read.limit.bounds[0]?.quantity : undefined;
  const at = quantity?.dimension === "year" ? followingSubject(reader, read.next) : undefined;
  const meaning = at === undefined ? undefined : reader.tokens[at]?.meaning;
  const family = meaning?.is === "subject" ? reader.lexicon.families.get(meaning.of) : undefined;
  if (at === undefined || quantity === undefined || family?.filterYears === undefined) return false;
  const filter = { [family.filterYears]: { ">=": Number(quantity.value) } };
  say(reader, { subjects: [family.of], filter });
  reader.at = at + 1;
  return true;
}

/** The words nobody knows belong to what could not be read. */
function withUnknown({ segment }: Reader, span: Span): Span {
  const first = segment.unknown[0]?.start ?? span.start;
  return { start: Math.min(first, span.start), end: span.end };
}

/** Adds "greater than 0" for a growth said of each year without a number, "less than 0" for a decline. */
export function boundGrowth(reader: Reader): void {
  const op = reader.phrase.down ? "<" : ">";
  const limit = { kind: "sign", op, growth: true, of: undefined } as const;
  const span = phraseSpan(reader, reader.at - 1);
  bound(reader, { limit, denominators: [], next: reader.at, bare: false }, span);
  reader.phrase = emptyPhrase;
}

/** More than a stray character of the segment is not understood: it may be what grows. */
function hasWords({ segment }: Reader): boolean {
  return segment.unknown.reduce((sum, { start, end }) => sum + end - start, 0) >= 2;
}

/** Adds the condition; returns the reason when it cannot. */
function bound(reader: Reader, read: LimitRead, span: Span): UnreadReason | undefined {
  const { limit } = read;
  const dimension = dimensionOf(limit);
  if (limit.kind === "place" && awardRank(reader, limit, span)) return undefined;
  const phrase = withSigns(reader.phrase, limit);
  // How far something may fall is no number of the catalogue's growths.
  const falls = phrase.down && limit.kind !== "sign";
  if (phrase.spoiled || falls || changesMeasure(reader)) return "qualifier not known";
  const named = namesMeasure(phrase) || (limit.kind === "place" && phrase.scopes.length > 0);
  const unsaid = phrase.subjects.length === 0 && isGrowth(phrase);
  if (!named && reader.segment.unknown.length > 0) return "number without a measure";
  if (unsaid && hasWords(reader)) return "number without a measure";
  const whole = completePhrase(placed(narrowed(reader, phrase), limit), reader.memory, {
    dimension,
    sign: limit.kind === "sign",
    band: standsAsBand(reader),
    tied: isTied(reader),
    hasTotal: (subject) => {
      const family = reader.lexicon.families.get(subject);
      return family?.single !== undefined && family.sum !== undefined;
    },
    hasShare: (subject) => reader.lexicon.denominators.has(subject),
    inPercent: (subject) => reader.lexicon.families.get(subject)?.unit === "%",
    grows: (subject) => reader.lexicon.families.get(subject)?.growthMean !== undefined,
  });
  if (whole === undefined) return "number without a measure";
  const bySales = reader.memory.banded?.subjects[0] === reader.lexicon.elidedRatio.when;
  const elided = isRatio(whole) && !isGrowth(whole) && whole.subjects.length === 0;
  if (elided && !bySales) return "number without a measure";
  const share = limit.kind === "bounds" ? asShare(reader, whole, dimension) : whole;
  const relaxes = followsRelaxation(reader);
  if (read.bare && !relaxes && !saysAtLeast(reader, share, limit)) return "side not said";
  const drafted = eitherOf(read, (one) => draftLimit(share, one, span, reader.lexicon));
  if ("fault" in drafted) return drafted.fault;
  remember(reader.memory, share, dimension);
  if (phrase.qualifier !== undefined)
    reader.findings.unread.push({ span: phrase.qualifier, reason: "qualifier not known" });
  const { draft } = drafted;
  const sided = read.bare && relaxes && draft.kind === "leaf" ? { ...draft, bare: true } : draft;
  addPart(reader, sided, span, {
    standing: isStanding(share),
    // "not at a loss, and taxes of at least ...": what was denied before the comma says nothing against a number behind it.
    negatable: limit.kind !== "place" && reader.negatedAt >= reader.segment.start,
  });
  return undefined;
}

/** The bound, or it and its alternative as a choice. */
function eitherOf({ limit, alternative }: LimitRead, draft: (limit: Limit) => Drafted): Drafted {
  const first = draft(limit);
  if (alternative === undefined || "fault" in first) return first;
  const second = draft({ kind: "bounds", bounds: [alternative] });
  if ("fault" in second) return second;
  return { draft: { kind: "any", parts: [first.draft, second.draft] } };
}

function dimensionOf(limit: Limit): string {
  if (limit.kind === "bounds") return limit.bounds.at(-1)?.quantity.dimension ?? "none";
  return limit.kind === "place" ? "place" : "percent";
}

/** "data product sales" are not sales; "audited sales" are. */
function changesMeasure({ phrase, tokens, lexicon, at }: Reader): boolean {
  const { qualifier } = phrase;
  if (qualifier === undefined) return false;
  const near = tokens.slice(Math.max(0, at - 40), at);
  const within = near.filter(({ start, end }) => start >= qualifier.start && end <= qualifier.end);
  const text = within.map((token) => token.text).join("");
  return lexicon.changing.some((word) => text.endsWith(word));
}

/** "of which at least 1 granted", "of which 1 self-developed": of what was just counted. */
function narrowed(reader: Reader, phrase: Phrase): Phrase {
  const { memory, lexicon, tokens, segment, at } = reader;
  const earlier = phrase.subjects.length === 0 ? memory.last?.subjects[0] : undefined;
  const kinds = lexicon.narrowed.filter(({ of }) => of === earlier);
  const said = tokens.slice(segment.start, at).map(({ text }) => text);
  const kind = kinds.find(({ word }) => said.some((text) => text.includes(word)));
  return kind === undefined ? phrase : { ...phrase, subjects: [kind.to] };
}

/** "positive growth" names the growth together with its bound. */
function withSigns(phrase: Phrase, limit: Limit): Phrase {
  if (limit.kind !== "sign") return phrase;
  if (limit.of !== undefined && phrase.subjects.length === 0)
    return { ...phrase, subjects: [limit.of] };
  const bare = phrase.subjects.length === 0 && !namesMeasure(phrase);
  return bare || limit.growth ? { ...phrase, growth: true } : phrase;
}

/** "research spending not below 3%" is a share though nothing says of what; sales bands mean a share of sales. */
function asShare({ lexicon, memory }: Reader, phrase: Phrase, dimension: string): Phrase {
  const [subject] = phrase.subjects;
  if (subject === undefined || dimension !== "percent" || isGrowth(phrase)) return phrase;
  if (phrase.denominators.length > 0) return phrase;
  const whole = ["万元", "人"].includes(lexicon.families.get(subject)?.unit ?? "");
  if (!phrase.share && !(whole && lexicon.denominators.has(subject))) return phrase;
  const bySales = memory.banded?.subjects[0] === "sales" && subject === "rd";
  return { ...phrase, share: true, ...(bySales ? { denominators: ["sales"] } : {}) };
}

/** A place without a subject is the product's place in its market. */
function placed(phrase: Phrase, limit: Limit): Phrase {
  if (
    phrase.subjects.includes("market_share") ||
    (limit.kind === "place" && phrase.subjects.length === 0)
  )
    return {
      ...phrase,
      subjects: marketSubjects(phrase, limit.kind === "place"),
      coordination: "or",
    };
  return phrase;
}

function marketSubjects(phrase: Phrase, place: boolean): string[] {
  const base = place ? "market_rank" : "market_share";
  const named = phrase.scopes.filter((scope) =>
    ["international", "provincial", "municipal"].includes(scope),
  );
  const home = phrase.scopes.includes("domestic") || named.length === 0 ? [base] : [];
  return [...home, ...named.map((scope) => `${base}_${scope}`)];
}

/** Tokens looked ahead for the word that makes a band. */
const farthest = 80;

/** "... enterprises, ..." follows: the number sorts enterprises into bands. */
function standsAsBand(reader: Reader): boolean {
  for (let at = reader.at; at < Math.min(reader.end, reader.at + farthest); at += 1) {
    const token = reader.tokens[at];
    if (token?.meaning.is === "point" && token.meaning.sign !== "dun") return false;
    const side = reader.tokens[at - 1]?.meaning.is;
    if ((side === "after" || side === "quantity") && namesBand(reader.tokens, at)) return true;
    if (token?.text !== "的") continue;
    const next = reader.tokens[at + 1];
    const after = next !== undefined && nouns.has(next.text) ? reader.tokens[at + 2] : next;
    return after?.meaning.is === "point" || after?.meaning.is === "before" || after !== next;
  }
  return false;
}

/** True when "and" joins this condition to the one before. */
function isTied({ elements, memory }: Reader): boolean {
  const last = elements.at(-1);
  return (
    last?.kind === "join" &&
    (last.word === "and" ||
      last.strength === 1 ||
      (last.word === "or" && memory.last?.periodSaid === true))
  );
}

/** "may be relaxed to 8%": which side is meant is said by what it relaxes. */
function followsRelaxation({ elements }: Reader): boolean {
  const last = elements.at(-1);
  return last?.kind === "mark" && last.mark === "relax";
}

const having =
  /主导|主持|牵头|参与|拥有|取得|获得|具有|具备|至少|申请|建有|配备|增长|新增|累计|授权|达/;

/** A bare number is a floor where something is owned, counted or grows; elsewhere nobody says which side is meant. */
function saysAtLeast(reader: Reader, phrase: Phrase, limit: Limit): boolean {
  if (limit.kind === "relative") return true;
  const words = reader.tokens.slice(reader.segment.start, reader.at).map((token) => token.text);
  if (words.some((word) => having.test(word)) || phrase.growth) return true;
  // In a list of what is to be met, a count is a floor.
  const counts = limit.kind === "bounds" && limit.bounds[0]?.quantity.dimension === "item";
  if (counts && reader.elements.some((one) => one.kind === "mark" && one.mark.startsWith("head_")))
    return true;
  const last = reader.elements.findLast((element) => element.kind === "part");
  const earlier = last?.kind === "part" && last.draft.kind === "leaf" ? last.draft.leaf : undefined;
  const joint = reader.elements.at(-1);
  const listed = joint?.kind === "join" && joint.strength < 2;
  return earlier?.op === ">=" && (listed || reader.segment.yielded);
}

/** Registered, operating for so long: says who the applicant is. */
function isStanding(phrase: Phrase): boolean {
  return phrase.subjects.some((subject) =>
    ["registered", "established", "operating"].includes(subject),
  );
}
