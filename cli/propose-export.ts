/** Asks, through the graph and as the caller of the export, that another person confirm an export of many rows. */
import { errorCatalogue, type ErrorCode, GoldseedError } from "../domain/errors.ts";
import type { GraphCall } from "./graph-call.ts";
import { postGraphql } from "./post-graphql.ts";

const mutation = `mutation RequestExport($input: RequestExportInput!) {
  requestExport(input: $input) { ok error { code message } request { id } }
}`;

interface Payload {
  readonly error: { readonly code: string; readonly message: string } | null;
  readonly request: { readonly id: string } | null;
}

/** @returns the id of the request. @throws GoldseedError as the gateway refuses it */
export async function proposeExport(
  { url, token, body }: GraphCall,
  { reason, rows }: { readonly reason: string; readonly rows: number },
): Promise<string> {
  const input = { document: body.query, variables: body.variables, rows, reason };
  const answer = await postGraphql({ url, token, body: { query: mutation, variables: { input } } });
  const payload = (answer.data as { requestExport?: Payload | null } | undefined)?.requestExport;
  if (payload?.request) return payload.request.id;
  const [first] = answer.errors ?? [];
  const code = payload?.error?.code ?? first?.extensions?.code ?? "";
  throw new GoldseedError(
    Object.hasOwn(errorCatalogue, code) ? (code as ErrorCode) : "INTERNAL_SERVER_ERROR",
    payload?.error?.message ?? first?.message ?? "导出申请未被受理 / The request was not taken.",
  );
}
