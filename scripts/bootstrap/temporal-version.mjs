import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * One place names the versions: the Go module the server is built from.
 * @param {string} root
 */
export function temporalVersions(root) {
  const goMod = readFileSync(join(root, "tools/temporal/go.mod"), "utf8");
  const server = /^\s*go\.temporal\.io\/server v(\S+)/m.exec(goMod)?.[1];
  const go = /^go (\S+)/m.exec(goMod)?.[1];
  if (!server || !go) throw new Error("tools/temporal/go.mod names no Temporal server or no Go version");
  return { server, go };
}
