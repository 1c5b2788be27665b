/**
 * Host configurations for the `adaptivecards` renderer that look like Teams in its three themes. Colours follow Fluent 2.
 */

/** A theme of Teams. */
export type Theme = 'light' | 'dark' | 'contrast';

type Palette = { back: string; emphasis: string; text: string; subtle: string; accent: string; line: string; good: string; bad: string };

/** The colours of each theme; `back` is the card, `emphasis` a container with that style. */
export const palettes: Readonly<Record<Theme, Palette>> = {
  light: {
    back: '#ffffff',
    emphasis: '#f0f0f0',
    text: '#242424',
    subtle: '#616161',
    accent: '#4f52b2',
    line: '#c7c7c7',
    good: '#0e700e',
    bad: '#b10e1c',
  },
  dark: {
    back: '#292929',
    emphasis: '#141414',
    text: '#ffffff',
    subtle: '#adadad',
    accent: '#a9acf2',
    line: '#666666',
    good: '#6bb700',
    bad: '#f1707b',
  },
  contrast: {
    back: '#000000',
    emphasis: '#000000',
    text: '#ffffff',
    subtle: '#ffffff',
    accent: '#ffff01',
    line: '#ffffff',
    good: '#3ff23f',
    bad: '#ffff01',
  },
};

/** The host configuration of a theme. */
export function hostConfig(theme: Theme): object {
  const { back, emphasis, text, subtle, accent, line, good, bad } = palettes[theme];
  const both = (color: string, soft = color) => ({ default: color, subtle: soft });
  const foregroundColors = {
    default: both(text, subtle),
    accent: both(accent),
    good: both(good),
    attention: both(bad),
    warning: both(bad),
    dark: both(text, subtle),
    light: both(subtle),
  };
  return {
    fontFamily: '"Segoe UI", system-ui, "Helvetica Neue", Arial, sans-serif',
    fontSizes: { small: 12, default: 14, medium: 16, large: 20, extraLarge: 24 },
    fontWeights: { lighter: 400, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 22, large: 28, extraLarge: 32 },
    spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: line },
    containerStyles: { default: { backgroundColor: back, foregroundColors }, emphasis: { backgroundColor: emphasis, foregroundColors } },
    actions: { maxActions: 6, buttonSpacing: 8, actionsOrientation: 'horizontal', actionAlignment: 'left', spacing: 'large' },
    textBlock: { headingLevel: 3 },
    supportsInteractivity: true,
  };
}
