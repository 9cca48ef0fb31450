/** What a look over the whole file tells before a line of it is believed. */
export const encodings = ["UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"] as const;
export type Encoding = (typeof encodings)[number];

/** `JSON_ARRAY` and `XLSX` are written out as lines before they are read; `bytes` and `digest` are the file's own. */
export type FileFormat = "CSV" | "JSON_LINES" | "JSON_ARRAY" | "XLSX";

export interface FileFacts {
  /** Name without folders. */
  readonly name: string;
  readonly bytes: number;
  /** SHA-256, hex: the same file is known again, a changed one is not resumed. */
  readonly digest: string;
  readonly encoding: Encoding;
  /** True when the file says so itself by a byte order mark. */
  readonly marked: boolean;
  /** True when every byte is ASCII: then UTF-8 and GB18030 read alike. */
  readonly ascii: boolean;
  readonly format: FileFormat;
  /** Lines, rows of the sheet, or elements of the list. */
  readonly lines: number;
  /** Title of the sheet that was read; null but for a workbook. */
  readonly sheet: string | null;
}

/** Longer lines are refused: no record is a megabyte, and memory must not grow with what is sent. */
export const maxLineBytes = 1_048_576;
