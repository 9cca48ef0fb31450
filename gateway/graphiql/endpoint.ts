/**
 * Where the gateway answers, seen from this page: beside it, so that a reverse proxy may put both below any path.
 */
export function endpoint(): string {
  return new URL("graphql", location.href).href;
}

/** Where subscriptions are followed over server-sent events. */
export function streamEndpoint(): string {
  return `${endpoint()}/stream`;
}
