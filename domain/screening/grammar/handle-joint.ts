/** "and" and "or": between subjects they coordinate one phrase, between conditions they join elements. */
import { boundGrowth } from "./handle-limit.ts";
import { growsEachYear, namesMeasure } from "./phrase.ts";
import { hole } from "./draft.ts";
import { addJoin, addPart, type Reader, say, tokenAt } from "./reader.ts";
import type { Token } from "./word.ts";

/** Coordinates the phrase in progress, or joins the conditions around it. */
export function handleJoint(reader: Reader, token: Token): void {
  const word = token.meaning.is === "or" ? "or" : "and";
  if (growsEachYear(reader.phrase)) boundGrowth(reader);
  const inside =
    namesMeasure(reader.phrase) || reader.phrase.scopes.length > 0 || joinsHazards(reader);
  if (inside) say(reader, { coordination: word });
  else {
    holdPlace(reader);
    addJoin(reader, 0, reader.negated ? "and" : word);
  }
  reader.at += 1;
}

/** "(words nobody knows) or B": what could not be read keeps its side of the joint. */
function holdPlace(reader: Reader): void {
  const { segment, findings } = reader;
  const [first] = segment.unknown;
  const last = segment.unknown.at(-1);
  if (segment.yielded || first === undefined || last === undefined) return;
  if (last.end - first.start < 2) return;
  const span = { start: first.start, end: last.end };
  findings.unread.push({ span, reason: "words not known" });
  addPart(reader, hole, span, { negatable: false });
}

/** "safety and quality accidents": the joint stands between kinds of one event. */
function joinsHazards(reader: Reader): boolean {
  if (reader.hazards.length === 0) return false;
  return [1, 2].some((offset) => {
    const meaning = tokenAt(reader, offset)?.meaning.is;
    return meaning === "hazard" || meaning === "gravity";
  });
}
