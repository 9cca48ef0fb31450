/** The queue as an officer works through it: grouped, so that one answer settles all records that look alike. */
import { GoldseedError } from "../../domain/errors.ts";
import { wordsOfReason } from "../../domain/linking/review-reason-words.ts";
import { readReviewQueue } from "../../intake/link/read-review-queue.ts";
import type { LinkReviewGroup, QueryLinkReviewGroupsArgs } from "../../schema/generated/types.ts";
import type { ComputedFields } from "../engine-language.ts";

const most = 200;

export const linkReviewComputed = {
  "Query.linkReviewGroups": async (
    { source, first }: QueryLinkReviewGroupsArgs,
    { pool, principal },
  ): Promise<LinkReviewGroup[]> => {
    const limit = first ?? 20;
    if (limit < 1 || limit > most) {
      throw new GoldseedError(
        "BAD_USER_INPUT",
        `first 为 ${limit}，应为 1 至 ${most} / first is ${limit}, expected 1 to ${most}.`,
      );
    }
    const groups = await readReviewQueue(pool, principal, { sourceId: source ?? undefined, limit });
    return groups.map(({ groupKey, sourceId, records, mention, candidates, note, openedAt }) => ({
      groupKey,
      source: sourceId,
      records,
      name: mention["name"] ?? "",
      code: said(mention["code"]),
      address: said(mention["address"]),
      candidates: candidates.map((one) => ({
        ...one,
        stops: [...one.stops],
        stopWords: one.stops.map(wordsOf),
      })),
      note: said(note),
      openedAt,
    }));
  },
} satisfies ComputedFields;

const said = (text: string | null | undefined): string | null =>
  text == null || text === "" ? null : text;

const wordsOf = (code: string) => {
  const { zh, en } = wordsOfReason(code);
  return { code, messageZh: zh, messageEn: en };
};
