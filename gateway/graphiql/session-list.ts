/**
 * The identities that a development gateway offers; a production gateway offers none, and the reader pastes a token.
 */
export interface Session {
  /** What the reader chooses by, such as `隐珠街道`. */
  readonly label: string;
  readonly tier: string;
  readonly token: string;
}

export interface SessionList {
  readonly development: boolean;
  readonly sessions: readonly Session[];
}

/** The page that asked for a token leaves it here for this one, in production. */
const handover = "goldseed:handover";

/** The token that was shown to get in; read once. */
export function takeHandedToken(): string | null {
  const token = sessionStorage.getItem(handover);
  sessionStorage.removeItem(handover);
  return token;
}

/** The page opens to nobody without a token any more. */
export async function leave(): Promise<void> {
  await fetch("graphiql/session", { method: "DELETE" });
  location.reload();
}

const none: SessionList = { development: false, sessions: [] };

export async function loadSessions(): Promise<SessionList> {
  try {
    const response = await fetch("graphiql/session.json", {
      headers: { accept: "application/json" },
    });
    return response.ok ? ((await response.json()) as SessionList) : none;
  } catch {
    return none;
  }
}
