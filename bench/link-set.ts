/** Makes a labelled set of mentions out of a register, from a seed: enterprises that are in it, and some that are not. */
import { creditCodeCheckCharacter } from "../domain/enterprise/credit-code.ts";
import type { Mention } from "../domain/linking/mention.ts";
import type { RegistryEntry } from "../domain/linking/registry-entry.ts";
import {
  addressKinds,
  codeKinds,
  corruptAddress,
  corruptCode,
  corruptName,
  type CorruptionLists,
  type SimpleKind,
  simpleKinds,
} from "./link-corruption.ts";
import { type Chance, startChance } from "./link-random.ts";

export interface LabelledMention extends Mention {
  readonly qid: string;
  /** The entry meant; empty when it is not in the register. */
  readonly truth: string;
  readonly relation: "same" | "branch_of" | "none";
  readonly nameKind: string;
  readonly codeKind: string;
  readonly addressKind: string;
  readonly expected: "auto" | "review" | "none";
}

export interface LabelledSet {
  readonly registry: readonly RegistryEntry[];
  readonly mentions: readonly LabelledMention[];
}

const shares = {
  simple: 71.17,
  combo: 5.63,
  historical: 4.76,
  branch_suffix: 2.5,
  branch_added: 1.82,
  nm_other_prov_same_core: 6,
  nm_other_prov_near_core: 2.25,
  nm_other_prov_region_dropped: 2.25,
  nm_sibling: 4.5,
} as const;

/** Places outside the province: city name, division code. */
const elsewhere = [
  ["郑州", "410100"],
  ["南阳", "411300"],
  ["长沙", "430100"],
  ["成都", "510100"],
  ["襄阳", "420600"],
  ["苏州", "320500"],
  ["杭州", "330100"],
  ["大连", "210200"],
  ["西安", "610100"],
  ["昆明", "530100"],
  ["合肥", "340100"],
  ["九江", "360400"],
  ["石家庄", "130100"],
  ["太原", "140100"],
  ["兰州", "620100"],
] as const;

export interface SetRequest {
  readonly registry: readonly RegistryEntry[];
  readonly lists: CorruptionLists;
  readonly seed: number;
  readonly size: number;
  /** Rows of entries near another one of the same city, to be taken out of the register. */
  readonly siblings: readonly number[];
  /** Entries of the outside world: not in the register, their names as like its names as chance makes them. */
  readonly outside: OutsideWorld;
}

export interface OutsideWorld {
  /** Their text is also borne inside. */
  readonly same: readonly RegistryEntry[];
  /** Their text is near one inside. */
  readonly near: readonly RegistryEntry[];
}

export function makeLinkSet(request: SetRequest): LabelledSet {
  const { registry, lists, seed, size, siblings } = request;
  const chance = startChance(seed);
  const removed = new Set<number>();
  const pool = [...siblings];
  const renamed = [...registry.keys()].filter((row) => registry[row]!.names.length > 1);
  const mentions: LabelledMention[] = [];
  while (mentions.length < size) {
    const kind = chance.weighted(shares);
    let row = chance.below(registry.length);
    if (kind === "historical" && chance.next() < 0.7) row = chance.pick(renamed);
    if (kind === "nm_sibling") {
      row = pool.splice(chance.below(pool.length), 1)[0] ?? -1;
      if (row < 0) continue;
      removed.add(row);
    }
    const entry = kind.startsWith("nm_other")
      ? outsider(kind, request.outside, chance)
      : registry[row];
    if (entry === undefined || (!kind.startsWith("nm_") && removed.has(row))) continue;
    const name = nameFor(kind, entry, chance, lists);
    if (name === undefined) continue;
    mentions.push(mentionOf({ entry, kind, name, chance, registry, qid: `Q${mentions.length}` }));
  }
  const left = registry.filter((_, row) => !removed.has(row));
  const gone = new Set([...removed].map((row) => registry[row]?.id));
  const kept = mentions.filter(({ truth }) => truth === "" || !gone.has(truth));
  return { registry: left, mentions: expectReview(kept, left, lists) };
}

