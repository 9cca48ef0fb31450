/** What one setting is: everything that loads, explains, redacts and documents it reads this and nothing else. */

/** How the text of a value is understood. */
export interface ValueType<T> {
  /** What is accepted, ending the sentence "expected …". */
  readonly expectedZh: string;
  readonly expectedEn: string;
  /** @returns undefined when the text is not of this type. */
  readonly parse: (text: string) => T | undefined;
  /** The value as text, without any password in it. */
  show(value: T): string;
}

export interface Option<T> {
  /** Name in the environment. The file and the flags use the option's own camelCase name. */
  readonly env: string;
  readonly group: OptionGroup;
  readonly type: ValueType<T>;
  /** Used when nothing sets the option; null: the option is unset. */
  readonly default: string | number | boolean | null;
  /** A value that would do, for texts about mending. */
  readonly example: string;
  /** Unit of a number; null when it has none. */
  readonly unit: "ms" | "s" | "bytes" | "rows" | "connections" | null;
  /** Secrets are never shown, and `<env>_FILE` may name a file that holds them. */
  readonly secret: boolean;
  readonly zh: string;
  readonly en: string;
  /** Names of the past, still read with a warning. */
  readonly formerEnv: readonly string[];
}

export const optionGroups = {
  general: ["一般", "General"],
  store: ["数据库", "Database"],
  http: ["网关", "Gateway"],
  limits: ["查询限制", "Limits of an operation"],
  tokens: ["身份验证", "Authentication"],
  audit: ["审计", "Audit"],
  city: ["市级平台", "City platform"],
  model: ["语言模型", "Language model"],
} as const;

export type OptionGroup = keyof typeof optionGroups;

/** A table of options, by their camelCase names. */
export type OptionTable = Readonly<Record<string, Option<unknown>>>;

/** What a table yields: an option without a default may be null. */
export type ValuesOf<Table extends Readonly<Record<string, unknown>>> = {
  readonly [Name in keyof Table]: Table[Name] extends {
    readonly default: null;
    readonly type: ValueType<infer T>;
  }
    ? T | null
    : Table[Name] extends { readonly type: ValueType<infer T> }
      ? T
      : never;
};
