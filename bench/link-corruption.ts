/**
 * Spoils names, codes and addresses the way feeds do: what the linker is measured and fitted on.
 *
 * The shares follow the profile of the sets that the linker is judged by; the look-alikes are drawn partly from pairs
 * that the linker does not know, since a hand or a scanner does not keep to its lists.
 */
import { creditCodeAlphabet, isCreditCode } from "../domain/enterprise/credit-code.ts";
import { traditionalPairs } from "../domain/enterprise/traditional-pairs.ts";
import type { Chance } from "./link-random.ts";

export interface CorruptionLists {
  /** Homophones of a character, each as often as it is used. */
  readonly homophones: ReadonlyMap<string, readonly string[]>;
  readonly lookAlikes: ReadonlyMap<string, readonly string[]>;
  readonly frequent: readonly string[];
  /** Length of the divisions in front of a name. */
  readonly regionLength: (name: string) => number;
  /** 字号 and industry alone. */
  readonly stemOf: (name: string) => string;
}

const toTraditional = new Map<string, string>();
for (let i = 0; i < traditionalPairs.length; i += 2) {
  const [traditional, simplified] = [traditionalPairs.charAt(i), traditionalPairs.charAt(i + 1)];
  if (!toTraditional.has(simplified)) toTraditional.set(simplified, traditional);
}

export const simpleKinds = {
  exact: 12,
  typo_phonetic: 6.75,
  region_drop: 5.97,
  traditional: 5.67,
  typo_visual: 5.24,
  region_suffix: 4.71,
  spaces: 4.54,
  form_swap: 3.96,
  abbrev: 3.68,
  char_drop: 3.4,
  region_add: 3.18,
  truncated: 3.1,
  char_swap: 2.44,
  noise_wrap: 2.32,
  bracket_width: 1.42,
  char_dup: 1.16,
  bracket_move: 0.73,
} as const;
export type SimpleKind = keyof typeof simpleKinds;

const replaceAt = (text: string, at: number, by: string, length = 1): string =>
  text.slice(0, at) + by + text.slice(at + length);

