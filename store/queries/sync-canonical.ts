/**
 * The canonical record of docs/city-protocol.md section 9 as SQL, for digests over whole tables in one statement. The
 * same as sync/protocol/canonical-record.ts gives row by row; a test compares both over generated rows.
 */

/** Bytes of one field: tag, letter, length in bytes, value; only the tag and a dash for null. */
function field(tag: number, letter: "s" | "d", expression: string): string {
  const value = `(${expression})::text`;
  return `coalesce('${tag}${letter}' || octet_length(${value}) || ':' || ${value}, '${tag}-') || E'\\n'`;
}

function digest(type: string, fields: readonly string[]): string {
  return `sha256(convert_to(E'sme-sync/1\\n${type}\\n' || ${fields.join(" || ")}, 'UTF8'))`;
}

/** Digest (bytea) of the row `alias` of `titles`. */
export function titleDigestOf(alias: string): string {
  return digest("title", [
    field(1, "s", `${alias}.credit_code`),
    field(2, "s", `${alias}.kind`),
    field(3, "s", `${alias}.batch`),
    field(4, "s", `${alias}.level`),
    field(5, "d", `${alias}.valid_from`),
    field(6, "d", `${alias}.valid_to`),
    field(7, "s", `${alias}.status`),
    field(8, "s", `${alias}.certificate_no`),
  ]);
}

/** Digest (bytea) of the row `alias` of `recommendations`. */
export function recommendationDigestOf(alias: string): string {
  return digest("recommendation", [
    field(1, "s", `${alias}.credit_code`),
    field(2, "s", `${alias}.kind`),
    field(3, "s", `${alias}.batch`),
    field(4, "s", `${alias}.town_code`),
    field(5, "d", `${alias}.recommended_on`),
    field(6, "s", `${alias}.reason`),
  ]);
}

export function entityKeyOf(alias: string): string {
  return `(${alias}.credit_code || '|' || ${alias}.kind || '|' || ${alias}.batch)`;
}
