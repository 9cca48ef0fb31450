/** "and" and "or": between subjects they coordinate one phrase, between conditions they join elements. */
import { namesMeasure } from "./phrase.ts";
import { addJoin, type Reader, say, tokenAt } from "./reader.ts";
import type { Token } from "./word.ts";

/** Coordinates the phrase in progress, or joins the conditions around it. */
export function handleJoint(reader: Reader, token: Token): void {
  const word = token.meaning.is === "or" ? "or" : "and";
  const inside =
    namesMeasure(reader.phrase) || reader.phrase.scopes.length > 0 || joinsHazards(reader);
  if (inside) say(reader, { coordination: word });
  else addJoin(reader, 0, reader.negated ? "and" : word);
  reader.at += 1;
}

/** "safety and quality accidents": the joint stands between kinds of one event. */
function joinsHazards(reader: Reader): boolean {
  if (reader.hazards.length === 0) return false;
  return [1, 2].some((offset) => {
    const meaning = tokenAt(reader, offset)?.meaning.is;
    return meaning === "hazard" || meaning === "gravity";
  });
}
