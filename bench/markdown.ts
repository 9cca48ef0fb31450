/** A benchmark's result as Markdown: conditions in one line each, figures as tables, ready for docs/. */

export function markdownOf(result: Readonly<Record<string, unknown>>): string {
  return Object.entries(result)
    .map(([name, part]) => {
      if (Array.isArray(part)) return `\n${tableOf(name, part as readonly Row[])}\n`;
      if (typeof part === "object" && part !== null)
        return `- ${name}: ${Object.entries(part)
          .map(([key, value]) => `${key} ${textOf(value)}`)
          .join(", ")}\n`;
      return `- ${name}: ${textOf(part)}\n`;
    })
    .join("");
}

type Row = Readonly<Record<string, unknown>>;

function tableOf(name: string, rows: readonly Row[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    `**${name}**\n`,
    line(columns),
    line(columns.map(() => "---")),
    ...rows.map((row) => line(columns.map((column) => textOf(row[column])))),
  ].join("\n");
}

/** A bar would end the cell. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  return text.replaceAll("|", "\\|");
}
