/** The compiled question of a screening and the pure one agree on every row, in all three values. */
import fc from "fast-check";
import { expect, test } from "vitest";

import { answers } from "../../../cultivation/compile/screenings-sql.ts";
import { answerQuestion, type SheetRow } from "../../../domain/screening/answer-question.ts";
import { bindCondition, type Binding } from "../../../domain/screening/bind-condition.ts";
import type { Condition } from "../../../domain/screening/condition.ts";
import { type ColumnType, columnsOf, type Question } from "../../../domain/screening/question.ts";
import { arbitraryCondition } from "../../domain/screening/arbitrary-condition.ts";
import { lexicon } from "../../domain/screening/screening-kit.ts";
import { createTestDatabase } from "../../kit/database.ts";

const db = await createTestDatabase();
const binding: Binding = {
  catalogue: lexicon.catalogue,
  indicators: {
    indicatorOf: () => undefined,
    titleOf: (title) => (title.startsWith("省") ? undefined : title),
    packOf: (pack) => pack,
  },
  areaOf: (name) => (name === "市南区" ? { code: "1", column: "area:town" } : undefined),
  ownPlaces: new Set(["西海岸新区"]),
};
const runs = Number(process.env["GOLDSEED_TEST_QUESTIONS"] ?? 60);

/** Values near the thresholds of the question, so that edges are met. */
function valuesFor(question: Question, type: ColumnType, column: string) {
  if (type === "boolean") return fc.constantFrom(true, false, null);
  if (type === "text") return fc.constantFrom("C3562", "6510", "63", "1", "Z", "", null);
  const edges = numbersOn(question, column);
  const near = edges.flatMap((edge) => [edge, edge - 1, edge + 1, edge + 0.01]);
  return fc.constantFrom(...near.map((value) => value.toFixed(4)), null, "0");
}

function numbersOn(question: Question, column: string): number[] {
  if (question.kind === "number")
    return question.column === column
      ? [Number(question.value.digits) / 10 ** question.value.scale]
      : [];
  if (question.kind === "not") return numbersOn(question.of, column);
  if (question.kind === "choose")
    return [question.when, question.then, question.otherwise].flatMap((one) =>
      numbersOn(one, column),
    );
  return question.kind === "all" || question.kind === "any"
    ? question.of.flatMap((one) => numbersOn(one, column))
    : [];
}

const casesOf = (condition: Condition) => {
  const question = bindCondition(condition, binding);
  const columns = [...columnsOf(question)];
  const row = fc.record(
    Object.fromEntries(columns.map(([name, type]) => [name, valuesFor(question, type, name)])),
  );
  return fc
    .array(row, { minLength: 6, maxLength: 12 })
    .map((rows) => ({ question, columns, rows: rows as readonly SheetRow[] }));
};

async function answersInSql({ question, columns, rows }: CaseOf): Promise<unknown[]> {
  const typed = columns.map(([name, type]) => `, "${name}" ${type}`).join("");
  const sheet = `select * from json_to_recordset($1) as r(credit_code text${typed})`;
  const { rows: found } = await db.worker.query<{ m0: boolean | null }>(
    `select m0 from (${answers([{ question }], sheet)}) told order by credit_code`,
    [
      JSON.stringify(
        rows.map((row, place) => ({ ...row, credit_code: String(place).padStart(3, "0") })),
      ),
    ],
  );
  return found.map(({ m0 }) => m0 ?? "unknown");
}

interface CaseOf {
  readonly question: Question;
  readonly columns: readonly (readonly [string, ColumnType])[];
  readonly rows: readonly SheetRow[];
}

test("the compiled question answers as the pure one does", async () => {
  const seen = new Set<unknown>();
  await fc.assert(
    fc.asyncProperty(arbitraryCondition.chain(casesOf), async (one) => {
      const pure = one.rows.map((row) => answerQuestion(one.question, row));
      expect(await answersInSql(one)).toEqual(pure);
      for (const truth of pure) seen.add(truth);
    }),
    { numRuns: runs },
  );
  // Otherwise the comparison proves little.
  expect([...seen].map(String).sort()).toEqual(["false", "true", "unknown"]);
});
