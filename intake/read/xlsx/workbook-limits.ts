/**
 * How much a workbook may be. A workbook is a ZIP of XML: a small file may say that it is a huge one, so everything is
 * counted while it is unpacked and not believed from its directory.
 */
export const workbookLimits = {
  /** Parts in the archive; a workbook of a hundred sheets has some 250. */
  parts: 1_000,
  /** Unpacked bytes of all parts that are read. A million registry rows take 0.6 GB. */
  unpackedBytes: 2_147_483_648,
  /** Unpacked to packed, counted beyond `unpackedBeforeRatio`; repetitive sheets reach 40. */
  ratio: 100,
  unpackedBeforeRatio: 16_777_216,
  /** What spreadsheets themselves hold. */
  rows: 1_048_576,
  /** No source has a quarter of it; each row is written out up to its last cell. */
  columns: 512,
  sheets: 100,
  /** Characters between two tags, or within one. */
  xmlToken: 2_097_152,
  xmlDepth: 64,
  /** Bytes of the rows written out, for each byte of the file: one shared text may stand in a million cells. */
  spoolRatio: 200,
  spoolBeforeRatio: 67_108_864,
  formats: 65_536,
} as const;
