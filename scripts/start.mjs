// Read by whatever Node is there, so nothing newer than 2016 before the question below is answered.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major > 20 || (major === 20 && minor >= 19)) {
  void import("./bootstrap/start.mjs").then(({ start }) => start(process.argv.slice(2)));
} else {
  console.error(`✗ Trình Ký needs Node.js 20.19 or newer; this is ${process.versions.node}.`);
  console.error("  → Install a current one (https://nodejs.org), then run this again.");
  process.exit(1);
}
