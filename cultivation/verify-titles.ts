/** Compares for every enterprise and title: claimed, registered, computed. The assessments come first. */
import type { Criteria } from "../domain/criteria/criteria.ts";
import { chooseVersion } from "../domain/criteria/version/choose-version.ts";
import type { TitleKind } from "../domain/vocabulary.ts";
import type { PoolClient } from "../store/pool.ts";
import { writeVerifications } from "../store/queries/verify-titles.ts";
import { titleKindOf } from "./indicators/title-kinds.ts";

export interface VerifyOptions {
  readonly criteria: Criteria;
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Null for all enterprises. */
  readonly codes: readonly string[] | null;
}

/** @returns how many verifications are new, other than before, or gone. */
export async function verifyTitles(
  client: PoolClient,
  { criteria, asOf, codes }: VerifyOptions,
): Promise<number> {
  const rules = Object.entries(titleKindOf).map(([title, kind]) => ({
    kind,
    newPack: governing(criteria, title, { date: asOf, kind: "new" }),
    renewalPack: governing(criteria, title, { date: asOf, kind: "renewal" }),
    coveredBy: kindsCovering(criteria, title),
  }));
  return writeVerifications(client, { asOf, codes, rules });
}

/** Of the titles that the store has a register of. */
function kindsCovering({ catalogue }: Criteria, title: string): readonly TitleKind[] {
  const covering = catalogue.titles.get(title)?.coveredBy ?? [];
  return covering.flatMap((id) => titleKindOf[id] ?? []);
}

function governing(
  criteria: Criteria,
  title: string,
  application: Parameters<typeof chooseVersion>[2],
): string | null {
  const pack = chooseVersion(criteria, title, application);
  return pack?.status === "active" ? pack.id : null;
}
