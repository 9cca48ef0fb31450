/** Collects the parameters of one statement; asking twice for the same value gives the same number. */
import type { ParameterReader } from "./plan.ts";

export class Parameters {
  readonly #readers: ParameterReader[] = [];
  readonly #unchecked = new Set<ParameterReader>();
  readonly #numbers = new Map<string, number>();

  /** @param key names the value: equal keys share a parameter. @returns its placeholder with a cast. */
  add(key: string, type: string, read: ParameterReader): string {
    const name = `${type} ${key}`;
    let number = this.#numbers.get(name);
    if (number === undefined) {
      number = this.#readers.push(read);
      this.#numbers.set(name, number);
    }
    return `$${number}::${type}`;
  }

  /** The same for a value that is of the gateway's own making: read where the text uses it, and else not at all. */
  addOwn(key: string, type: string, read: ParameterReader): string {
    this.#unchecked.add(read);
    return this.add(key, type, read);
  }

  /**
   * Numbers the placeholders that a finished text uses from 1 on, for the server refuses parameters that it does not
   * see. Readers of the others are kept as checks: an argument is refused even where its field was not asked for.
   */
  settle(text: string): {
    text: string;
    used: readonly ParameterReader[];
    checks: readonly ParameterReader[];
  } {
    const used = new Map<number, number>();
    const settled = text.replaceAll(/\$(\d+)(?=::)/gu, (_match, digits: string) => {
      const number = Number(digits);
      if (!used.has(number)) used.set(number, used.size + 1);
      return `$${used.get(number)}`;
    });
    const readerOf = (number: number) => this.#readers[number - 1] as ParameterReader;
    return {
      text: settled,
      used: [...used.keys()].map(readerOf),
      checks: this.#readers.filter(
        (reader, index) => !used.has(index + 1) && !this.#unchecked.has(reader),
      ),
    };
  }
}