/** A shortened name that several entries survive equally well needs a number to be told. */
function expectReview(
  mentions: readonly LabelledMention[],
  registry: readonly RegistryEntry[],
  lists: CorruptionLists,
): LabelledMention[] {
  const short = new Map<string, number>();
  const count = (text: string): void => void short.set(text, (short.get(text) ?? 0) + 1);
  for (const { names } of registry) {
    const { name } = names[0]!;
    count(`drop ${name.slice(lists.regionLength(name))}`);
    count(`abbrev ${lists.stemOf(name)}`);
    for (const length of [8, 10, 12, 14])
      if (name.length > length) count(`cut ${name.slice(0, length)}`);
  }
  return mentions.map((mention) => {
    const name = mention.name.replace(/(?:\.{3}|\u2026)$/, "");
    const key = { region_drop: "drop", abbrev: "abbrev", truncated: "cut" }[mention.nameKind];
    const many = key !== undefined && (short.get(`${key} ${name}`) ?? 0) > 1;
    const hasNumber = mention.codeKind !== "missing" && mention.codeKind !== "other_entity";
    return many && mention.expected === "auto" && !hasNumber
      ? { ...mention, expected: "review" as const }
      : mention;
  });
}

interface Named {
  readonly name: string;
  readonly kind: string;
  /** The name alone leads to one enterprise. */
  readonly tells: boolean;
}

function nameFor(
  kind: keyof typeof shares,
  entry: RegistryEntry,
  chance: Chance,
  lists: CorruptionLists,
): Named | undefined {
  const current = entry.names[0]!.name;
  const light = (name: string): string =>
    chance.next() < 0.3
      ? (corruptName(
          chance.pick(["typo_phonetic", "spaces", "form_swap", "traditional"]),
          name,
          chance,
          lists,
        ) ?? name)
      : name;
  const one = (name: string, simple: SimpleKind): Named | undefined => {
    const spoiled = corruptName(simple, name, chance, lists);
    return spoiled === undefined ? undefined : { name: spoiled, kind: simple, tells: true };
  };
  switch (kind) {
    case "simple":
      return one(current, chance.weighted(simpleKinds));
    case "combo": {
      const kinds = [
        "typo_phonetic",
        "typo_visual",
        "char_drop",
        "spaces",
        "traditional",
        "noise_wrap",
        "char_swap",
        "region_drop",
        "form_swap",
        "char_dup",
      ] as const;
      const [a, b] = [chance.pick(kinds), chance.pick(kinds)];
      const first = a === b ? undefined : one(current, a);
      const second = first && one(first.name, b);
      return second && { ...second, kind: `combo2:${a}+${b}` };
    }
    case "historical": {
      const former = entry.names.slice(1);
      if (former.length > 0) return { name: chance.pick(former).name, kind, tells: true };
      const changed = changedName(current, chance, lists);
      return changed === undefined
        ? undefined
        : { name: changed, kind: "historical_unknown", tells: false };
    }
    case "branch_suffix": {
      if (!/公司.+(分公司|支行|分理处|支局|营业部|分店|加油站|门市部|代表处)$/.test(current))
        return undefined;
      return { name: shortBranch(current, chance), kind, tells: true };
    }
    case "branch_added":
      return current.endsWith("公司")
        ? {
            name:
              current +
              chance.pick(["黄岛分公司", "第一分公司", "开发区分公司", "胶南分公司", "青岛分公司"]),
            kind,
            tells: true,
          }
        : undefined;
    case "nm_sibling":
      return { name: light(current), kind, tells: false };
    case "nm_other_prov_same_core":
    case "nm_other_prov_near_core":
    case "nm_other_prov_region_dropped": {
      const region = lists.regionLength(current);
      if (region === 0) return undefined;
      const [city] = chance.pick(elsewhere);
      const front = kind === "nm_other_prov_region_dropped" ? "" : city + chance.pick(["", "市"]);
      return { name: light(front + current.slice(region)), kind, tells: false };
    }
  }
}

