/** Tries the port before anything long begins: a start of a minute must not end with "port in use". */
import { createServer } from "node:net";

import { GoldseedError } from "../domain/errors.ts";

/** @throws GoldseedError PORT_IN_USE, or CONFIG_INVALID for an address or port that this process may not have. */
export async function assertPortFree(host: string, port: number): Promise<void> {
  if (port === 0) return;
  const server = createServer();
  await new Promise<void>((done, fail) => {
    server.once("error", (error: NodeJS.ErrnoException) => fail(refusal(host, port, error)));
    server.listen({ host, port, exclusive: true }, done);
  });
  await new Promise((done) => server.close(done));
}

function refusal(host: string, port: number, error: NodeJS.ErrnoException): GoldseedError {
  const reasons: Readonly<Record<string, string>> = {
    EACCES: `无权使用端口 ${port}，请把 PORT 设为 1023 以上 / PORT "${port}" needs rights that this account has not. Set PORT to one above 1023`,
    EADDRNOTAVAIL: `HOST “${host}”不是本机的地址 / HOST "${host}" is not an address of this machine. Set HOST=127.0.0.1 or 0.0.0.0`,
    ENOTFOUND: `HOST “${host}”无法解析 / HOST "${host}" is not known. Set HOST=127.0.0.1 or 0.0.0.0`,
  };
  const reason =
    reasons[error.code ?? ""] ??
    `无法监听 HOST “${host}”、PORT ${port}（${error.code ?? ""}） / HOST "${host}" with PORT "${port}" cannot be listened on: ${error.message}`;
  if (error.code === "EADDRINUSE") {
    return new GoldseedError(
      "PORT_IN_USE",
      `端口 ${port} 已被占用，请停止占用它的程序，或把 PORT 设为空闲端口 / The port ${port} of "${host}" is in use by another program. Stop it, or set PORT to a free one, such as PORT=${port + 1} (0 takes any).`,
      { cause: error },
    );
  }
  return new GoldseedError("CONFIG_INVALID", `${reason}.`, { cause: error });
}
