/** Finds the end of an HTML tag, comment or script in linear time, so that pasted web pages read as their text. */

const blocks = /^<\/?(?:p|br|li|ul|ol|div|tr|table|h[1-6]|section|article)\b/i;
const cell = /^<\/?t[dh]\b/i;
/** Another cell of the row follows the end of this one. */
const nextCell = /^\s*<t[dh]\b/i;
const unread = ["script", "style", "template", "noscript"] as const;

/** A tag longer than this is taken for a stray `<`: keeps the scan linear on hostile input. */
const longestTag = 2_000;

export interface Markup {
  /** Offset just past the markup. */
  readonly end: number;
  /** What it shows: blocks are parted by a line, the cells of a table row by a colon ("last year's revenue: at least ..."). */
  readonly text: "" | "\n" | "：";
}

/** The markup that starts at `at` (a `<`), or undefined when that character is text, as in "< 5%". */
export function markupEnd(text: string, at: number): Markup | undefined {
  const head = text.slice(at, at + 16);
  if (head.startsWith("<!--")) return { end: closing(text, at, "-->"), text: "" };
  if (!/^<[/!]?[a-z]/i.test(head)) return undefined;
  const name = unread.find((tag) => head.toLowerCase().startsWith(`<${tag}`));
  if (name !== undefined) return { end: closing(text, at, `</${name}>`), text: "\n" };
  const window = text.slice(at, at + longestTag);
  const end = window.indexOf(">");
  if (end < 0) return undefined;
  const ends = at + end + 1;
  if (cell.test(head))
    return { end: ends, text: nextCell.test(text.slice(ends, ends + 64)) ? "：" : "" };
  return { end: ends, text: blocks.test(head) ? "\n" : "" };
}

/** Markup that is never closed hides the rest, as a browser would. */
function closing(text: string, at: number, mark: string): number {
  const end = text.indexOf(mark, at);
  return end < 0 ? text.length : end + mark.length;
}
