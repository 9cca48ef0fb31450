/**
 * A notice as pasted, scanned or copied from a web page, reduced to the characters that carry meaning, each of which
 * still knows where it stood: every citation is given in offsets of the original text.
 */
import { markupEnd } from "./markup-end.ts";

export interface PlainText {
  readonly text: string;
  /** Original offset of each character of `text`, plus one past the last. */
  readonly origins: Uint32Array;
}

const sameMeaning: Readonly<Record<string, string>> = {
  ",": "，",
  ";": "；",
  ":": "：",
  "(": "（",
  ")": "）",
  "[": "（",
  "]": "）",
  "【": "（",
  "】": "）",
  "?": "？",
  "!": "。",
  "！": "。",
  "–": "-",
  "—": "-",
  "―": "-",
  "~": "-",
  "〜": "-",
  "－": "-",
  "﹣": "-",
  "﹪": "%",
  "％": "%",
  "≧": "≥",
  "≦": "≤",
  "⩾": "≥",
  "⩽": "≤",
  "“": "",
  "”": "",
  "‘": "",
  "’": "",
  '"': "",
  "'": "",
  "「": "",
  "」": "",
  "\u3000": "",
  "\t": "",
  " ": "",
  "\r": "",
};

/** Ranges of characters that show nothing: zero-width, bidirectional marks, fillers, variation selectors, tag characters. */
const invisible: readonly (readonly [from: number, to: number])[] = [
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180e],
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff0, 0xfffb],
  [0xe0000, 0xe0fff],
];

const entities: Readonly<Record<string, string>> = {
  "&nbsp;": "",
  "&lt;": "<",
  "&gt;": ">",
  "&ge;": "≥",
  "&le;": "≤",
  "&amp;": "&",
  "&quot;": "",
  "&ldquo;": "",
  "&rdquo;": "",
  "&mdash;": "-",
  "&hellip;": "…",
};

/** Reduces a text in one pass, linear in its length. */
export function plainText(original: string): PlainText {
  const out: string[] = [];
  const origins: number[] = [];
  let at = 0;
  while (at < original.length) {
    const step = stepAt(original, at);
    for (const char of step.text) {
      out.push(char);
      origins.push(at);
      if (char.length === 2) origins.push(at);
    }
    at = step.next;
  }
  origins.push(original.length);
  return { text: out.join(""), origins: Uint32Array.from(origins) };
}

interface Step {
  readonly text: string;
  readonly next: number;
}

function stepAt(original: string, at: number): Step {
  const first = original.charAt(at);
  if (first === "<") {
    const markup = markupEnd(original, at);
    if (markup !== undefined) return { text: markup.text, next: markup.end };
  }
  if (first === "&") {
    const entity = /^&[a-z]{2,6};/.exec(original.slice(at, at + 8))?.[0];
    const text = entity === undefined ? undefined : entities[entity];
    if (entity !== undefined && text !== undefined) return { text, next: at + entity.length };
  }
  const point = original.codePointAt(at) ?? 0;
  const char = String.fromCodePoint(point);
  return { text: oneCharacter(original, at, char), next: at + char.length };
}

function oneCharacter(original: string, at: number, char: string): string {
  if (
    char === "," &&
    isDigit(original[at - 1]) &&
    /^\d{3}(?!\d)/.test(original.slice(at + 1, at + 5))
  )
    return "";
  const wide = char >= "\uff01" && char <= "\uff5e";
  const narrow = wide ? String.fromCharCode(char.charCodeAt(0) - 0xfee0) : char;
  const mapped = sameMeaning[char] ?? sameMeaning[narrow];
  if (mapped !== undefined) return mapped;
  if (narrow < " " && narrow !== "\n") return "";
  if (char > "~" && isInvisible(char)) return "";
  return isCompatibilityIdeograph(char) ? char.normalize("NFKC") : narrow;
}

function isInvisible(char: string): boolean {
  const point = char.codePointAt(0) ?? 0;
  return invisible.some(([from, to]) => point >= from && point <= to);
}

function isDigit(char: string | undefined): boolean {
  return char !== undefined && char >= "0" && char <= "9";
}

/** Scanners and fonts yield look-alike code points; NFKC would also destroy list marks such as U+2460, so only these. */
function isCompatibilityIdeograph(char: string): boolean {
  return (char >= "\u2e80" && char <= "\u2fdf") || (char >= "\uf900" && char <= "\ufaff");
}
