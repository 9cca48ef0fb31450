/** Quoting for the few names and constants that stand in a statement's text; values never do, they are parameters. */

export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** For constants of ours and names of the contract; a caller's text is always a parameter. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

export function columnOf(alias: string, column: string): string {
  return `${alias}.${identifier(column)}`;
}
