/** An option whose value is one of a closed list of words, in either case. */
import { InvalidArgumentError, Option } from "commander";

export function choiceOption(flags: string, description: string, words: readonly string[]): Option {
  const list = words.join(", ").toLowerCase();
  return new Option(flags, `${description} (${list})`).argParser((text) => {
    const word = words.find((known) => known === text.toUpperCase());
    if (word === undefined)
      throw new InvalidArgumentError(`应为 ${list} 之一 / Expected one of ${list}.`);
    return word;
  });
}
