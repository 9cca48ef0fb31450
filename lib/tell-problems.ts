/** Everything that is wrong with a value that a schema refuses, in both languages and with its place. */
import { z } from "zod";

const zh = z.locales.zhCN().localeError;
const en = z.locales.en().localeError;

/** Own messages of a schema, which say both languages, stand as they are. */
export function tellProblems(shape: z.ZodType, value: unknown): string[] {
  const messages = (error: typeof zh) => shape.safeParse(value, { error }).error?.issues ?? [];
  const english = messages(en);
  return messages(zh).map(({ path, message }, at) => {
    const other = english[at]?.message ?? message;
    const where = path.join(".") || "整个文件 whole file";
    return `${where}: ${message === other ? message : `${message} / ${other}`}`;
  });
}