function outsider(
  kind: keyof typeof shares,
  { same, near }: OutsideWorld,
  chance: Chance,
): RegistryEntry {
  if (kind === "nm_other_prov_same_core") return chance.pick(same);
  return chance.pick(kind === "nm_other_prov_near_core" || chance.next() < 0.3 ? near : same);
}

function changedName(name: string, chance: Chance, lists: CorruptionLists): string | undefined {
  const region = lists.regionLength(name);
  if (region === 0) return undefined;
  const stem = name.slice(region);
  const way = chance.weighted({ region: 50, industry: 38, core: 12 });
  if (way === "region") return chance.pick(["胶南市", "青岛经济技术开发区", "山东", "山东"]) + stem;
  const at = way === "core" ? region : region + 2;
  const changed =
    name.slice(0, at) +
    chance.pick(lists.frequent) +
    chance.pick(lists.frequent) +
    name.slice(at + 2);
  return way === "core" || name.length > at + 6 ? changed : undefined;
}

function shortBranch(name: string, chance: Chance): string {
  return chance.pick([
    name.replace(/有限责任公司|有限公司/, "公司"),
    name.replace(/有限公司(?=.)/, ""),
    name.replace(/股份有限公司/, ""),
    name.replace(/公司(.{2,3}?)(?=分公司)/, "公司"),
  ]);
}

interface Parts {
  readonly entry: RegistryEntry;
  readonly kind: keyof typeof shares;
  readonly name: Named;
  readonly chance: Chance;
  readonly registry: readonly RegistryEntry[];
  readonly qid: string;
}

function mentionOf({ entry, kind, name, chance, registry, qid }: Parts): LabelledMention {
  const inRegister = !kind.startsWith("nm_");
  const foreign = kind.startsWith("nm_other");
  const [city, authority] = foreign ? chance.pick(elsewhere) : [entry.city, ""];
  const ownCode = foreign ? codeAt(authority, chance) : entry.creditCode;
  const codeKind = chance.weighted(codeKinds);
  const code = corruptCode(codeKind, ownCode, chance, {
    registrationNumber: foreign ? "" : entry.registrationNumber,
    other: chance.pick(registry).creditCode,
  });
  const addressKind = entry.address === "" ? "none" : chance.weighted(addressKinds);
  const own = foreign ? entry.address.replace(/^.*?[市县区]/, `${city}市`) : entry.address;
  const moved = movedAddress(entry, registry, chance);
  const missing = codeKind === "missing" || codeKind === "garbage" || code === undefined;
  const usable = !missing && codeKind !== "other_entity";
  const auto = (usable || (missing && name.tells)) && kind !== "branch_added";
  return {
    qid,
    name: name.name,
    code: code ?? "",
    address: corruptAddress(addressKind, own, chance, foreign ? own : moved),
    place: chance.next() < 0.5 && city !== "" ? `${city}市` : "",
    truth: inRegister ? entry.id : "",
    relation: !inRegister ? "none" : kind === "branch_added" ? "branch_of" : "same",
    nameKind: name.kind,
    codeKind: missing ? "missing" : codeKind,
    addressKind,
    expected: !inRegister ? "none" : auto ? "auto" : "review",
  };
}

function movedAddress(
  entry: RegistryEntry,
  registry: readonly RegistryEntry[],
  chance: Chance,
): string {
  for (let tries = 0; tries < 200; tries++) {
    const other = chance.pick(registry);
    if (other.city === entry.city && other.address !== "") return other.address;
  }
  return entry.address;
}

function codeAt(authority: string, chance: Chance): string {
  for (;;) {
    const digits = Array.from({ length: 9 }, () => chance.below(10)).join("");
    const first17 = `91${authority}${digits}`;
    const check = creditCodeCheckCharacter(first17);
    if (check !== undefined) return first17 + check;
  }
}
