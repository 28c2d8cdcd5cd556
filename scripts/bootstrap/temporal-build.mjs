import { mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { ask, runCommand } from "./run-command.mjs";
import { Stop } from "./stop.mjs";
import { temporalVersions } from "./temporal-version.mjs";

const programs = { server: "temporal-server", sql: "temporal-sql-tool" };
/** Packages that `go build -v` names in a cold build; only to say how far it is. */
const packagesInColdBuild = 1_870;

/**
 * Builds beside the final folder and moves it there whole, so that a half build never looks complete.
 * @param {string} root
 * @param {string} home
 * @param {import("./progress.mjs").Note} note
 */
export async function buildTemporal(root, home, note) {
  const { go, server } = temporalVersions(root);
  await requireGo(server);
  discardHalfBuilds(home);
  const workplace = `${home}.building-${process.pid}`;
  const log = join(root, ".cache/logs/temporal-build.log");
  mkdirSync(workplace, { recursive: true });
  try {
    const { code, output } = await runCommand("go", goBuild(workplace), {
      cwd: join(root, "tools/temporal"),
      // Some installations pin GOTOOLCHAIN=local; cgo would ask for a C compiler and gain nothing here.
      env: { ...process.env, GOTOOLCHAIN: `go${go}`, GOFLAGS: "-mod=readonly", GOWORK: "off", CGO_ENABLED: "0" },
      log,
      onLine: buildNotes(note),
    });
    if (code !== 0) throw buildFailed(output, log);
    for (const [built, name] of Object.entries(programs)) renameSync(join(workplace, built), join(workplace, name));
    renameSync(workplace, home);
  } finally {
    rmSync(workplace, { recursive: true, force: true });
  }
}

/** @param {string} workplace */
function goBuild(workplace) {
  const commands = ["go.temporal.io/server/cmd/server", "go.temporal.io/server/cmd/tools/sql"];
  return ["build", "-v", "-trimpath", "-ldflags=-s -w", "-o", `${workplace}/`, ...commands];
}

/** @param {import("./progress.mjs").Note} note */
function buildNotes(note) {
  let downloaded = 0;
  let compiled = 0;
  /** @param {string} line */
  return (line) => {
    if (line.startsWith("go: downloading")) note(`fetching module ${(downloaded += 1)}: ${line.split(" ")[2]}`);
    else if (!line.includes(" ")) note(`compiled ${(compiled += 1)} of up to ${packagesInColdBuild} packages: ${line}`);
  };
}

/** @param {string} server */
async function requireGo(server) {
  const answer = await ask("go", ["version"]);
  const [, major, minor] = /go(\d+)\.(\d+)/.exec(answer ?? "") ?? [];
  if (Number(major) > 1 || (Number(major) === 1 && Number(minor) >= 21)) return;
  throw new Stop(
    `Temporal server ${server} is not on this machine and ${answer ? `this Go is too old (${answer.trim()})` : "there is no Go"} to build it with.`,
    "Install Go 1.21 or newer (https://go.dev/dl), or put temporal-server and temporal-sql-tool " +
      `${server} on PATH, or name a running server: TEMPORAL_ADDRESS=host:7233 npm start`,
  );
}

/** @param {string} home */
function discardHalfBuilds(home) {
  for (const name of readdirSync(dirname(home))) {
    if (name.startsWith(`${basename(home)}.building-`)) rmSync(join(dirname(home), name), { recursive: true });
  }
}

/**
 * @param {string} output
 * @param {string} log
 */
function buildFailed(output, log) {
  const causes = /** @type {const} */ ([
    [/no space left/, "The disk became full while Temporal was built.", "Free about 4 GB and run this again."],
    [/checksum mismatch|SECURITY ERROR/, "A Go module arrived damaged.", "Run `go clean -modcache`, then this again."],
    [
      /dial tcp|no such host|timeout|proxyconnect|40[34] |i\/o|connection re/i,
      "The Go module proxy cannot be reached.",
      "Check the connection or `go env GOPROXY`, then run this again; what was fetched and compiled is kept.",
    ],
    [/signal: killed|cannot allocate/, "The machine ran out of memory.", "Give it 4 GB, or set GOFLAGS=-p=1."],
  ]);
  const cause = causes.find(([sign]) => sign.test(output));
  const [, what, remedy] = cause ?? ["", "The build of Temporal failed.", "The reason is below; run this again."];
  return new Stop(what, remedy, { detail: `${output.split("\n").slice(-8).join("\n")}\nWhole output: ${log}` });
}
