/** Several texts in one cell, such as the holders of a right; the value is an array as PostgreSQL writes it. */
import type { CellReader } from "../cell-reader.ts";
import { readText } from "./text.ts";

export const readList: CellReader = (text, column, context) => {
  const reading = readText(text.replaceAll(/[\r\n]+/g, "；"), column, context);
  const [value] = reading.values;
  if (value == null) return reading;
  // A comma stands inside names of foreign holders (Co., Ltd.); the enumerating comma does not.
  const parts = value.split(/[;；、|]/).map((part) => part.trim());
  const quoted = parts.filter((part) => part !== "").map((part) => `"${escaped(part)}"`);
  return { values: [quoted.length === 0 ? null : `{${quoted.join(",")}}`] };
};

const escaped = (text: string): string => text.replaceAll(/["\\]/g, String.raw`\$&`);
