/**
 * Loaded into a child process before its own program: ends the child soon after its parent has died, also when the
 * parent was killed and could not stop it.
 */
const parent = process.ppid;
const checkIntervalMs = 1_000;

setInterval(() => {
  // An orphan is given to another parent at once.
  if (process.ppid !== parent) process.kill(process.pid, "SIGTERM");
}, checkIntervalMs).unref();
