import fc from "fast-check";
import { expect, test } from "vitest";

import { readComparableName } from "../../../domain/linking/comparable-name.ts";
import { startEntityRows } from "../../../domain/linking/entity-rows.ts";
import { startNameRows } from "../../../domain/linking/name-rows.ts";
import { startTexts } from "../../../domain/linking/text-table.ts";
import { loadNameLexicon } from "../../../intake/link/load-name-lexicon.ts";
import { makeNames } from "../../kit/registry-names.ts";

const lexicon = await loadNameLexicon();
const text = fc.string({ unit: "binary", maxLength: 40 });

test("texts come back as they were put in, and are in the order of strings", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { minLength: 2, maxLength: 400 }), (rows) => {
      const table = startTexts(2);
      rows.forEach((row) => table.push(row));
      rows.forEach(([a, b], row) => {
        expect([table.get(row, 0), table.get(row, 1)]).toEqual([a, b]);
        const [, other] = rows[(row + 1) % rows.length]!;
        const order = b < other ? -1 : b > other ? 1 : 0;
        expect(Math.sign(table.compareText(row, 1, other))).toBe(order);
        expect(Math.sign(table.compareRows(row, (row + 1) % rows.length, 1))).toBe(order);
        expect(table.startsWith(row, 1, other.slice(0, 2))).toBe(b.startsWith(other.slice(0, 2)));
      });
    }),
    { numRuns: 50 },
  );
});

const branches = [
  "中国某某银行股份有限公司青岛黄岛支行",
  "（青岛）某某(集团)有限公司",
  "",
  "山东省青岛市公司",
];

test("a name is the same in rows as it was read, now and formerly", () => {
  const rows = startNameRows();
  const names = [...makeNames(500, 3), ...branches];
  names.forEach((name, i) => {
    const written =
      i % 5 === 4 ? { name, former: true, validTo: "2020-01-01" } : { name, former: false };
    rows.push(written, readComparableName(name, lexicon), i * 2);
  });
  names.forEach((name, i) => {
    const read = readComparableName(name, lexicon);
    const { whole, text, bare, parentLength, form, region, regionText, branchRegion } = rows.at(i)!;
    expect({ whole, text, bare, parentLength, form, region, regionText, branchRegion }).toEqual(
      read,
    );
    expect(rows.writtenAt(i)).toMatchObject({ name, former: i % 5 === 4 });
    expect(rows.ownerOf(i)).toBe(i * 2);
  });
  expect([rows.length, rows.at(names.length), rows.at(-1), rows.writtenAt(-1)]).toEqual([
    names.length,
    undefined,
    undefined,
    undefined,
  ]);
});

test("an enterprise is the same in rows, whether it goes by its code or not", () => {
  const rows = startEntityRows();
  const entities = [
    {
      id: "91370211MA3C000000",
      creditCode: "91370211MA3C000000",
      formerCodes: ["91370211MA3C000001"],
    },
    { id: "X1", creditCode: "", formerCodes: undefined },
  ].map((one, i) => ({
    ...one,
    registrationNumber: i === 0 ? "" : "370211000000001",
    cities: i === 0 ? ["3702"] : ["3702", "3713"],
    local: i === 0 ? "虚构路1号" : "",
    firstRow: i * 3,
    endRow: i * 3 + 2,
  }));
  entities.forEach((entity) => rows.push(entity));
  entities.forEach((entity, i) => {
    const { id, creditCode, formerCodes, registrationNumber, cities, local, firstRow, endRow } =
      rows.at(i)!;
    expect({
      id,
      creditCode,
      formerCodes,
      registrationNumber,
      cities,
      local,
      firstRow,
      endRow,
    }).toEqual(entity);
  });
  expect([rows.length, rows.at(2)]).toEqual([2, undefined]);
});
