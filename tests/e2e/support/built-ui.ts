import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "../../../scripts/bootstrap/project-root.mjs";
import { runCommand } from "../../../scripts/bootstrap/run-command.mjs";

/** The pages as they are shipped; a folder of this run's own, so that two checkouts may test at once. */
export async function builtUi(): Promise<string> {
  const folder = join(mkdtempSync(join(tmpdir(), "trinh-ky-ui-")), "ui");
  const args = ["node_modules/vite/bin/vite.js", "build", "admin-ui"];
  const { code, output } = await runCommand(process.execPath, args, {
    cwd: projectRoot,
    env: { ...process.env, UI_DIR: folder },
  });
  if (code !== 0) throw new Error(`the pages could not be built: ${output}`);
  return folder;
}
