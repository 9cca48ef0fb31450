/** An answer's JSON: an object of `data`, as the database writes it or as it is put together here, and what else is told. */
import type { Octets } from "../../lib/octets.ts";
import { ending, opening } from "../compile/json-text.ts";

export function bodyText(data: unknown): string {
  return `${opening}${JSON.stringify(data)}${ending}`;
}

/** @param body of `data` alone. */
export function dataText(body: string | Octets): string {
  return body.toString().slice(opening.length, -ending.length);
}

/** @param members each with its comma in front. @returns the body itself where there are none. */
export function withMembers(body: string | Octets, members: string): string | Octets {
  return members === "" ? body : `${body.toString().slice(0, -ending.length)}${members}${ending}`;
}
