/**
 * The rows of a list, page after page, each asked for as a request of its own: whoever loses a right between two pages is
 * refused the second, and the export ends there.
 */
import { errorCatalogue, type ErrorCode, GoldseedError } from "../domain/errors.ts";
import type { GraphqlAnswer } from "./post-graphql.ts";

/** `exportId`: `begin` for the first page, then the id of its request, under which the audit has the export. */
export type AskPage = (after: string | null, exportId: string) => Promise<GraphqlAnswer>;

type Row = Readonly<Record<string, unknown>>;

export interface ExportPage {
  readonly rows: readonly Row[];
  readonly exportId: string;
}

interface Connection {
  readonly edges: readonly { readonly node: Row }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** @throws GoldseedError of the code that the gateway answered with, or BAD_USER_INPUT for a document without a list. */
export async function* exportPages(askPage: AskPage): AsyncGenerator<ExportPage, void> {
  let exportId = "begin";
  for (let after: string | null = null; ;) {
    const answer: GraphqlAnswer = await askPage(after, exportId);
    assertWhole(answer);
    if (after === null) exportId = answer.requestId ?? notNamed();
    const { edges, pageInfo } = connectionIn(answer.data) ?? noList();
    yield { rows: edges.map(({ node }) => node), exportId };
    if (!pageInfo.hasNextPage) return;
    if (pageInfo.endCursor === null || pageInfo.endCursor === after) noList();
    after = pageInfo.endCursor;
  }
}

/** A page with anything refused in it is no page of an export: nobody would see that the column is empty by a refusal. */
function assertWhole({ errors = [] }: GraphqlAnswer): void {
  const [first] = errors;
  if (first === undefined) return;
  const code = first.extensions?.code ?? "";
  const known = Object.hasOwn(errorCatalogue, code) ? (code as ErrorCode) : "INTERNAL_SERVER_ERROR";
  throw new GoldseedError(known, `导出已停止 / The export was stopped: ${first.message}`);
}

function connectionIn(value: unknown): Connection | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const { edges, pageInfo } = value as Partial<Connection>;
  if (Array.isArray(edges) && pageInfo && typeof pageInfo.hasNextPage === "boolean")
    return value as Connection;
  for (const inner of Object.values(value)) {
    const found = connectionIn(inner);
    if (found !== null) return found;
  }
  return null;
}

function notNamed(): never {
  throw new GoldseedError(
    "GATEWAY_UNAVAILABLE",
    "网关未给出请求编号，导出无从追溯 / The gateway's answer bears no x-request-id, by which copies of an export are traced. Is it a Goldseed gateway, and does a proxy take the header away?",
  );
}

function noList(): never {
  throw new GoldseedError(
    "BAD_USER_INPUT",
    "查询须有一个列表，含 edges { node }、pageInfo { hasNextPage endCursor } 和变量 $after / The document must ask one list, with edges { node }, pageInfo { hasNextPage endCursor } and the variable $after.",
  );
}
