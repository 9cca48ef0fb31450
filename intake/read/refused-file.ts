/** A file that is not taken in, said in both languages. */
import { GoldseedError } from "../../domain/errors.ts";

export function refusedFile(name: string, zh: string, en: string): GoldseedError {
  return new GoldseedError("FILE_REFUSED", `“${name}”${zh} / "${name}" ${en}.`, {
    details: { name },
  });
}
