/** Invented names, each given once: place, three characters of its own, trade, form. */
import { type Random, weightedPicker } from "./random.ts";
import { districtWords, type Industry, type NameWords } from "./words.ts";

export interface GivenName {
  readonly name: string;
  /** The part that tells it from others. */
  readonly core: string;
  readonly legalForm: string;
}

export type FormedKind = "COMPANY" | "OTHER" | "COOPERATIVE" | "INDIVIDUAL_BUSINESS";

export interface NameGiver {
  readonly give: (kind: FormedKind, industry: Industry, random: Random) => GivenName;
  /** A branch of an enterprise named before, in a town. */
  readonly giveBranch: (parent: string, townName: string) => string;
  readonly givePerson: (random: Random) => string;
}

/** Names are unique within one giver, so ask it in ordinal order. */
export function createNameGiver(): NameGiver {
  const { names, texts } = districtWords();
  const taken = new Set<string>();
  const pickers = formPickers(names);
  const place = texts["namePlace"] ?? "";
  const claim = (name: string): boolean => !taken.has(name) && taken.add(name).size > 0;
  return {
    give: (kind, industry, random) => {
      const [ending, legalForm] = pickers[kind](random);
      const trade = tradeWord(kind, industry, names, random);
      for (let length = 3; ; length++) {
        const core = coreOf(names, length, random);
        const name = `${place}${core}${trade}${ending}`;
        if (claim(name)) return { name, core, legalForm };
      }
    },
    giveBranch: (parent, townName) => {
      const stem = parent + townName.replace(/(街道|镇|省级自然保护区)$/, "");
      const end = texts["branchSuffix"] ?? "";
      for (let count = 1; ; count++) {
        const name = `${stem}${count > 1 ? chineseNumber(count) : ""}${end}`;
        if (claim(name)) return name;
      }
    },
    givePerson: (random) => random.pick(names.surnames) + random.pick(names.given),
  };
}

function formPickers(names: NameWords) {
  const pickerOf = (kind: FormedKind) =>
    weightedPicker(
      (names.forms[kind] ?? []).map(([end, form, weight]) => [[end, form] as const, weight]),
    );
  return {
    COMPANY: pickerOf("COMPANY"),
    OTHER: pickerOf("OTHER"),
    COOPERATIVE: pickerOf("COOPERATIVE"),
    INDIVIDUAL_BUSINESS: pickerOf("INDIVIDUAL_BUSINESS"),
  };
}

function tradeWord(kind: FormedKind, industry: Industry, names: NameWords, random: Random): string {
  if (kind === "INDIVIDUAL_BUSINESS") return random.pick(names.shopWords);
  if (kind === "COOPERATIVE") return random.pick(names.cooperativeWords);
  return random.pick(industry.words);
}

/**
 * Three characters, one more after each collision, so that it always ends. With two, 34 of the names of `full` were those of
 * real enterprises (of 216,000 looked at): nobody real may be said to have been fined.
 */
function coreOf(names: NameWords, length: number, random: Random): string {
  let core = random.pick(names.first) + random.pick(names.second);
  while (core.length < length) core += random.pick(names.third);
  return core;
}

const digits = "\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d";

/** Two to nine in Chinese, beyond that in digits: how branches of one parent in one town are told apart. */
function chineseNumber(count: number): string {
  return `\u7b2c${count < 10 ? digits.charAt(count - 2) : count}`;
}
