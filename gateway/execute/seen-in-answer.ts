/**
 * What a query asked as another caller has come to: its data, and why what is masked or withheld in it is so. A failure of
 * the query or of the moment is no sight of anybody's and is the asker's own failure.
 */
import { GoldseedError, type ErrorCode, errorCatalogue } from "../../domain/errors.ts";
import type { Seen } from "../../resolvers/engine-language.ts";
import type { Answer } from "./answer-operation.ts";
import type { AccessExtension } from "./explain-access.ts";

/** Failures of the query itself and not of what its caller may see. */
const unusable = /^(GRAPHQL_|BAD_|OPERATION_|METHOD_)/u;
/** So is the whole answer withheld from the other. */
const withheld: ReadonlySet<string> = new Set(["FORBIDDEN", "FORBIDDEN_FIELD", "NOT_FOUND"]);

interface Body {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions: { readonly details?: Readonly<Record<string, unknown>> };
  }[];
  readonly extensions?: { readonly access?: AccessExtension };
}

/** @throws GoldseedError BAD_USER_INPUT for a query that nobody can ask, else of the code that the answer failed with. */
export function seenInAnswer({ failure, body }: Answer): Seen {
  const { data = null, errors = [], extensions } = JSON.parse(body.toString()) as Body;
  if (failure === null) return { data, decisions: extensions?.access?.fields ?? [], refusal: null };
  const message = errors[0]?.message ?? failure;
  if (withheld.has(failure)) return { data: null, decisions: [], refusal: message };
  if (unusable.test(failure))
    throw new GoldseedError(
      "BAD_USER_INPUT",
      `查询无法执行（${failure}）。 The query cannot be asked (${failure}). Try it by itself first.`,
    );
  const code = Object.hasOwn(errorCatalogue, failure)
    ? (failure as ErrorCode)
    : "INTERNAL_SERVER_ERROR";
  throw new GoldseedError(code, message, { details: errors[0]?.extensions.details ?? {} });
}
