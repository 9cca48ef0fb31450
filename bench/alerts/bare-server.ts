/**
 * The limit: one connection that listens, one prepared read for what came together, and the text to every socket of the
 * area. No token, no policy, no selection, no second look; it tells whoever calls itself of an area.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import { Client } from "pg";
import { type WebSocket, WebSocketServer } from "ws";

const database = new Client({ connectionString: process.env["BENCH_WORKER_URL"] });
const reader = new Client({ connectionString: process.env["BENCH_WORKER_URL"] });
const server = createServer();
const sockets = new WebSocketServer({ server });
const hearers = new Map<string, Set<WebSocket>>();

sockets.on("connection", (socket, { url = "/" }) => {
  const area = url.slice(1);
  const those = hearers.get(area) ?? new Set();
  hearers.set(area, those.add(socket));
  socket.once("close", () => those.delete(socket));
});

const text = `select a.credit_code as "creditCode", a.town_code as town, a.zone_code as zone, json_build_object('id', a.id, 'state', a.state,
    'level', a.level, 'headline', a.headline, 'figures', a.figures, 'dueOn', a.due_on, 'handler', a.handler,
    'screening', json_build_object('code', s.id, 'name', s.name_zh),
    'enterprise', json_build_object('creditCode', a.credit_code, 'name', e.name, 'town', json_build_object('name', t.name)))::text as told
  from unnest($1::text[], $2::uuid[]) as k(code, id) join alerts a on a.credit_code = k.code and a.id = k.id
  join screenings s on s.id = a.screening_id join enterprises e on e.credit_code = a.credit_code left join areas t on t.code = a.town_code`;

interface Row {
  readonly town: string | null;
  readonly zone: string | null;
  readonly told: string;
}

let waiting: [string, string][] = [];
let reading = false;

async function tell(): Promise<void> {
  if (reading) return;
  reading = true;
  while (waiting.length > 0) {
    const taken = waiting.splice(0, 64);
    const values = [taken.map(([code]) => code), taken.map(([, id]) => id)];
    const { rows } = await reader.query<Row>({ name: "alerts", text, values });
    for (const { town, zone, told } of rows)
      for (const area of [town, zone, "370211"])
        for (const socket of hearers.get(area ?? "") ?? []) socket.send(told);
  }
  reading = false;
}

await database.connect();
await reader.connect();
database.on("notification", ({ payload = "" }) => {
  const [creditCode = "", id = ""] = payload.split(" ");
  waiting.push([creditCode, id]);
  void tell();
});
await database.query("listen goldseed_alerts");
server.listen(0, "127.0.0.1", () =>
  process.stdout.write(`{"port":${(server.address() as AddressInfo).port}}\n`),
);
