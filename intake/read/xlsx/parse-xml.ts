/**
 * XML of a workbook as events, chunk by chunk. No document type is allowed, so that no entity can be defined: neither one
 * that swells (billion laughs) nor one that reads a file.
 */
import { SaxesParser } from "saxes";

import type { GoldseedError } from "../../../domain/errors.ts";
import { refusedFile } from "../refused-file.ts";
import { workbookLimits } from "./workbook-limits.ts";

export type Attributes = Readonly<Record<string, string>>;

/** Names come without their prefix. */
export interface XmlEvents {
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/** Yields after each chunk, when its events have been told. @throws GoldseedError FILE_REFUSED for what is no plain XML. */
export async function* parseXml(
  name: string,
  chunks: AsyncIterable<Buffer>,
  events: XmlEvents,
): AsyncGenerator<void, void, undefined> {
  const meter = new TokenMeter(name);
  const parser = parserOf(name, events, meter);
  const decoder = new TextDecoder("utf-8");
  let first = true;
  for await (const chunk of chunks) {
    if (first && isWide(chunk)) {
      throw refusedFile(name, "内部 XML 不是 UTF-8", "holds XML that is not UTF-8; save it anew");
    }
    first = false;
    const text = decoder.decode(chunk, { stream: true });
    parser.write(text);
    meter.add(text.length);
    yield;
  }
  parser.write(decoder.decode());
  parser.close();
  yield;
}

function parserOf(name: string, events: XmlEvents, meter: TokenMeter): SaxesParser {
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw refusedFile(
      name,
      `内部 XML 有误（${error.message}）`,
      `holds faulty XML (${error.message})`,
    );
  });
  parser.on("doctype", () => {
    throw doctype(name);
  });
  parser.on("opentag", (tag) => {
    meter.enter();
    events.open?.(localName(tag.name), tag.attributes);
  });
  parser.on("closetag", (tag) => {
    meter.leave();
    events.close?.(localName(tag.name));
  });
  const { text } = events;
  if (text !== undefined) {
    parser.on("text", text);
    parser.on("cdata", text);
  }
  return parser;
}

/** The parser keeps what stands between two tags in memory: no more than the limit may. */
class TokenMeter {
  readonly #name: string;
  #since = 0;
  #depth = 0;

  constructor(name: string) {
    this.#name = name;
  }

  add(characters: number): void {
    this.#since += characters;
    if (this.#since > workbookLimits.xmlToken) {
      throw refusedFile(
        this.#name,
        `内部 XML 有一处超过 ${workbookLimits.xmlToken} 个字符，不是表格软件存出的文件，已停止读取；请用表格软件打开后另存为 XLSX 或 CSV`,
        `holds XML with more than ${workbookLimits.xmlToken} characters in one place, which no spreadsheet writes; reading was stopped. Open it in a spreadsheet and save it anew as XLSX or CSV`,
      );
    }
  }

  enter(): void {
    this.#since = 0;
    if (++this.#depth > workbookLimits.xmlDepth) {
      throw refusedFile(this.#name, "内部 XML 嵌套过深", "holds XML that is nested too deep");
    }
  }

  leave(): void {
    this.#since = 0;
    this.#depth--;
  }
}

const localName = (name: string): string => name.slice(name.indexOf(":") + 1);

const isWide = (chunk: Buffer): boolean =>
  (chunk[0] === 0xff && chunk[1] === 0xfe) || (chunk[0] === 0xfe && chunk[1] === 0xff);

const doctype = (name: string): GoldseedError =>
  refusedFile(
    name,
    "内部 XML 带有 DOCTYPE（可定义实体），不予读取",
    "holds XML with a DOCTYPE, which may define entities; it is not read",
  );
