/** Reads the gates, exclusions and direct passes of a pack or of an overlay. */
import type { Condition } from "../condition.ts";
import type { DirectPass, Exclusion, Gate } from "../pack.ts";
import { inside, type Place, report } from "./place.ts";
import { readCondition, readIndicatorName, type Scope } from "./read-condition.ts";
import { readFields, readFlag, readOptionalText, readText, readWord } from "./read-values.ts";

export function readGate(value: unknown, place: Place, scope: Scope): Gate | undefined {
  const fields = readFields(value, place, ["id", "name_zh", "role", "needs", "presumed", "note"]);
  if (fields === undefined) return undefined;
  const id = readText(fields["id"], inside(place, "id"));
  const nameZh = readText(fields["name_zh"], inside(place, "name_zh"));
  const condition = readCondition(fields["needs"], inside(place, "needs"), scope);
  if (id === undefined || condition === undefined) return undefined;
  return {
    id,
    nameZh: nameZh ?? id,
    role:
      fields["role"] == null
        ? "merit"
        : (readWord(fields["role"], inside(place, "role"), ["eligibility", "merit"]) ?? "merit"),
    condition,
    presumed: readFlag(fields["presumed"], inside(place, "presumed")),
    note: readOptionalText(fields["note"], inside(place, "note")),
  };
}

export function readExclusion(value: unknown, place: Place, scope: Scope): Exclusion | undefined {
  const fields = readFields(value, place, ["id", "name_zh", "input", "look_back", "presumed"]);
  if (fields === undefined) return undefined;
  const id = readText(fields["id"], inside(place, "id"));
  const nameZh = readText(fields["name_zh"], inside(place, "name_zh"));
  const lookBack = readText(fields["look_back"], inside(place, "look_back"));
  const input = readIndicatorName(fields["input"], inside(place, "input"), scope.catalogue);
  if (id === undefined || input === undefined) return undefined;
  if (input.type !== "boolean") {
    report(inside(place, "input"), {
      zh: `“${input.id}”的类型是 ${input.type}；排除情形须是“是/否”事实`,
      en: `"${input.id}" is ${input.type}; an exclusion is a yes/no fact`,
    });
  }
  return {
    id,
    nameZh: nameZh ?? id,
    input: input.id,
    lookBack: lookBack ?? "",
    presumed: readFlag(fields["presumed"], inside(place, "presumed")),
  };
}

export function readDirectPass(value: unknown, place: Place, scope: Scope): DirectPass | undefined {
  const fields = readFields(value, place, ["id", "name_zh", "needs"]);
  if (fields === undefined) return undefined;
  const id = readText(fields["id"], inside(place, "id"));
  const nameZh = readText(fields["name_zh"], inside(place, "name_zh"));
  const condition: Condition | undefined = readCondition(fields["needs"], inside(place, "needs"), {
    catalogue: scope.catalogue,
  });
  return id === undefined || condition === undefined
    ? undefined
    : { id, nameZh: nameZh ?? id, condition };
}
