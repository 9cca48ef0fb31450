/** What makes two records one question: the same name, number and source; without a number the same place as well. */
import { normaliseAddress } from "../../domain/enterprise/address.ts";
import { companyNameKey, readMentionedName } from "../../domain/enterprise/company-name.ts";
import { classifyIdentifier } from "../../domain/enterprise/identifier.ts";
import type { Mention } from "../../domain/linking/mention.ts";

/** Stable text: decisions are remembered under it. */
export function groupKeyOf(mention: Mention, sourceId: string): string {
  const name = companyNameKey(readMentionedName(mention.name).name);
  const { value } = classifyIdentifier(mention.code);
  const place = value === "" ? `${mention.place.trim()} ${normaliseAddress(mention.address)}` : "";
  return [sourceId, name, value, place.trim()].join("|");
}
