/**
 * What the pane "view as" asks the gateway, and how it reads the answer.
 */
export interface OtherCaller {
  readonly tier: string;
  readonly area: string;
  readonly role: string;
}

export interface ViewComparison {
  readonly own: unknown;
  readonly other: unknown;
  readonly differences: readonly { readonly path: string; readonly reason: string | null }[];
  readonly truncated: boolean;
}

/** From these the other's area is chosen; each tier's code stands with its areas. */
export const areasQuery = `query Areas {
  cities: areas(kind: CITY) { code name }
  districts: areas(kind: DISTRICT) { code name }
  zones: areas(kind: ZONE) { code name }
  towns: areas(kind: TOWN) { code name }
}`;

export interface Area {
  readonly tier: string;
  readonly code: string;
  readonly name: string;
}

const tiersByName = {
  towns: "TOWN",
  zones: "ZONE",
  districts: "DISTRICT",
  cities: "CITY",
} as const;

export function readAreas(data: unknown): readonly Area[] {
  const lists = (data ?? {}) as Record<string, readonly Omit<Area, "tier">[] | null | undefined>;
  return Object.entries(tiersByName).flatMap(([name, tier]) =>
    (lists[name] ?? []).map(({ code, name: title }) => ({ tier, code, name: title })),
  );
}

export const viewAsQuery = `query ViewAs($input: ViewAsInput!) {
  viewAs(input: $input) { own other truncated differences { path reason } }
}`;

/** @param typed variables as typed; nothing typed is none. @throws SyntaxError when they are no JSON. */
export function viewAsOperation({ tier, area, role }: OtherCaller, query: string, typed: string) {
  const variables: unknown = typed.trim() === "" ? {} : JSON.parse(typed);
  return {
    query: viewAsQuery,
    variables: { input: { tier, areas: [area], role, query, variables } },
  };
}

export function readComparison(data: unknown): ViewComparison | null {
  return ((data ?? {}) as { viewAs?: ViewComparison | null }).viewAs ?? null;
}
