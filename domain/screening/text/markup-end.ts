/** Finds the end of an HTML tag, comment or script in linear time, so that pasted web pages read as their text. */

const blocks = /^<\/?(?:p|br|li|ul|ol|div|tr|td|th|table|h[1-6]|section|article)\b/i;
const unread = ["script", "style", "template", "noscript"] as const;

/** A tag longer than this is taken for a stray `<`: keeps the scan linear on hostile input. */
const longestTag = 2_000;

export interface Markup {
  /** Offset just past the markup. */
  readonly end: number;
  /** True when the markup separates blocks of text. */
  readonly breaks: boolean;
}

/** The markup that starts at `at` (a `<`), or undefined when that character is text, as in "< 5%". */
export function markupEnd(text: string, at: number): Markup | undefined {
  const head = text.slice(at, at + 16);
  if (head.startsWith("<!--")) return { end: closing(text, at, "-->"), breaks: false };
  if (!/^<[/!]?[a-z]/i.test(head)) return undefined;
  const name = unread.find((tag) => head.toLowerCase().startsWith(`<${tag}`));
  if (name !== undefined) return { end: closing(text, at, `</${name}>`), breaks: true };
  const window = text.slice(at, at + longestTag);
  const end = window.indexOf(">");
  return end < 0 ? undefined : { end: at + end + 1, breaks: blocks.test(head) };
}

/** Markup that is never closed hides the rest, as a browser would. */
function closing(text: string, at: number, mark: string): number {
  const end = text.indexOf(mark, at);
  return end < 0 ? text.length : end + mark.length;
}
