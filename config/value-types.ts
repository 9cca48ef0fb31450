/** The kinds of value an option can have. Each says what it expects and never throws: a wrong text is `undefined`. */
import { isIP } from "node:net";
import { resolve } from "node:path";

import type { ValueType } from "./option.ts";

export function wholeNumber(min: number, max: number): ValueType<number> {
  return {
    expectedZh: `${min} 到 ${max} 之间的整数`,
    expectedEn: `a whole number from ${min} to ${max}`,
    parse: (text) => {
      const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
      return value >= min && value <= max ? value : undefined;
    },
    show: String,
  };
}

export function oneOf<const Word extends string>(words: readonly Word[]): ValueType<Word> {
  return {
    expectedZh: `${words.join("、")} 之一`,
    expectedEn: `one of ${words.join(", ")}`,
    parse: (text) => words.find((word) => word === text),
    show: (value) => value,
  };
}

/** `yes` and `on` are refused rather than guessed: a typing error must not read as false. */
export const trueOrFalse: ValueType<boolean> = {
  expectedZh: "true 或 false",
  expectedEn: "true or false",
  parse: (text) => ({ true: true, false: false })[text],
  show: String,
};

export const anyText: ValueType<string> = {
  expectedZh: "非空文本",
  expectedEn: "a text that is not empty",
  parse: (text) => (text.trim() === "" ? undefined : text),
  show: (value) => value,
};

export const secretText: ValueType<string> = { ...anyText, show: () => "***" };

/** Long enough that guessing is hopeless: RFC 2104 asks for keys as long as the digest, here 32 bytes. */
export const longSecret: ValueType<string> = {
  expectedZh: "至少 32 个字符的文本",
  expectedEn: "a text of at least 32 characters",
  parse: (text) => (text.length >= 32 ? text : undefined),
  show: () => "***",
};

/** Networks as `address/length`, parted by commas. */
export const networkList: ValueType<readonly string[]> = {
  expectedZh: "以逗号分隔的网段，如 10.20.0.0/16,fd00::/8",
  expectedEn: "networks parted by commas, such as 10.20.0.0/16,fd00::/8",
  parse: (text) => {
    const networks = text.split(",").map((network) => network.trim());
    return networks.every(isNetwork) ? networks : undefined;
  },
  show: (networks) => networks.join(","),
};

function isNetwork(text: string): boolean {
  const [address = "", length = "", ...more] = text.split("/");
  const version = isIP(address);
  const most = version === 4 ? 32 : 128;
  return version !== 0 && more.length === 0 && /^\d{1,3}$/.test(length) && Number(length) <= most;
}

/** Relative paths count from the working folder; the value is absolute. */
export const folderPath: ValueType<string> = {
  expectedZh: "文件夹路径",
  expectedEn: "the path of a folder",
  parse: (text) => (text.trim() === "" || text.includes("\0") ? undefined : resolve(text)),
  show: (value) => value,
};

/** Host names and addresses to listen on, as `listen` takes them. */
export const hostName: ValueType<string> = {
  expectedZh: "主机名或 IP 地址",
  expectedEn: "a host name or IP address",
  parse: (text) => (/^[\w.:-]{1,253}$/.test(text) ? text : undefined),
  show: (value) => value,
};

/** @param schemes without the colon, such as `https`. */
export function url(schemes: readonly string[]): ValueType<string> {
  const shapes = schemes.map((scheme) => `${scheme}://…`).join(" / ");
  return {
    expectedZh: `${shapes} 形式的地址`,
    expectedEn: `an address of the form ${shapes}`,
    parse: (text) => {
      const parsed = URL.canParse(text) ? new URL(text) : undefined;
      return parsed && schemes.includes(parsed.protocol.slice(0, -1)) && parsed.hostname !== ""
        ? text
        : undefined;
    },
    show: withoutPassword,
  };
}

/** The address with `***` for its password. */
export function withoutPassword(address: string): string {
  if (!URL.canParse(address)) return "***";
  const shown = new URL(address);
  if (shown.password !== "") shown.password = "***";
  for (const name of shown.searchParams.keys())
    if (/pass|key|token|secret/i.test(name)) shown.searchParams.set(name, "***");
  return shown.toString();
}
