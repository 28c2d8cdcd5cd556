import { ask } from "./run-command.mjs";
import { Stop } from "./stop.mjs";

export async function checkRequirements() {
  if (process.platform === "win32") {
    throw new Stop("Trình Ký starts its own servers on Linux and macOS only.", "On Windows run it inside WSL 2.");
  }
  const [npm, git] = await Promise.all([ask("npm", ["--version"]), ask("git", ["--version"])]);
  if (npm === undefined) {
    throw new Stop("npm was not found on PATH.", "Install it with Node.js (https://nodejs.org) and run this again.");
  }
  if (git === undefined) throw new Stop("git was not found on PATH.", "Install git and run this again.");
}
