import { homedir } from "node:os";
import { join } from "node:path";

/**
 * What is expensive to obtain and the same for every checkout of this user.
 * @param {...string} parts
 */
export function userCache(...parts) {
  const base = process.env.XDG_CACHE_HOME || join(homedir(), ".cache");
  return join(base, "trinh-ky", ...parts);
}

export const platform = `${process.platform}-${process.arch}`;
