/**
 * JSON whose long numbers keep every digit: `JSON.parse` turns 20000.00000000000001 into 20000, which moves a figure
 * across a threshold. Node 20 gives a reviver no access to the source text, so long numbers are quoted first.
 */
const stringOrNumber = /"(?:[^"\\]|\\.)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
/** A double carries any decimal of 15 significant digits there and back. */
const exactDigits = 15;

/** Parses JSON; a number of more than 15 digits comes back as its text. Throws SyntaxError as `JSON.parse` does. */
export function parseJsonExact(text: string): unknown {
  return JSON.parse(
    text.replace(stringOrNumber, (token) =>
      token.startsWith('"') || token.length <= exactDigits || digitCount(token) <= exactDigits
        ? token
        : `"${token}"`,
    ),
  );
}

function digitCount(token: string): number {
  return (token.split(/[eE]/)[0] ?? "").replace(/\D/g, "").length;
}
