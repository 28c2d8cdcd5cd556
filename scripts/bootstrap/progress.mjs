const plainEveryMs = 10_000;
const frames = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];

/**
 * @typedef {(what: string) => void} Note
 * @typedef {{ title: string, since: number, note: string, said: number }} Step
 */

/**
 * Shows what runs, for how long, and what comes next: live lines on a terminal, else a plain line now and then.
 * Steps may run side by side.
 */
export class Progress {
  /** @type {Step[]} */
  #active = [];
  /** @type {string[]} */
  #plan;
  #drawn = 0;
  #frame = 0;
  /** @type {NodeJS.Timeout | undefined} */
  #timer;
  #out;

  /**
   * @param {readonly string[]} plan titles in the order in which they will most likely start
   * @param {NodeJS.WriteStream} [out]
   */
  constructor(plan = [], out = process.stdout) {
    this.#plan = [...plan];
    this.#out = out;
  }

  /** @param {readonly string[]} titles */
  expect(...titles) {
    this.#plan.push(...titles.filter((title) => !this.#plan.includes(title)));
  }

  /** @param {string} title */
  skip(title) {
    this.#plan = this.#plan.filter((planned) => planned !== title);
  }

  /**
   * @template T
   * @param {string} title
   * @param {(note: Note) => Promise<T>} work
   * @param {(result: T) => string} [summary]
   * @returns {Promise<T>}
   */
  async run(title, work, summary) {
    const step = this.#begin(title);
    try {
      const result = await work((what) => (step.note = what));
      const words = summary?.(result) ?? "";
      this.#end(step, `✓ ${title}${words && `: ${words}`} (${seconds(step.since)})`);
      return result;
    } catch (error) {
      this.#end(step, `✗ ${title} (${seconds(step.since)})`);
      throw error;
    }
  }

  /** @param {string} line */
  say(line) {
    this.#clear();
    this.#out.write(`${line}\n`);
    this.#draw();
  }

  /** @param {string} title */
  #begin(title) {
    const now = Date.now();
    const step = { title, since: now, note: "", said: now };
    this.skip(title);
    this.#active.push(step);
    if (!this.#out.isTTY) this.#out.write(`· ${title}${this.#next()}\n`);
    this.#timer ??= setInterval(() => this.#tick(), this.#out.isTTY ? 120 : 1_000);
    this.#timer.unref();
    return step;
  }

  /**
   * @param {Step} step
   * @param {string} line
   */
  #end(step, line) {
    this.#active = this.#active.filter((other) => other !== step);
    if (this.#active.length === 0) {
      clearInterval(this.#timer);
      this.#timer = undefined;
    }
    this.say(line);
  }

  #tick() {
    this.#frame += 1;
    if (this.#out.isTTY) {
      this.#clear();
      this.#draw();
      return;
    }
    for (const step of this.#active.filter(({ said }) => Date.now() - said >= plainEveryMs)) {
      step.said = Date.now();
      this.#out.write(`  … ${step.title}, ${seconds(step.since)}${step.note && `: ${step.note}`}${this.#next()}\n`);
    }
  }

  #next() {
    return this.#plan[0] ? ` (next: ${this.#plan[0]})` : "";
  }

  #clear() {
    if (this.#drawn > 0) this.#out.write(`\x1b[${this.#drawn}A\x1b[0J`);
    this.#drawn = 0;
  }

  #draw() {
    if (!this.#out.isTTY || this.#active.length === 0) return;
    const mark = frames[this.#frame % frames.length];
    const lines = this.#active.map(({ title, since, note }) => `${mark} ${title}  ${seconds(since)}  ${note}`);
    if (this.#plan[0]) lines.push(`  next: ${this.#plan[0]}`);
    const width = (this.#out.columns || 80) - 1;
    this.#out.write(lines.map((line) => `${line.slice(0, width)}\n`).join(""));
    this.#drawn = lines.length;
  }
}

/** @param {number} since */
export function seconds(since) {
  const elapsed = (Date.now() - since) / 1_000;
  if (elapsed < 10) return `${elapsed.toFixed(1)} s`;
  return elapsed < 100 ? `${Math.round(elapsed)} s` : `${Math.floor(elapsed / 60)} min ${Math.round(elapsed % 60)} s`;
}
