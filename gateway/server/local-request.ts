/**
 * Whether a request comes from a browser on this very machine, that was asked for this very machine.
 */
import { isIP } from "node:net";
import type { FastifyRequest } from "fastify";

const loopback = /^(?:::ffff:)?127\.|^::1$/;

/**
 * True when the peer is a loopback address, no proxy stands between, and the Host is `localhost` or an address. The
 * last keeps out a foreign page whose name was made to resolve to this machine (DNS rebinding); `Sec-Fetch-Site` keeps
 * out other origins in browsers that send it.
 */
export function isLocalRequest(request: FastifyRequest): boolean {
  const host = hostName(request.headers.host ?? "");
  const site = request.headers["sec-fetch-site"];
  return (
    loopback.test(request.socket.remoteAddress ?? "") &&
    request.headers["x-forwarded-for"] === undefined &&
    request.headers["forwarded"] === undefined &&
    (host === "localhost" || isIP(host) !== 0) &&
    (site === undefined || site === "same-origin" || site === "none")
  );
}

function hostName(host: string): string {
  const bracketed = /^\[([^\]]+)\]/.exec(host)?.[1];
  return bracketed ?? host.replace(/:\d+$/, "");
}
