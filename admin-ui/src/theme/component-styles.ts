import type { RaThemeOptions } from "react-admin";
import type { Surface } from "./palette.ts";

const monoFont = 'ui-monospace, "Cascadia Mono", Menlo, "DejaVu Sans Mono", monospace';
const phone = "@media (max-width: 599.95px)";

const globals = (surface: Surface) => ({
  html: { scrollPaddingTop: 88, WebkitTextSizeAdjust: "100%" },
  body: { fontVariantNumeric: "tabular-nums", overflowWrap: "break-word" },
  "button, input, select, textarea": { fontFamily: "inherit" },
  "code, kbd": { fontFamily: monoFont, fontSize: "0.9em" },
  ":focus-visible": { outline: `3px solid ${surface.accent}`, outlineOffset: 2 },
  // Headings take focus after a route change so that a screen reader starts there; no ring for a mouse reader.
  "[tabindex='-1']:focus": { outline: "none" },
  "@media (prefers-reduced-motion: reduce)": {
    "*, *::before, *::after": {
      animationDuration: "0.01ms !important",
      transitionDuration: "0.01ms !important",
      scrollBehavior: "auto !important",
    },
  },
  "@media print": {
    body: { background: "#fff !important" },
    ".no-print": { display: "none !important" },
    "@page": { size: "A4", margin: "20mm 15mm 20mm 30mm" },
  },
});

const buttons = (surface: Surface) => ({
  MuiButtonBase: { defaultProps: { disableRipple: true }, styleOverrides: { root: { fontFamily: "inherit" } } },
  MuiButton: {
    defaultProps: { disableElevation: true },
    styleOverrides: {
      root: { minHeight: 38, borderRadius: 8, paddingInline: 16, [phone]: { minHeight: 44 } },
      sizeSmall: { minHeight: 32, paddingInline: 10 },
      outlined: { borderColor: surface.line, backgroundColor: surface.sheet },
    },
  },
  MuiIconButton: { styleOverrides: { root: { [phone]: { minWidth: 44, minHeight: 44 } } } },
  MuiTab: {
    styleOverrides: { root: { textTransform: "none" as const, fontWeight: 600, minHeight: 46, fontSize: "0.9375rem" } },
  },
  MuiToggleButton: {
    styleOverrides: { root: { textTransform: "none" as const, fontWeight: 600, [phone]: { minHeight: 44 } } },
  },
});

const sheets = (surface: Surface) => ({
  MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: "none" } } },
  MuiDialog: {
    styleOverrides: { paper: { borderRadius: 14, border: `1px solid ${surface.line}`, [phone]: { margin: 12 } } },
  },
  MuiDialogTitle: { styleOverrides: { root: { fontSize: "1.1875rem", fontWeight: 600, paddingBottom: 4 } } },
  MuiDialogActions: { styleOverrides: { root: { padding: "12px 24px 20px", gap: 8 } } },
  MuiAlert: { styleOverrides: { root: { borderRadius: 10, fontSize: "0.9375rem" } } },
  MuiMenu: { styleOverrides: { paper: { border: `1px solid ${surface.line}`, borderRadius: 10 } } },
  MuiMenuItem: { styleOverrides: { root: { minHeight: 40, [phone]: { minHeight: 44 } } } },
  MuiTooltip: { styleOverrides: { tooltip: { fontSize: "0.8125rem" } } },
});

const inputs = (surface: Surface) => ({
  MuiTextField: { defaultProps: { size: "small" as const, variant: "outlined" as const, fullWidth: true } },
  MuiOutlinedInput: {
    styleOverrides: {
      root: { backgroundColor: surface.sheet, [phone]: { minHeight: 44 } },
      // The line of a field is the only sign that one can write there: 3:1 against the sheet (WCAG 1.4.11).
      notchedOutline: { borderColor: surface.tones.neutral.ink, opacity: 0.6 },
    },
  },
  MuiFormHelperText: { styleOverrides: { root: { fontSize: "0.8125rem", marginInline: 2 } } },
  MuiFormLabel: { styleOverrides: { asterisk: { color: surface.tones.late.ink } } },
});

export const componentStyles = (surface: Surface): NonNullable<RaThemeOptions["components"]> => ({
  MuiCssBaseline: { styleOverrides: globals(surface) },
  ...buttons(surface),
  ...sheets(surface),
  ...inputs(surface),
});
