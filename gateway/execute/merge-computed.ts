/** Puts what engines work out where the statement left a row's key, each value in the caller's shape. */
import { getArgumentValues, isNonNullType } from "graphql";

import { noteRefusal } from "../audit/audit-read.ts";
import type { ComputedSlot, Variables } from "../compile/plan.ts";
import { forbiddenField } from "../compile/refused-field.ts";
import type { RequestContext } from "../request-context.ts";
import type { Answering } from "./answer-operation.ts";
import type { PreparedDocument } from "./document-cache.ts";
import { engineContext } from "./engine-context.ts";
import { classify, errorEntry, type ErrorEntry } from "./error-entry.ts";
import { auditShaped, openShaping } from "./open-shaping.ts";
import { type OpenNode, type ResponsePath, shapeValue } from "./shape-value.ts";
import { visitSlots } from "./visit-slots.ts";

export interface ComputedInputs {
  readonly slots: readonly ComputedSlot[];
  readonly variables: Variables;
  readonly prepared: PreparedDocument;
  readonly context: RequestContext;
}

export interface WorkedOut {
  readonly errors: readonly ErrorEntry[];
  /** Rows that the values stand on, still to be read. */
  readonly openNodes: readonly OpenNode[];
}

/** Changes `data` in place. All are worked out at once; a failure is null and an error, and the others stand. */
export async function mergeComputed(
  answering: Answering,
  data: Record<string, unknown>,
  { slots, variables, prepared, context }: ComputedInputs,
): Promise<WorkedOut> {
  const reading = { prepared, variables, context };
  const shaping = openShaping(answering, reading);
  const failed: ErrorEntry[] = [];
  const work = slots.flatMap((slot) =>
    placesOf(data, slot).map(async ({ holder, key, path }) => {
      const rowKey = slot.keyed ? (holder[key] as string) : null;
      const put = (value: unknown) => void (holder[key] = value);
      put(null);
      try {
        const value = await workOut(answering, context, { slot, variables, rowKey });
        shapeValue(shaping, value, { type: slot.definition.type, nodes: slot.nodes, path }, put);
      } catch (error) {
        if (isNonNullType(slot.definition.type)) throw error;
        noteRefusal(answering, error, context);
        failed.push(toldFailure(answering, error, context, path));
      }
    }),
  );
  await Promise.all(work);
  await auditShaped(answering, shaping, data, reading);
  const refused = shaping.refusals.map(({ path, coordinate }) =>
    errorEntry(forbiddenField(coordinate), context.requestId, path),
  );
  return { errors: [...failed, ...refused], openNodes: shaping.openNodes };
}

interface Place {
  readonly holder: Record<string, unknown>;
  readonly key: string;
  readonly path: ResponsePath;
}

function placesOf(data: Record<string, unknown>, { path, keyed }: ComputedSlot): readonly Place[] {
  const places: Place[] = [];
  visitSlots(data, path, (holder, key, place) => {
    if (!keyed || typeof holder[key] === "string") places.push({ holder, key, path: place });
  });
  return places;
}

interface Work {
  readonly slot: ComputedSlot;
  readonly variables: Variables;
  readonly rowKey: string | null;
}

async function workOut(
  answering: Answering,
  context: RequestContext,
  { slot: { coordinate, definition, nodes }, variables, rowKey }: Work,
): Promise<unknown> {
  const engine = engineContext(answering, context);
  const handler = answering.engines?.computed[coordinate];
  const [node] = nodes;
  if (!handler || !node) throw new Error(`The field "${coordinate}" has no handler.`);
  return handler(getArgumentValues(definition, node, variables) as never, engine, rowKey);
}

function toldFailure(
  answering: Answering,
  error: unknown,
  { requestId }: RequestContext,
  path: ResponsePath,
): ErrorEntry {
  const known = classify(error);
  if (known.code === "INTERNAL_SERVER_ERROR") answering.onInternalError(error, requestId);
  return errorEntry(known, requestId, path);
}
