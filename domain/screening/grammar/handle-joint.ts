/** "and" and "or": between subjects they coordinate one phrase, between conditions they join elements. */
import { namesMeasure } from "./phrase.ts";
import { addJoin, type Reader, say } from "./reader.ts";
import type { Token } from "./word.ts";

/** Coordinates the phrase in progress, or joins the conditions around it. */
export function handleJoint(reader: Reader, token: Token): void {
  const word = token.meaning.is === "or" ? "or" : "and";
  const inside =
    namesMeasure(reader.phrase) || reader.phrase.scopes.length > 0 || reader.hazards.length > 0;
  if (inside) say(reader, { coordination: word });
  else addJoin(reader, 0, reader.negated ? "and" : word);
  reader.at += 1;
}
