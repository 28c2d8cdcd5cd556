import type { RaThemeOptions } from "react-admin";
import { componentStyles } from "./component-styles.ts";
import { dark, light, type Surface, type Tone, type ToneColours } from "./palette.ts";

declare module "@mui/material/styles" {
  interface Palette {
    surface: Surface;
    tone: Record<Tone, ToneColours>;
  }
  interface PaletteOptions {
    surface?: Surface;
    tone?: Record<Tone, ToneColours>;
  }
}

export const bodyFont = '"Be Vietnam Pro", system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif';
/** Administrative papers are set in Times (NĐ 30/2020, appendix I); the read view follows the paper. */
export const paperFont = '"Times New Roman", "Liberation Serif", Tinos, "Noto Serif", serif';

const typography = {
  fontFamily: bodyFont,
  fontSize: 14,
  h1: { fontSize: "1.625rem", fontWeight: 600, lineHeight: 1.3, letterSpacing: "-0.012em", textWrap: "balance" },
  h2: { fontSize: "1.125rem", fontWeight: 600, lineHeight: 1.4, letterSpacing: "-0.005em" },
  h3: { fontSize: "0.9375rem", fontWeight: 600, lineHeight: 1.45 },
  body1: { fontSize: "0.9375rem", lineHeight: 1.6 },
  body2: { fontSize: "0.875rem", lineHeight: 1.55 },
  caption: { fontSize: "0.8125rem", lineHeight: 1.5 },
  overline: { fontSize: "0.75rem", fontWeight: 600, lineHeight: 1.5, letterSpacing: "0.02em", textTransform: "none" },
  button: { textTransform: "none", fontWeight: 600, letterSpacing: 0 },
} as const;

const themeOf = (mode: "light" | "dark", surface: Surface): RaThemeOptions => ({
  palette: {
    mode,
    surface,
    tone: surface.tones,
    primary: { main: surface.accent, dark: surface.accentDark, contrastText: surface.onAccent },
    secondary: { main: surface.seal },
    error: { main: surface.tones.late.ink },
    warning: { main: surface.tones.soon.ink },
    success: { main: surface.tones.good.ink },
    info: { main: surface.tones.info.ink },
    background: { default: surface.ground, paper: surface.sheet },
    text: { primary: surface.ink, secondary: surface.muted },
    divider: surface.line,
  },
  shape: { borderRadius: 8 },
  typography,
  components: componentStyles(surface),
});

export const lightTheme = themeOf("light", light);
export const darkTheme = themeOf("dark", dark);
