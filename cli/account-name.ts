/** The account of the operating system: a command has no other proof of who runs it. */
import { userInfo } from "node:os";

/** @param read tells the account; fails for one without an entry in the system's list, as in some containers. */
export function accountName(read: () => { readonly username: string } = userInfo): string {
  try {
    return read().username;
  } catch {
    return `uid-${process.getuid?.() ?? "unknown"}`;
  }
}
