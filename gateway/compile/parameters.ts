/** Collects the parameters of one statement; asking twice for the same value gives the same number. */
import type { ParameterReader } from "./plan.ts";

export class Parameters {
  readonly #readers: ParameterReader[] = [];
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

  get readers(): readonly ParameterReader[] {
    return this.#readers;
  }
}
