/** An export that was asked for, as the graph tells it: the second person reads what is asked, with which values. */
import type { decideExport } from "../../accounts/decide-export.ts";

export function toldExport({ variables, ...request }: Awaited<ReturnType<typeof decideExport>>) {
  return { ...request, variables: JSON.parse(variables) as unknown };
}
