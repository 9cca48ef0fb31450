/** Divisions of GB/T 4754-2017 by section, so that "manufacturing" finds codes written with and without their letter. */
const sections: Readonly<Record<string, readonly [first: number, last: number]>> = {
  A: [1, 5],
  B: [6, 12],
  C: [13, 43],
  D: [44, 46],
  E: [47, 50],
  F: [51, 52],
  G: [53, 60],
  H: [61, 62],
  I: [63, 65],
  J: [66, 69],
  K: [70, 70],
  L: [71, 72],
  M: [73, 75],
  N: [76, 79],
  O: [80, 82],
  P: [83, 83],
  Q: [84, 85],
  R: [86, 90],
  S: [91, 96],
  T: [97, 97],
  // 工业: mining, manufacturing, supply of power, gas and water.
  IND: [6, 46],
  // 服务业: the third sector without the public administration and international bodies.
  SVC: [51, 90],
};

/** Beginnings of the codes that a word of the industry list stands for: `C`, `65`, `63-64`; none for another word. */
export function industryDivisions(word: string): readonly string[] {
  const section = sections[word];
  if (section !== undefined) return between(section[0], section[1]);
  const [, first = "", last = first] = /^(\d{2,4})(?:-(\d{2}))?$/.exec(word) ?? [];
  if (first === "") return [];
  return first === last ? [first] : between(Number(first), Number(last));
}

const between = (first: number, last: number): string[] =>
  Array.from({ length: last - first + 1 }, (_, place) => String(first + place).padStart(2, "0"));
