/** Reads who a command acts as: `district`, `city`, `town:370211010`, `zone:董家口经济区`. Areas go by code or name. */
import { GoldseedError } from "../domain/errors.ts";
import { type Tier, tiers } from "../domain/vocabulary.ts";
import { nearestNames } from "../lib/nearest-names.ts";
import type { AreaRow } from "../store/read-area-file.ts";

export interface Caller {
  readonly tier: Tier;
  readonly areaCodes: readonly string[];
}

/** @param text such as `town:370211010,370211011`. @throws GoldseedError BAD_USER_INPUT saying what would do. */
export function parseCaller(text: string, areas: readonly AreaRow[]): Caller {
  const [tier = "", list = ""] = text.split(/[:：](.*)/s);
  const names = list.split(/[,，]/).map((name) => name.trim());
  return callerOf(
    tier,
    names.filter((name) => name !== ""),
    areas,
  );
}

const known = tiers.join(", ").toLowerCase();

/** @param names codes or names of areas; none means the whole tier, for city and district. */
export function callerOf(
  tierText: string,
  names: readonly string[],
  areas: readonly AreaRow[],
): Caller {
  const tier = tiers.find((one) => one === tierText.trim().toUpperCase());
  if (!tier)
    throw wrong(
      `没有层级“${tierText}”，应为 ${known} 之一 / "${tierText}" is not a tier, expected one of ${known}`,
    );
  const own = areas.filter((area) => area.kind === tier);
  if (names.length > 0)
    return { tier, areaCodes: names.map((name) => codeOf(name, tier, own)).sort() };
  if (tier === "ZONE" || tier === "TOWN")
    throw wrong(
      `${tier} 须指明区域 / the tier ${tier} needs an area, such as "${tier.toLowerCase()}:${own[0]?.code ?? ""}"`,
    );
  return { tier, areaCodes: own.map(({ code }) => code).sort() };
}

function codeOf(name: string, tier: Tier, areas: readonly AreaRow[]): string {
  const found = areas.find(
    (area) => area.code === name || area.name === name || area.formerNames.includes(name),
  );
  if (found) return found.code;
  const near = nearestNames(
    name,
    areas.flatMap((area) => [area.code, area.name]),
  );
  const hint =
    near.length === 0 ? "" : ` Did you mean ${near.map((one) => `"${one}"`).join(" or ")}?`;
  throw wrong(
    `“${name}”不是 ${tier} 一级的区域 / "${name}" is not an area of the tier ${tier}.${hint}`,
  );
}

function wrong(what: string): GoldseedError {
  return new GoldseedError("BAD_USER_INPUT", `${what}${/[.?]$/.test(what) ? "" : "."}`);
}
