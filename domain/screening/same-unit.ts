/** Units that are one unit by two names: notices and the collection write 亿元人民币 for 亿元, 件 for 项. */

const plainUnit = (unit: string): string =>
  unit.replace(/人民币|\/年$/g, "").replace(/^[件个]$/, "项");

/** True when the written unit is the metric's own. */
export function sameUnit(written: string, own: string | null | undefined): boolean {
  return own != null && plainUnit(written) === plainUnit(own);
}
