/**
 * Where the gateway answers, seen from this page: beside it, so that a reverse proxy may put both below any path.
 */
export function endpoint(): string {
  return new URL("graphql", location.href).href;
}
