import { execFileSync } from "node:child_process";
import { cpSync, existsSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../scripts/bootstrap/project-root.mjs";

const listing = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];

/** What a clone has and nothing that was made from it, save the packages: whatever is generated, `npm start` must make. */
export function freshClone(folder: string): string {
  const files = execFileSync("git", listing, { cwd: projectRoot, encoding: "utf8" }).split("\0").filter(Boolean);
  // A file that was deleted is listed until the deletion is committed.
  for (const file of files.filter((name) => existsSync(join(projectRoot, name))))
    cpSync(join(projectRoot, file), join(folder, file));
  symlinkSync(join(projectRoot, "node_modules"), join(folder, "node_modules"));
  return folder;
}
