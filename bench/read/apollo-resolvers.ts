/** Resolvers of the usual server, for what the benchmark asks. */
import { and, desc, eq, like, sql } from "drizzle-orm";

import { areas } from "../../store/tables/areas.ts";
import { enterprises } from "../../store/tables/enterprises.ts";
import { titles } from "../../store/tables/titles.ts";
import { titleKinds } from "../../domain/vocabulary.ts";
import type { Resolvers } from "../../gateway/load-schema.ts";
import type { UsualContext } from "./apollo-context.ts";

type Row = Readonly<Record<string, string>>;
interface First {
  readonly first?: number | null;
}
interface ListArguments extends First {
  readonly after?: string | null;
  readonly filter?: {
    readonly town?: string;
    readonly inLibrary?: boolean;
    readonly nameContains?: string;
  };
}

/** Columns that lists need: the generated ones are left out, as anybody would. */
async function enterpriseList(_root: unknown, args: ListArguments, context: UsualContext) {
  const { after, filter } = args;
  const first = args.first ?? 20;
  const conditions = [
    ...(filter?.town ? [eq(enterprises.townCode, filter.town)] : []),
    ...(filter?.inLibrary === undefined ? [] : [eq(enterprises.inLibrary, filter.inLibrary)]),
    ...(filter?.nameContains ? [like(enterprises.name, `%${filter.nameContains}%`)] : []),
  ];
  if (after) {
    const [score, code] = Buffer.from(after, "base64url").toString().split("~");
    conditions.push(
      sql`(${enterprises.scoreOrder}, ${enterprises.creditCode}) < (${score}::float8, ${code})`,
    );
  }
  const rows = await (
    await context.database()
  )
    .select()
    .from(enterprises)
    .where(and(...conditions))
    .orderBy(desc(enterprises.scoreOrder), desc(enterprises.creditCode))
    .limit(first + 1);
  const edges = rows.slice(0, first).map((node) => ({
    node,
    cursor: Buffer.from(`${node.scoreOrder}~${node.creditCode}`).toString("base64url"),
  }));
  return {
    edges,
    pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null },
  };
}

/** Titles counted by area of one kind, in one query, then put in the grid. */
async function statistics(
  _root: unknown,
  { kind }: { kind: "TOWN" | "ZONE" },
  context: UsualContext,
) {
  const database = await context.database();
  const code = kind === "TOWN" ? titles.townCode : titles.zoneCode;
  const counts = await database
    .select({ code, kind: titles.kind, count: sql<number>`count(*)::int` })
    .from(titles)
    .where(eq(titles.status, "VALID"))
    .groupBy(code, titles.kind);
  const rows = await database.select().from(areas).where(eq(areas.kind, kind));
  return rows.map((area) => ({
    area,
    titles: titleKinds.map((each) => ({
      kind: each,
      count: counts.find((row) => row.code === area.code && row.kind === each)?.count ?? 0,
    })),
  }));
}

export const usualResolvers: Resolvers = {
  Query: {
    enterprise: async (
      _root: unknown,
      { creditCode }: { creditCode: string },
      context: UsualContext,
    ) => {
      const rows = await (
        await context.database()
      )
        .select()
        .from(enterprises)
        .where(eq(enterprises.creditCode, creditCode));
      return rows[0] ?? null;
    },
    enterprises: enterpriseList,
    statistics,
  },
  Enterprise: {
    town: ({ townCode }: Row, _args: unknown, { area }: UsualContext) =>
      townCode ? area.load(townCode) : null,
    titles: ({ creditCode }: Row, _args: unknown, context: UsualContext) =>
      context.titles.load(creditCode ?? ""),
    financials: ({ creditCode }: Row, { first }: First, context: UsualContext) =>
      context.financials(first ?? 20).load(creditCode ?? ""),
    employments: ({ creditCode }: Row, { first }: First, context: UsualContext) =>
      context.employments(first ?? 20).load(creditCode ?? ""),
    ipRights: async ({ creditCode }: Row, { first }: First, context: UsualContext) => {
      const nodes = await context.ipRights(first ?? 20).load(creditCode ?? "");
      return { creditCode, edges: nodes.map((node) => ({ node })) };
    },
    portrait: ({ creditCode }: Row, _args: unknown, { portrait }: UsualContext) =>
      portrait.load(creditCode ?? ""),
  },
  Portrait: { scoreParts: ({ scorePartsText }: { scorePartsText: unknown }) => scorePartsText },
  IpRightConnection: {
    totalCount: ({ creditCode }: Row, _args: unknown, { ipCount }: UsualContext) =>
      ipCount.load(creditCode ?? ""),
  },
};
