/** Words that say what is measured and how: they gather into the phrase until its bound comes. */
import type { Span } from "./draft.ts";
import { emptyPhrase, type Phrase } from "./phrase.ts";
import { addPart, type Reader, say, tokenAt } from "./reader.ts";
import { lastYearsName } from "../text/read-period.ts";
import type { Token, Word } from "./word.ts";

/** Adds the word to the phrase. */
export function handleMeasureWord(reader: Reader, token: Token): void {
  const meaning = token.meaning as Word;
  if (meaning.is === "subject") addSubject(reader, meaning);
  else if (!isNoPeriod(reader, meaning)) {
    say(reader, { ...change(reader.phrase, meaning), ...spoiling(reader, meaning) });
    if (meaning.is === "period") reader.memory.period = meaning.period;
  }
  reader.at += 1;
}

/** "of that year's revenue" is the year of the numerator, and a day of reckoning is no stretch of years. */
function isNoPeriod(reader: Reader, meaning: Word): boolean {
  if (meaning.is !== "period") return false;
  // "15% more than in 2023": the year compared with is not the year measured.
  if (/[较比]$/.test(tokenAt(reader, -1)?.text ?? "")) return true;
  // "2023 to 2025, three years together": the count says the stretch again.
  const said = reader.phrase.period;
  if (said?.kind === "calendar" && said.years === meaning.period.years) return true;
  return (
    meaning.period.kind === "moment" || (reader.phrase.per && meaning.period.kind === "current")
  );
}

/** "share held by the core staff" is no share of staff. */
function spoiling(reader: Reader, meaning: Word): Partial<Phrase> {
  const before = tokenAt(reader, -1);
  const unknown = before?.meaning.is === "other" && /\p{Script=Han}/u.test(before.text);
  const named = reader.phrase.subjects.length > 0 && reader.phrase.denominators.length === 0;
  return meaning.is === "share" && unknown && named ? { spoiled: true } : {};
}

function change(phrase: Phrase, meaning: Word): Partial<Phrase> {
  switch (meaning.is) {
    case "share":
      return { share: true };
    case "per":
      return phrase.filter === undefined ? { per: true } : {};
    case "growth":
      return { growth: true, down: meaning.down };
    case "aggregate":
      return { aggregate: phrase.aggregate === "cagr" ? "cagr" : meaning.kind };
    case "each":
      return { each: true };
    case "some-year":
      return { each: true, someYear: true };
    case "either-year":
      return {
        each: true,
        someYear: true,
        period: { kind: "span", years: 2, name: lastYearsName(2) },
      };
    case "both-years":
    case "both-years-back":
      return {
        backwards: meaning.is === "both-years-back",
        each: true,
        period: { kind: "span", years: 2, name: lastYearsName(2) },
      };
    case "respectively":
      return { respectively: true };
    case "scope":
      return { scopes: [...phrase.scopes, meaning.scope] };
    case "rank":
      return { ranked: true };
    case "period":
      return { period: meaning.period, each: phrase.each || meaning.period.each === true };
    case "basis":
      return { basis: meaning.basis };
    default:
      return {};
  }
}

function addSubject(reader: Reader, meaning: Word & { is: "subject" }): void {
  settleArea(reader, meaning.of);
  const { phrase } = reader;
  if (meaning.per !== undefined)
    return say(reader, {
      ...replaced(phrase, [meaning.of]),
      denominators: [meaning.per],
      share: true,
    });
  if (phrase.per || isDivisor(reader))
    return say(reader, { denominators: [...phrase.denominators, meaning.of] });
  // "customers of 3 years, who make up 15% of sales": the whole belongs to the customers' share.
  if (phrase.filter !== undefined && tokenAt(reader, -1)?.meaning.is === "per")
    return say(reader, {});
  const qualifier = qualifierBefore(reader) ?? phrase.qualifier;
  if (phrase.subjects.includes(meaning.of)) return say(reader, {});
  const joined = isJoined(reader);
  const subjects = joined ? [...phrase.subjects, meaning.of] : [meaning.of];
  const fresh = joined || phrase.subjects.length === 0 ? {} : replaced(phrase, subjects);
  return say(reader, { ...fresh, subjects, qualifier });
}

/** Unknown words right before the subject, with the short words they may have been cut into. */
function qualifierBefore(reader: Reader): Span | undefined {
  const previous = tokenAt(reader, -1);
  if (previous?.meaning.is !== "other" || !/\p{Script=Han}/u.test(previous.text)) return undefined;
  const before = tokenAt(reader, -2);
  const cut = before?.meaning.is === "filler" && before.text.length === 1;
  return { start: cut ? before.start : previous.start, end: previous.end };
}

/** A later subject without a joint is what the sentence is really about: "among the staff, R&D personnel". */
function replaced(phrase: Phrase, subjects: readonly string[]): Phrase {
  const { period, each, aggregate, scopes, start } = phrase;
  return { ...emptyPhrase, period, each, aggregate, scopes, start, subjects };
}

/** "A to B" in "the ratio of A to B". */
function isDivisor(reader: Reader): boolean {
  const previous = tokenAt(reader, -1);
  return previous?.text === "与" && reader.phrase.subjects.length === 1 && sharesAhead(reader);
}

function sharesAhead(reader: Reader): boolean {
  for (let offset = 1; offset < 5; offset += 1) {
    const meaning = tokenAt(reader, offset)?.meaning;
    if (meaning?.is === "share") return true;
    if (meaning?.is !== "filler") return false;
  }
  return false;
}

/** A joint, or an enumeration comma, right before this subject (fillers and years may stand between). */
function isJoined(reader: Reader): boolean {
  for (let offset = -1; offset >= -4; offset -= 1) {
    const meaning = tokenAt(reader, offset)?.meaning;
    if (meaning?.is === "and" || meaning?.is === "or") return true;
    if (meaning?.is === "point") return meaning.sign === "dun";
    if (meaning?.is !== "filler" && meaning?.is !== "period" && meaning?.is !== "scope")
      return false;
  }
  return false;
}

/** A place named before "registered", "operating": where the applicant is, not what is measured. */
function settleArea(reader: Reader, subject: string): void {
  const { area } = reader;
  if (area === undefined || !["registered", "established", "operating"].includes(subject)) return;
  addArea(reader);
  reader.phrase = { ...emptyPhrase, period: reader.phrase.period };
}

/** "within the administrative area of" is part of no name. */
const named = (area: string): string => area.replace(/行政区域内?$/, "");

/** Adds the waiting place as a condition; the notice's own area goes without saying. */
export function addArea(reader: Reader): void {
  const { area, lexicon, findings } = reader;
  if (area === undefined) return;
  reader.area = undefined;
  if (area.own && area.except.length === 0) {
    findings.assumed.push(area.span);
    reader.segment.yielded = true;
    return;
  }
  const except = area.except.length === 0 ? {} : { except: area.except };
  const leaf = { m: lexicon.lists.areas, op: "in", v: area.names.map(named), ...except } as const;
  addPart(reader, { kind: "leaf", leaf, spans: [area.span] }, area.span, {
    standing: true,
    assumed: false,
  });
}
