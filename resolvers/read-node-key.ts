/** The key of a row that an input names by its global id. */
import { GoldseedError } from "../domain/errors.ts";
import { parseGlobalId } from "../lib/global-id.ts";

/** @returns the first part of the key. @throws GoldseedError BAD_USER_INPUT when the id is of another type, or none. */
export function readNodeKey(type: string, id: string): string {
  const parsed = parseGlobalId(id);
  const [key] = parsed?.key ?? [];
  if (parsed?.type === type && key !== undefined && key !== "") return key;
  throw new GoldseedError(
    "BAD_USER_INPUT",
    `“${id.slice(0, 100)}”不是 ${type} 的编号 / "${id.slice(0, 100)}" is no id of a ${type}. Take it from the field "id" of one.`,
  );
}
