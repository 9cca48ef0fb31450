/**
 * /graphql on the HTTP server. What nearly every request is, a POST of plain JSON of a known length, is taken from
 * node:http as it comes; whatever else there may be goes through Fastify, which knows what to say to it. Both are answered
 * by the same steps and in the same bytes (0192).
 */
import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";

import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import { GoldseedError } from "../../domain/errors.ts";
import { Departure } from "../../lib/leaving.ts";
import { answerGraphql, type GraphqlCall, type GraphqlOptions } from "./answer-graphql.ts";
import { BodyClock } from "./body-clock.ts";
import { KnownOpenings } from "./known-openings.ts";
import { ServingOrder } from "./serving-order.ts";
import { writeReply } from "./write-reply.ts";

const path = "/graphql";

export function registerGraphqlRoute(app: FastifyInstance, options: GraphqlOptions): void {
  const answer = async (request: FastifyRequest, reply: FastifyReply) => {
    reply.hijack();
    const read = { requestId: request.id, readBody: () => request.body };
    await exchange(options, { request: request.raw, response: reply.raw }, read);
  };
  app.post(path, answer);
  app.get(path, answer);
}

export interface DirectLimits {
  readonly maxBodyBytes: number;
  readonly requestTimeoutMs: number;
  /** False while stopping: Fastify then says so. */
  readonly serving: () => boolean;
}

/** @returns false for what it leaves to Fastify. */
export type DirectRoute = (request: IncomingMessage, response: ServerResponse) => boolean;

export function directGraphqlRoute(options: GraphqlOptions, limits: DirectLimits): DirectRoute {
  const bodies = new BodyClock(limits.requestTimeoutMs);
  const openings = new KnownOpenings();
  const order = new ServingOrder();
  return (request, response) => {
    if (!limits.serving() || !isPlain(request, limits.maxBodyBytes)) return false;
    bodies.begin(request);
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("close", () => bodies.arrived(request));
    request.on("end", () => {
      bodies.arrived(request);
      const read = { requestId: randomUUID(), readBody: () => parseBody(parts, openings) };
      order.add(request.socket, () => {
        // Gone while others were read: nobody would hear of it any more.
        if (response.destroyed) return;
        exchange(options, { request, response }, read).catch(() => response.destroy());
      });
    });
    return true;
  };
}

const plainJson = /^application\/json(?:; ?charset=utf-8)?$/iu;
const length = /^[1-9]\d{0,8}$/u;

function isPlain({ method, url, headers }: IncomingMessage, maxBodyBytes: number): boolean {
  return (
    method === "POST" &&
    url === path &&
    plainJson.test(headers["content-type"] ?? "") &&
    length.test(headers["content-length"] ?? "") &&
    Number(headers["content-length"]) <= maxBodyBytes &&
    headers["content-encoding"] === undefined
  );
}

/** Members are read by their names and never merged: a key `__proto__` is a name like any other. */
function parseBody(parts: readonly Buffer[], openings: KnownOpenings): unknown {
  try {
    const [first] = parts;
    const bytes = parts.length === 1 && first ? first : Buffer.concat(parts);
    return openings.parse(withoutMark(bytes));
  } catch (cause) {
    throw new GoldseedError(
      "BAD_REQUEST",
      "请求体不是有效的 JSON，请发一个 JSON 对象 / The body is not valid JSON. Send one JSON object.",
      {
        cause,
      },
    );
  }
}

/** The mark that Windows puts in front of UTF-8; Fastify's parser passes over it too (RFC 8259, 8.1). */
function withoutMark(bytes: Buffer): Buffer {
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return isMarked ? bytes.subarray(3) : bytes;
}

interface Connection {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

function exchange(
  options: GraphqlOptions,
  { request, response }: Connection,
  { requestId, readBody }: Pick<GraphqlCall, "requestId" | "readBody">,
): Promise<void> {
  const { method = "", url = "", headers, socket } = request;
  const ip = socket.remoteAddress ?? "";
  const signal = departureOf(response);
  const call = { method, url, headers, ip, requestId, readBody, signal };
  const asked = { requestId, acceptEncoding: headers["accept-encoding"] };
  return answerGraphql(call, options).then((reply) => writeReply(response, reply, asked));
}

function departureOf(response: ServerResponse): Departure {
  const departure = new Departure();
  response.on("close", () => {
    if (!response.writableEnded)
      departure.leave(
        new GoldseedError(
          "TIMEOUT",
          "调用方在得到答复前已离开 / The client went away before it was answered.",
        ),
      );
  });
  return departure;
}
