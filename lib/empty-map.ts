/**
 * An object for keys that come from outside. One with a prototype takes an assignment to `__proto__` for a change of it: the
 * key, which is a name like any other in GraphQL, would be gone, and JSON with it.
 */
export function emptyMap<Value>(): Record<string, Value> {
  return Object.create(null) as Record<string, Value>;
}
