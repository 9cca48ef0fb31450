/** Makes one entry of the table of settings, with what most entries leave out filled in. */
import type { OptionGroup, Option, ValueType } from "./option.ts";

interface Traits<T, Default extends T | null> {
  readonly group: OptionGroup;
  readonly type: ValueType<T>;
  readonly default: Default;
  readonly texts: readonly [zh: string, en: string];
  readonly unit?: Option<T>["unit"];
  readonly secret?: boolean;
  readonly example?: string;
  readonly formerEnv?: readonly string[];
}

export function option<T, const Default extends T | null>(env: string, traits: Traits<T, Default>) {
  const { group, type, texts, formerEnv = [], secret = false, unit = null } = traits;
  const example = traits.example ?? String(traits.default);
  const [zh, en] = texts;
  return { env, group, type, default: traits.default, example, unit, secret, zh, en, formerEnv };
}
