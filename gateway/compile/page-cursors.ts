/**
 * The cursors of one page: those that it begins and ends by, and what the database signs new ones with. A cursor knows how
 * deep in its list it lies, so that a list that is read to its end page after page is known for an export.
 */
import type { Principal } from "../../domain/access/principal.ts";
import { seenAreas } from "../../domain/access/sight.ts";
import { GoldseedError } from "../../domain/errors.ts";
import { onceInARow } from "../../lib/once-in-a-row.ts";
import { oncePer } from "../../lib/once-per.ts";
import type { ArgumentSource } from "./argument-source.ts";
import type { CompileContext } from "./compile-context.ts";
import type { ConnectionRequest } from "./connection.ts";
import { type CursorParameters, listKey, readCursor, type ReadCursor } from "./cursor.ts";
import type { Order } from "./order.ts";
import type { Page } from "./page.ts";
import type { BindInputs } from "./plan.ts";

/** Placeholders of a cursor's keys, or null without a cursor. */
export interface PageBounds {
  readonly after: readonly string[] | null;
  readonly before: readonly string[] | null;
}

interface PageParts {
  readonly order: Order;
  readonly page: Page;
  readonly filter: ArgumentSource;
}

export function pageCursors(
  context: CompileContext,
  request: ConnectionRequest,
  { order, page, filter }: PageParts,
): { readonly cursor: CursorParameters; readonly bounds: PageBounds } {
  const signed = cursorContext(request, order, filter);
  const [after, before] = [page.after, page.before].map(
    (source) => source && { source, read: cursorReader(source, signed, order) },
  ) as [Given | null, Given | null];
  const { parameters } = context;
  const place = request.path.join(".");
  const depth = (): string =>
    parameters.add(`cursor depth ${place}`, "int", (inputs) =>
      String(depthOf(context, inputs, { page, given: [after, before] })),
    );
  // Read whether or not the page tells a cursor: going on too deep is refused.
  if (after || before) depth();
  const cursor = {
    key: parameters.addOwn(
      `cursor key ${place}`,
      "bytea",
      (inputs) => `\\x${listKey(inputs.cursorKey.secret, signed(inputs))}`,
    ),
    depth,
  };
  const keys = (given: Given | null) => given && boundKeys(context, order, given);
  return { cursor, bounds: { after: keys(after), before: keys(before) } };
}

/** A cursor that a page was given. */
interface Given {
  readonly source: ArgumentSource;
  readonly read: (inputs: BindInputs) => ReadCursor;
}

/**
 * Rows from the list's end to this page's, as far as the pages on the way asked for.
 *
 * @throws GoldseedError EXPORT_UNCONFIRMED where a page goes on beyond what one person decides about.
 */
function depthOf(
  { access }: CompileContext,
  inputs: BindInputs,
  { page, given }: { readonly page: Page; readonly given: readonly (Given | null)[] },
): number {
  const before = Math.max(0, ...given.map((one) => one?.read(inputs).depth ?? 0));
  const depth = before + page.rows(inputs);
  const free = access.freeRows;
  if (before === 0 || free === null || depth <= free) return depth;
  const { confirmedRows = 0 } = inputs;
  if (depth <= confirmedRows) return depth;
  throw new GoldseedError(
    "EXPORT_UNCONFIRMED",
    confirmedRows > 0
      ? `已到第 ${depth} 行，经确认的导出为 ${confirmedRows} 行 / This page goes to row ${depth} of its list, and the export that was confirmed has ${confirmedRows}. Ask for an export of so many.`
      : `已到第 ${depth} 行。连续读取超过 ${free} 行即为批量导出，须另一人确认：requestExport，或 goldseed export --propose 事由 / This page goes to row ${depth} of its list. Beyond ${free} it is an export that another person confirms: \`requestExport\`, or \`goldseed export … --propose REASON\`.`,
    { details: { rows: depth, free } },
  );
}

/** A cursor is good for one caller, place, filter and order: this text says them, as JSON. */
function cursorContext(request: ConnectionRequest, order: Order, filter: ArgumentSource) {
  const place = `${request.parent.shape.type}.${request.definition.name}`;
  const sorted = `${order.keys.map((key) => key.column).join(",")}:${order.descending ? "desc" : "asc"}`;
  const list = JSON.stringify([place, sorted]);
  return onceInARow(
    ({ variables, principal }: BindInputs): string =>
      `${list}${JSON.stringify(filter.read(variables) ?? null)}${callerOf(principal)}`,
  );
}

const callerOf = oncePer((principal: Principal) =>
  JSON.stringify([principal.subject, principal.tier, seenAreas(principal)]),
);

function cursorReader(
  source: ArgumentSource,
  signed: (inputs: BindInputs) => string,
  order: Order,
): Given["read"] {
  return onceInARow((inputs: BindInputs) => {
    const text = source.read(inputs.variables);
    if (typeof text !== "string")
      throw new GoldseedError(
        "BAD_CURSOR",
        "游标不是文本，请从第一页重新开始 / The cursor is not a text. Start again from the first page.",
      );
    return readCursor(text, signed(inputs), inputs.cursorKey, order.keys);
  });
}

function boundKeys(
  { parameters }: CompileContext,
  order: Order,
  { source, read }: Given,
): readonly string[] {
  return order.keys.map((key, index) =>
    parameters.add(
      `cursor ${source.key} ${index} ${order.descending}`,
      key.type,
      (inputs) => read(inputs).keys[index] ?? null,
    ),
  );
}
