/** Answers to the queue of links. */
import { assertDistrictOfficer } from "../../domain/access/assert-district-officer.ts";
import { decideLink, undoLink } from "../../intake/link/decide-link.ts";
import type { MutationDecideLinkArgs, MutationUndoLinkArgs } from "../../schema/generated/types.ts";
import { type Mutations, nodeRef } from "../engine-language.ts";

const answering = { zh: "答复关联复核", en: "answer for links" };

export const linkReviewMutations = {
  decideLink: async ({ input }: MutationDecideLinkArgs, { pool, principal }) => {
    assertDistrictOfficer(principal, answering);
    const { groupKey, decision } = input;
    const creditCode = input.creditCode ?? undefined;
    const decidedBy = principal.subject;
    const answer = await decideLink({ pool, groupKey, decision, creditCode, decidedBy });
    const settled = answer.settled.reduce((sum, { record }) => sum + record.rows.length, 0);
    const enterprise = creditCode === undefined ? null : nodeRef("Enterprise", creditCode);
    return { settled, merged: answer.merged, enterprise };
  },
  undoLink: async ({ input }: MutationUndoLinkArgs, { pool, principal }) => {
    assertDistrictOfficer(principal, answering);
    return { reopened: await undoLink(pool, input.groupKey) };
  },
} satisfies Mutations;
