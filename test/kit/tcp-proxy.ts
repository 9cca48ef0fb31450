/** A TCP proxy that ends or stills one answer at a chosen byte: what networks do, and no HTTP server can be asked for. */
import { createServer, connect, type Socket } from "node:net";
import { once } from "node:events";

import { afterAll } from "vitest";

export interface WireFault {
  /** Strikes the first answer to a request whose head holds this text. */
  readonly on: string;
  /** Bytes of the answer that still pass. */
  readonly after: number;
  /** The connection is reset, or stays open and silent as when a host goes away. */
  readonly ending: "RESET" | "SILENCE";
}

export interface TcpProxy {
  readonly url: string;
  arm(fault: WireFault): void;
  /** How often an armed fault has struck. */
  struck(): number;
  /** Bytes of the last whole answer to a request whose head holds this text. */
  lastAnswer(on: string): Buffer;
}

interface Line {
  request: string;
  answer: Buffer[];
  fault: WireFault | null;
  passed: number;
}

/** Call at the top of a test file. */
export async function openTcpProxy(target: string): Promise<TcpProxy> {
  const { hostname, port } = new URL(target);
  const open = new Set<Socket>();
  const answers: { request: string; answer: Buffer }[] = [];
  let armed: WireFault | null = null;
  let struck = 0;
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    const line: Line = { request: "", answer: [], fault: null, passed: 0 };
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.on("error", () => undefined);
      socket.on("close", () => open.delete(socket));
    }
    client.on("data", (chunk) => {
      const text = chunk.toString("latin1");
      if (/^(GET|POST) /u.test(text)) {
        const whole = { request: line.request, answer: Buffer.concat(line.answer) };
        if (line.request !== "") answers.push(whole);
        Object.assign(line, { request: text, answer: [], passed: 0 });
        if (armed !== null && text.includes(armed.on)) [line.fault, armed] = [armed, null];
      }
      upstream.write(chunk);
    });
    upstream.on("data", (chunk) => {
      line.answer.push(chunk);
      const { fault } = line;
      if (fault === null) return void client.write(chunk);
      const passing = chunk.subarray(0, Math.max(0, fault.after - line.passed));
      line.passed += chunk.length;
      const over = line.passed > fault.after;
      if (over) struck += Number(line.passed - chunk.length <= fault.after);
      const end = (): void => void (over && fault.ending === "RESET" && client.resetAndDestroy());
      if (passing.length > 0) client.write(passing, end);
      else end();
    });
    client.on("close", () => {
      if (line.request !== "") {
        answers.push({ request: line.request, answer: Buffer.concat(line.answer) });
      }
      upstream.destroy();
    });
    upstream.on("close", () => line.fault?.ending !== "SILENCE" && client.end());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  afterAll(async () => {
    for (const socket of open) socket.destroy();
    server.close();
    await once(server, "close");
  });
  return {
    url: `http://127.0.0.1:${(server.address() as { port: number }).port}`,
    arm: (fault) => (armed = fault),
    struck: () => struck,
    lastAnswer: (on) =>
      answers.findLast(({ request, answer }) => request.includes(on) && answer.length > 0)
        ?.answer ?? Buffer.alloc(0),
  };
}
