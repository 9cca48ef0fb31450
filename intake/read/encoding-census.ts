/**
 * Counts, line by line, which encodings a file can be read in. A file of one encoding with a stray line is taken and
 * the line quarantined; a file stuck together from two encodings is refused with a line of each, because reading it in
 * either would turn half the names into other names without an error.
 */
import { isAscii, isUtf8 } from "node:buffer";

import { GoldseedError } from "../../domain/errors.ts";
import type { Encoding } from "./file-facts.ts";
import type { eachLine, LineBlock } from "./line-blocks.ts";

/** One line in a hundred may be damaged; more is a property of the file. */
const strayShare = 0.01;

export class EncodingCensus {
  readonly #name: string;
  #lines = 0;
  #nonAscii = 0;
  /** Lines that are not UTF-8. */
  #foreign = 0;
  /** Of these, lines that are not GB18030 either. */
  #neither = 0;
  #zeros = 0;
  #firstForeign = 0;
  #firstUtf8 = 0;
  #firstZero = 0;

  constructor(name: string) {
    this.#name = name;
  }

  count(block: LineBlock, walk: typeof eachLine): void {
    this.#lines += block.lineCount;
    if (block.bytes.includes(0)) {
      walk(block, (bytes, line) => {
        if (!bytes.includes(0)) return;
        this.#zeros++;
        this.#firstZero ||= line;
      });
    }
    if (isAscii(block.bytes)) return;
    const wholeIsGb = isUtf8(block.bytes) || isGb18030(block.bytes);
    walk(block, (bytes, line) => {
      if (isAscii(bytes)) return;
      this.#nonAscii++;
      if (isUtf8(bytes)) this.#firstUtf8 ||= line;
      else {
        this.#foreign++;
        this.#firstForeign ||= line;
        if (!wholeIsGb && !isGb18030(bytes)) this.#neither++;
      }
    });
  }

  /** @throws GoldseedError FILE_REFUSED when no one encoding reads all but a few lines. */
  conclude(): { readonly encoding: Encoding; readonly ascii: boolean } {
    if (this.#zeros > 1 && this.#zeros > this.#lines * strayShare) throw this.#binary();
    const stray = this.#nonAscii * strayShare;
    if (this.#foreign <= stray) return { encoding: "UTF-8", ascii: this.#nonAscii === 0 };
    if (this.#neither > stray) throw this.#unknown();
    // A short GB18030 line may pass for UTF-8 by chance; many may not.
    if (this.#nonAscii - this.#foreign > stray + 1) throw this.#mixed();
    return { encoding: "GB18030", ascii: false };
  }

  #binary(): GoldseedError {
    return this.#refuse(
      `有 ${this.#zeros} 行含 NUL 字节（首见于第 ${this.#firstZero} 行），是二进制文件，不是文本`,
      `holds NUL bytes on ${this.#zeros} lines (first on line ${this.#firstZero}): it is binary, expected text`,
    );
  }

  #unknown(): GoldseedError {
    return this.#refuse(
      `既不是 UTF-8，也不是 GB18030（如第 ${this.#firstForeign} 行），请另存为 UTF-8`,
      `is neither UTF-8 nor GB18030 (see line ${this.#firstForeign}); save it as UTF-8`,
    );
  }

  #mixed(): GoldseedError {
    const utf8 = this.#nonAscii - this.#foreign;
    return this.#refuse(
      `混有两种编码：${utf8} 行 UTF-8（如第 ${this.#firstUtf8} 行），${this.#foreign} 行 GB18030（如第 ${this.#firstForeign} 行），请分开或统一为 UTF-8`,
      `mixes encodings: ${utf8} lines of UTF-8 (see line ${this.#firstUtf8}), ${this.#foreign} of GB18030 (see line ${this.#firstForeign}); send two files, or one in UTF-8`,
    );
  }

  #refuse(zh: string, en: string): GoldseedError {
    return new GoldseedError("FILE_REFUSED", `“${this.#name}”${zh} / "${this.#name}" ${en}.`, {
      details: { name: this.#name, line: this.#firstForeign || this.#firstZero },
    });
  }
}

function isGb18030(bytes: Buffer): boolean {
  try {
    new TextDecoder("gb18030", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
