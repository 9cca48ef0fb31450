/**
 * A subscriber as cheap as can be, for five hundred share the machine with what is measured: the protocol of graphql-ws
 * spoken by hand, or the bare server's, and of each message the codes of enterprises in it.
 */
import { WebSocket } from "ws";

export interface Hearer {
  /** By credit code, when it was heard first: `performance.now()` of this process. */
  readonly heard: Map<string, number>;
  /** Codes heard a second time. */
  readonly again: string[];
  /** What was told instead of an alert. */
  readonly refused: string[];
  readonly close: () => void;
}

const subscription = `subscription { alertChanged(raisedOnly: true) { isRaised alert {
  id state level headline figures dueOn handler screening { code name } enterprise { creditCode name town { name } } } } }`;

/** Subscribed when it resolves. @param marker text that messages must hold to be counted. */
export function hear(url: string, token: string, marker: string): Promise<Hearer> {
  const socket = new WebSocket(url, "graphql-transport-ws");
  const hearer = hearerOn(socket, marker);
  socket.once("open", () =>
    send(socket, { type: "connection_init", payload: { authorization: `Bearer ${token}` } }),
  );
  return new Promise((resolve, reject) => {
    socket.once("error", reject);
    socket.once("close", (code) => reject(new Error(`A subscriber's socket was closed: ${code}.`)));
    socket.once("message", () => {
      send(socket, { id: "1", type: "subscribe", payload: { query: subscription } });
      // Answered in order: when the pong comes, the subscription has begun.
      send(socket, { type: "ping" });
      socket.once("message", () => resolve(hearer));
    });
  });
}

/** The bare server sends alerts and nothing else. */
export function hearBare(url: string, marker: string): Promise<Hearer> {
  const socket = new WebSocket(url);
  const hearer = hearerOn(socket, marker);
  return new Promise((resolve, reject) => {
    socket.once("error", reject);
    socket.once("open", () => resolve(hearer));
  });
}

const send = (socket: WebSocket, message: object) => socket.send(JSON.stringify(message));
const code = /"creditCode" ?: ?"([^"]+)"/u;

function hearerOn(socket: WebSocket, marker: string): Hearer {
  const heard = new Map<string, number>();
  const again: string[] = [];
  const refused: string[] = [];
  socket.on("message", (data: Buffer) => {
    const text = data.toString();
    if (text.includes('"errors"') || text.includes('"error"')) refused.push(text.slice(0, 300));
    if (!text.includes(marker)) return;
    const found = code.exec(text)?.[1];
    if (found === undefined) return;
    if (heard.has(found)) again.push(found);
    else heard.set(found, performance.now());
  });
  return { heard, again, refused, close: () => socket.terminate() };
}
