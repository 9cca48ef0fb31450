/**
 * The entrance to the query page in production. Whoever shows a token of a role that may open it gets a cookie, good for
 * a quarter of an hour and for the files of the page alone: data is asked for with the token, each time.
 */
import { createHmac, timingSafeEqual } from "node:crypto";
import { readFileSync } from "node:fs";

import type { FastifyInstance, FastifyRequest } from "fastify";

import type { AccessPolicy } from "../../domain/access/policy.ts";
import { mayOpenQueryPage } from "../../domain/access/query-page.ts";
import { actingParts } from "../../domain/audit-event.ts";
import { GoldseedError } from "../../domain/errors.ts";
import type { AuditLog } from "../../store/audit/audit-log.ts";
import type { RefusedCallers } from "../audit/refused-callers.ts";
import type { Authenticator } from "../auth/authenticator.ts";

export interface EntranceOptions {
  readonly authenticator: Authenticator;
  readonly policy: AccessPolicy;
  readonly audit: AuditLog;
  readonly refusedCallers: RefusedCallers;
  /** Shared by all gateways of a district. */
  readonly secret: Buffer;
}

export interface Entrance {
  /** What a caller without a session gets in place of the page. */
  readonly page: string;
  readonly isOpenTo: (request: FastifyRequest) => boolean;
  /** The routes by which one enters and leaves. */
  readonly register: (app: FastifyInstance, headers: Readonly<Record<string, string>>) => void;
}

const lifetimeS = 900;
const cookieName = "__Host-goldseed-graphiql";
const attributes = "Path=/; Secure; HttpOnly; SameSite=Strict";

const fileTypes = { "style.css": "text/css", "script.js": "text/javascript" } as const;
const fileOf = (name: string) =>
  readFileSync(new URL(`../sign-in/${name}`, import.meta.url), "utf8");

export function openEntrance(options: EntranceOptions): Entrance {
  const sign = (until: string) =>
    createHmac("sha256", options.secret).update(`graphiql ${until}`).digest("base64url");
  return {
    page: fileOf("page.html"),
    isOpenTo: ({ headers }) => {
      const [until = "", signature = ""] = cookieOf(headers.cookie).split(".");
      return Number(until) > Date.now() / 1_000 && isSame(signature, sign(until));
    },
    register: (app, headers) => {
      app.post("/graphiql/session", async (request, reply) => {
        await letIn(options, request);
        const until = String(Math.floor(Date.now() / 1_000) + lifetimeS);
        const cookie = `${cookieName}=${until}.${sign(until)}; ${attributes}; Max-Age=${lifetimeS}`;
        return reply.header("set-cookie", cookie).headers(headers).code(204).send();
      });
      app.delete("/graphiql/session", async (_request, reply) => {
        const cookie = `${cookieName}=; ${attributes}; Max-Age=0`;
        return reply.header("set-cookie", cookie).headers(headers).code(204).send();
      });
      for (const [name, type] of Object.entries(fileTypes)) {
        const content = fileOf(name);
        app.get(`/graphiql/sign-in/${name}`, async (_request, reply) =>
          reply.headers(headers).type(`${type}; charset=utf-8`).send(content),
        );
      }
    },
  };
}

/** @throws GoldseedError UNAUTHENTICATED, FORBIDDEN */
async function letIn(
  { authenticator, policy, audit, refusedCallers }: EntranceOptions,
  request: FastifyRequest,
): Promise<void> {
  const principal = await authenticator
    .authenticate(request.headers.authorization)
    .catch((error: unknown) => {
      refusedCallers.note(request.ip, error);
      throw error;
    });
  const allowed = mayOpenQueryPage(policy, principal);
  audit.note({
    ...actingParts(principal),
    category: allowed ? "ACCESS" : "REFUSAL",
    action: "graphiql.open",
    outcome: allowed ? "DONE" : "REFUSED",
    policyVersion: policy.version,
    requestId: request.id,
  });
  if (!allowed)
    throw new GoldseedError(
      "FORBIDDEN",
      "此角色不能打开查询页。 The query page is for developers and officers.",
    );
}

function cookieOf(header: string | undefined): string {
  const pairs = (header ?? "").split(";").map((pair) => pair.trim());
  const pair = pairs.find((one) => one.startsWith(`${cookieName}=`));
  return pair?.slice(cookieName.length + 1) ?? "";
}

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
