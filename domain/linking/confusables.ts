/** Which characters are written for each other: homophones (typed by sound) and look-alikes (read by eye or machine). */
export interface Confusables {
  /** True when the two share a reading, tones aside. */
  readonly soundAlike: (a: string, b: string) => boolean;
  /** True when the two are taken for each other by eye. */
  readonly lookAlike: (a: string, b: string) => boolean;
}

/**
 * `readings`: lines `syllable characters`. `looks`: lines of characters, the first of each alike to all that follow.
 * `groups`: lines of characters that are all alike.
 */
export function buildConfusables(lists: {
  readonly readings: readonly string[];
  readonly looks: readonly string[];
  readonly groups: readonly string[];
}): Confusables {
  const syllables = new Map<string, number[]>();
  for (const [number, line] of lists.readings.entries()) {
    const characters = line.slice(line.indexOf(" ") + 1);
    for (const character of characters) {
      const known = syllables.get(character);
      if (known === undefined) syllables.set(character, [number]);
      else known.push(number);
    }
  }
  const looks = new Set<string>();
  const pair = (a: string, b: string): void => {
    looks.add(a + b).add(b + a);
  };
  for (const line of lists.looks) for (const other of line.slice(1)) pair(line.charAt(0), other);
  for (const line of lists.groups) for (const a of line) for (const b of line) pair(a, b);
  return {
    soundAlike(a, b) {
      const other = syllables.get(b);
      return other !== undefined && (syllables.get(a) ?? []).some((each) => other.includes(each));
    },
    lookAlike: (a, b) => looks.has(a + b),
  };
}
