/** The stays in the libraries that hold on a day. */
import { libraryMemberships } from "../../store/tables/libraries.ts";
import { assertKnownDay } from "../criteria/known-values.ts";
import type { OnDay } from "../shape-language.ts";

export function membershipOnDay(absent: OnDay["absent"]): OnDay {
  const { enteredOn, exitedOn } = libraryMemberships;
  const check = assertKnownDay;
  return { argument: "asOf", from: enteredOn.name, until: exitedOn.name, absent, check };
}
