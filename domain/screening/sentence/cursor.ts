/** A place in a sentence being read, with the errors that name it. */
import { GoldseedError } from "../../errors.ts";

export interface Cursor {
  readonly text: string;
  at: number;
}

/** Moves past `word` when it stands here. */
export function take(cursor: Cursor, word: string): boolean {
  if (!cursor.text.startsWith(word, cursor.at)) return false;
  cursor.at += word.length;
  return true;
}

/** Moves past `word`, which must stand here. @throws GoldseedError BAD_USER_INPUT */
export function expect(cursor: Cursor, word: string): void {
  if (!take(cursor, word)) throw unexpected(cursor, `“${word}”`);
}

/** Moves past what `pattern` (sticky) matches here; undefined when it does not. */
export function takePattern(cursor: Cursor, pattern: RegExp): string | undefined {
  pattern.lastIndex = cursor.at;
  const found = pattern.exec(cursor.text)?.[0];
  if (found !== undefined) cursor.at += found.length;
  return found;
}

/** The text up to `word`, which is passed too. @throws GoldseedError BAD_USER_INPUT */
export function takeUntil(cursor: Cursor, word: string): string {
  const end = cursor.text.indexOf(word, cursor.at);
  if (end < 0) throw unexpected(cursor, `“${word}”`);
  const found = cursor.text.slice(cursor.at, end);
  cursor.at = end + word.length;
  return found;
}

/** What stands here is not what the sentence needs. */
export function unexpected({ text, at }: Cursor, wanted: string): GoldseedError {
  const here = text.slice(at, at + 12);
  return new GoldseedError(
    "BAD_USER_INPUT",
    `条件句第 ${at + 1} 字处“${here}”无法读懂，应为${wanted} / The sentence cannot be read at character ${at + 1}. 请按示例改写 / Mend it there.`,
    { details: { at, here } },
  );
}