/** The spoiled name, or undefined if this kind of slip does not apply to the name. */
export function corruptName(
  kind: SimpleKind,
  name: string,
  chance: Chance,
  lists: CorruptionLists,
): string | undefined {
  const region = lists.regionLength(name);
  const form = /(?:有限责任公司|股份有限公司|有限公司|公司)$/.exec(name)?.[0] ?? "";
  const inner = (): number =>
    region + chance.below(Math.max(1, name.length - form.length - region));
  const anywhere = (): number => chance.below(name.length);
  const result = ((): string | undefined => {
    switch (kind) {
      case "exact":
        return name;
      case "typo_phonetic":
        return substitute(name, inner(), lists.homophones, chance);
      case "typo_visual":
        return visual(name, anywhere, chance, lists);
      case "region_drop":
        return region > 0 && name.length - region >= 4 ? name.slice(region) : undefined;
      case "traditional":
        return name.replace(/./gu, (c) => toTraditional.get(c) ?? c);
      case "region_suffix":
        return regionSuffix(name, region);
      case "spaces":
        return spaced(name, chance);
      case "form_swap":
        return formSwap(name, chance);
      case "abbrev": {
        if (/公司./.test(name)) return undefined;
        const stem = lists.stemOf(name);
        return stem.length >= 4 ? stem : undefined;
      }
      case "char_drop":
        return replaceAt(name, anywhere(), "");
      case "char_dup": {
        const at = anywhere();
        return replaceAt(name, at, name.charAt(at).repeat(2));
      }
      case "char_swap": {
        const at = chance.below(name.length - 1);
        return replaceAt(name, at, name.charAt(at + 1) + name.charAt(at), 2);
      }
      case "region_add":
        return name.startsWith("山东") ? undefined : chance.pick(["山东", "山东省"]) + name;
      case "truncated": {
        const length = chance.pick([8, 10, 12, 14]);
        if (name.length <= length + 1) return undefined;
        return name.slice(0, length) + chance.pick(["...", "…", "", ""]);
      }
      case "noise_wrap":
        return chance.pick([
          `1、${name}`,
          `${name}(盖章)`,
          `申请人：${name}`,
          `${name}（本部）`,
          `${name}等`,
          `“${name}”`,
          `★${name}`,
        ]);
      case "bracket_width":
        return /[（(]/.test(name)
          ? name.replace(
              /[（(）)]/g,
              (c) => ({ "（": "(", "(": "（", "）": ")", ")": "）" })[c] ?? c,
            )
          : undefined;
      case "bracket_move":
        return form !== "" && region > 0 && region <= 4 && name.length - region - form.length >= 2
          ? `${name.slice(region, name.length - form.length)}(${name.slice(0, region)})${form}`
          : undefined;
    }
  })();
  return kind !== "exact" && result === name ? undefined : result;
}

function substitute(
  name: string,
  at: number,
  by: ReadonlyMap<string, readonly string[]>,
  chance: Chance,
): string | undefined {
  const others = (by.get(name.charAt(at)) ?? []).filter((other) => other !== name.charAt(at));
  return others.length === 0 ? undefined : replaceAt(name, at, chance.pick(others));
}

/** Six in seven from the groups, where one is at hand; the rest is any frequent character. */
function visual(
  name: string,
  anywhere: () => number,
  chance: Chance,
  lists: CorruptionLists,
): string | undefined {
  if (chance.next() < 1 / 7) return replaceAt(name, anywhere(), chance.pick(lists.frequent));
  const places = Array.from(name, (c, i) => (lists.lookAlikes.has(c) ? i : -1)).filter(
    (i) => i >= 0,
  );
  return places.length === 0
    ? undefined
    : substitute(name, chance.pick(places), lists.lookAlikes, chance);
}

function regionSuffix(name: string, region: number): string | undefined {
  const front = name.slice(0, region);
  if (/[市省]/.test(front)) return front.replace(/[市省]/, "") + name.slice(region);
  if (region === 0) return undefined;
  return `${front}${front === "山东" ? "省" : "市"}${name.slice(region)}`;
}

function spaced(name: string, chance: Chance): string {
  const at = 1 + chance.below(name.length - 1);
  const space = chance.pick([" ", "\u3000", "\u200b"]);
  return chance.pick([
    replaceAt(name, at, space, 0),
    ` ${name} `,
    `${name}。`,
    Array.from(name).join(" "),
    `\u3000${name}`,
  ]);
}

function formSwap(name: string, chance: Chance): string | undefined {
  if (name.includes("有限责任公司")) return name.replace("有限责任公司", "有限公司");
  if (name.includes("股份有限公司")) {
    return name.replace("股份有限公司", chance.pick(["股份公司", "有限公司"]));
  }
  return name.includes("有限公司") ? name.replace("有限公司", "有限责任公司") : undefined;
}

export const codeKinds = {
  missing: 47.8,
  ok: 21.47,
  one_wrong_char: 5.29,
  format: 4.83,
  lookalike: 4.68,
  taxid15: 4.29,
  transposition: 3.95,
  orgcode9: 2.35,
  oldreg15: 1.86,
  dropped_char: 1.65,
  other_entity: 1.28,
  garbage: 0.56,
} as const;
export type CodeKind = keyof typeof codeKinds;

/** The spoiled code, or undefined where the kind does not apply. `other`: a valid code of another enterprise. */
export function corruptCode(
  kind: CodeKind,
  code: string,
  chance: Chance,
  given: { readonly registrationNumber: string; readonly other: string },
): string | undefined {
  const at = chance.below(18);
  switch (kind) {
    case "missing":
      return chance.pick(["", "", "N/A", "无", "-"]);
    case "garbage":
      return chance.pick(["000000000000000", "000000000000000000"]);
    case "ok":
      return code;
    case "one_wrong_char": {
      const wrong = chance.pick(Array.from(creditCodeAlphabet));
      return wrong === code.charAt(at) ? undefined : replaceAt(code, at, wrong);
    }
    case "format":
      return chance.pick([
        code.toLowerCase(),
        `'${code}`,
        code.replace(/(..)(.{6})(.{9})/, "$1 $2 $3 "),
        code.replace(/(..)(.{6})(.{9})/, "$1-$2-$3-"),
        code.replace(/./g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
      ]);
    case "lookalike":
      return lookAlikeCode(code, chance);
    case "taxid15":
      return code.slice(2, 17);
    case "orgcode9":
      return chance.pick([code.slice(8, 17), `${code.slice(8, 16)}-${code.charAt(16)}`]);
    case "transposition": {
      const from = chance.below(17);
      const swapped = replaceAt(code, from, code.charAt(from + 1) + code.charAt(from), 2);
      return swapped === code || isCreditCode(swapped) ? undefined : swapped;
    }
    case "oldreg15":
      return given.registrationNumber === "" ? undefined : given.registrationNumber;
    case "dropped_char":
      return replaceAt(code, at, "");
    case "other_entity":
      return given.other;
  }
}

function lookAlikeCode(code: string, chance: Chance): string | undefined {
  const read: Record<string, string> = { "0": "O", "1": "I", "5": "S", "8": "B", B: "8" };
  const places = Array.from(code, (c, i) => (read[c] === undefined ? -1 : i)).filter((i) => i >= 0);
  let result = code;
  for (let left = 1 + chance.below(3); left > 0 && places.length > 0; left--) {
    const [at = 0] = places.splice(chance.below(places.length), 1);
    result = replaceAt(result, at, read[code.charAt(at)] ?? "");
  }
  return result === code || isCreditCode(result) ? undefined : result;
}

export const addressKinds = {
  none: 55.29,
  same: 9.68,
  prefix_drop: 10.82,
  room_drop: 6.83,
  fullwidth: 4.62,
  district_rename: 4.5,
  truncated: 3.7,
  moved: 4.55,
} as const;
export type AddressKind = keyof typeof addressKinds;

/** The spoiled address; `moved`: another address of the same city. */
export function corruptAddress(
  kind: AddressKind,
  address: string,
  chance: Chance,
  moved: string,
): string {
  switch (kind) {
    case "none":
      return "";
    case "same":
      return address;
    case "prefix_drop":
      return address.replace(/^(?:山东省?)?(?:.{2}市)?(?:.{1,4}?[区市县](?=.{4}))?/, "");
    case "room_drop":
      return address.replace(/(\d+(?:号|-\d+)).*$/, "$1");
    case "fullwidth":
      return address.replace(/\d/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
    case "district_rename":
      return address.replace(/胶南市|(?:经济技术)?开发区/, "黄岛区");
    case "truncated":
      return address.slice(
        0,
        Math.max(5, Math.floor(address.length * (0.4 + 0.4 * chance.next()))),
      );
    case "moved":
      return moved;
  }
}
