/** Sight of another area for a reason and a time: what may be granted, and which grants are in force at a moment. */
import { nearestNames } from "../../lib/nearest-names.ts";
import { GoldseedError } from "../errors.ts";
import type { Tier } from "../vocabulary.ts";
import type { AccessPolicy } from "./policy.ts";
import type { Principal } from "./principal.ts";

export interface Grant {
  readonly subject: string;
  /** A zone or a town. */
  readonly areaCode: string;
  /** Seconds since 1970; the end is not in it. */
  readonly fromS: number;
  readonly toS: number;
}

export interface GrantWish extends Grant {
  readonly reason: string;
  readonly grantedBy: string;
}

/** The caller with the areas it sees at this moment beside its own. */
export function withGrants(
  principal: Principal,
  grants: readonly Grant[],
  nowS: number,
): Principal {
  const codes = grants
    .filter(
      ({ subject, fromS, toS }) => subject === principal.subject && fromS <= nowS && nowS < toS,
    )
    .map(({ areaCode }) => areaCode)
    .filter((code) => !principal.areaCodes.includes(code));
  return codes.length === 0
    ? principal
    : { ...principal, grantedAreaCodes: [...new Set(codes)].sort() };
}

const leastReason = 4;
const secondsOfDay = 86_400;

/** @throws GoldseedError BAD_USER_INPUT with everything that is wrong with a wish. */
export function assertGrantable(
  wish: GrantWish,
  {
    policy,
    areas,
    nowS,
  }: {
    readonly policy: Pick<AccessPolicy, "longestGrantDays">;
    readonly areas: ReadonlyMap<string, Tier>;
    readonly nowS: number;
  },
): void {
  const { subject, areaCode, fromS, toS, reason, grantedBy } = wish;
  const kind = areas.get(areaCode);
  const days = policy.longestGrantDays;
  const checks: readonly (readonly [boolean, string])[] = [
    [
      subject.trim() === "",
      "被授权人为空，应为令牌中的名称 / the subject is empty, expected the name in the token",
    ],
    [grantedBy.trim() === "", "未说明由谁授权 / it is not said who grants it"],
    [
      kind !== "ZONE" && kind !== "TOWN",
      `“${areaCode}”不是功能区或镇街 / "${areaCode}" is no zone or town${nearest(areaCode, areas.keys())}`,
    ],
    [
      [...reason.trim()].length < leastReason,
      `事由“${reason}”不足 ${leastReason} 字 / the reason "${reason}" is shorter than ${leastReason} characters`,
    ],
    [
      !(toS > Math.max(fromS, nowS)),
      "结束早于开始，或已经结束 / it ends before it begins, or has ended",
    ],
    [toS - fromS > days * secondsOfDay, `超过 ${days} 天 / it lasts longer than ${days} days`],
  ];
  const problems = checks.filter(([wrong]) => wrong).map(([, text]) => text);
  if (problems.length === 0) return;
  throw new GoldseedError(
    "BAD_USER_INPUT",
    `授权不成立 / The grant cannot be given: ${problems.join("; ")}`,
    { details: { problems } },
  );
}

function nearest(code: string, known: Iterable<string>): string {
  const [near] = nearestNames(code, known);
  return near === undefined ? "" : `; did you mean "${near}"?`;
}
