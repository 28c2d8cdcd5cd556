/** A status is never a colour alone: each tone goes with a word and an icon (elements/Tag.tsx). */
export type Tone = "neutral" | "accent" | "good" | "soon" | "late" | "info";

export interface ToneColours {
  ink: string;
  wash: string;
  line: string;
}

export interface Surface {
  /** Behind everything. */
  ground: string;
  sheet: string;
  /** Table heads, quiet bands. */
  band: string;
  line: string;
  ink: string;
  muted: string;
  accent: string;
  accentDark: string;
  onAccent: string;
  /** Vermilion of the seal: marks and receipts, never a button. */
  seal: string;
  tones: Record<Tone, ToneColours>;
}

export const light: Surface = {
  ground: "#f2f5f4",
  sheet: "#ffffff",
  band: "#f7f9f8",
  line: "#d9e0de",
  ink: "#13211f",
  muted: "#4d5d5a",
  accent: "#0b5f59",
  accentDark: "#084843",
  onAccent: "#ffffff",
  seal: "#a3262a",
  tones: {
    neutral: { ink: "#43524f", wash: "#edf1f0", line: "#cdd6d3" },
    accent: { ink: "#0a524d", wash: "#e0efed", line: "#a9d0cb" },
    good: { ink: "#1a5f36", wash: "#e3f2e8", line: "#afd6bd" },
    soon: { ink: "#7a4b00", wash: "#fdf1da", line: "#e7c88b" },
    late: { ink: "#9a1f1f", wash: "#fce9e7", line: "#eab4af" },
    info: { ink: "#1d4f80", wash: "#e6eff8", line: "#b0cbe6" },
  },
};

export const dark: Surface = {
  ground: "#0d1413",
  sheet: "#141d1c",
  band: "#192423",
  line: "#2c3a38",
  ink: "#e5ecea",
  muted: "#a6b5b1",
  accent: "#6cc9bf",
  accentDark: "#8fdad2",
  onAccent: "#04211e",
  seal: "#e27a76",
  tones: {
    neutral: { ink: "#c3cfcc", wash: "#222e2c", line: "#3a4947" },
    accent: { ink: "#8bd8cf", wash: "#10312e", line: "#265a55" },
    good: { ink: "#8fd6a8", wash: "#15301f", line: "#2c5a3d" },
    soon: { ink: "#f0c677", wash: "#362810", line: "#6a5022" },
    late: { ink: "#f5a9a2", wash: "#3b1918", line: "#743431" },
    info: { ink: "#9cc8f0", wash: "#16293b", line: "#2f506f" },
  },
};
