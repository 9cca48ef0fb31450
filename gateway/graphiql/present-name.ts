/**
 * The editor learns the names in a new text a moment after the text: a run in between would name an operation of the
 * text before. A name that the text does not hold is left out, and the only operation runs.
 */
interface Named {
  readonly query: string;
  readonly operationName?: string | null | undefined;
}

export function withPresentName<T extends Named>(operation: T): T {
  const { operationName, query } = operation;
  if (!operationName || new RegExp(`\\b${operationName}\\b`, "u").test(query)) return operation;
  return { ...operation, operationName: null };
}
