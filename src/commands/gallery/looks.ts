/**
 * Host configurations for the `adaptivecards` renderer that look like Teams in its three themes. Colours follow Fluent 2.
 */

import { metrics } from '../../cards/phone.js';

/** A theme of Teams. */
export type Theme = 'light' | 'dark' | 'contrast';

type Palette = {
  back: string;
  emphasis: string;
  ours: string;
  text: string;
  subtle: string;
  accent: string;
  line: string;
  good: string;
  bad: string;
};

/** The colours of each theme; `back` is the card, `emphasis` and `ours` containers with the styles emphasis and accent. */
export const palettes: Readonly<Record<Theme, Palette>> = {
  light: {
    back: '#ffffff',
    emphasis: '#f0f0f0',
    ours: '#e8ebfa',
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
    ours: '#2f2f4a',
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
    ours: '#000000',
    text: '#ffffff',
    subtle: '#ffffff',
    accent: '#ffff01',
    line: '#ffffff',
    good: '#3ff23f',
    bad: '#ffff01',
  },
};

/** The host configuration of a theme; `scale` is how much larger than usual text is. */
export function hostConfig(theme: Theme, scale = 1): object {
  const { back, emphasis, ours, text, subtle, accent, line, good, bad } = palettes[theme];
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
    fontFamily: '"Segoe UI", "Liberation Sans", Arial, sans-serif',
    fontSizes: scaled(metrics.fontSizes, scale),
    fontWeights: { lighter: 400, default: 400, bolder: 600 },
    lineHeights: scaled(metrics.lineHeights, scale),
    spacing: metrics.spacing,
    separator: { lineThickness: metrics.line, lineColor: line },
    containerStyles: {
      default: { backgroundColor: back, foregroundColors },
      emphasis: { backgroundColor: emphasis, foregroundColors },
      accent: { backgroundColor: ours, foregroundColors },
    },
    actions: {
      maxActions: 6,
      buttonSpacing: metrics.button.gap,
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
      spacing: 'large',
    },
    textBlock: { headingLevel: 3 },
    supportsInteractivity: true,
  };
}

/** Sizes as they are for whoever has set text larger. */
export function scaled<K extends string>(sizes: Readonly<Record<K, number>>, scale: number): Record<K, number> {
  return Object.fromEntries(Object.entries<number>(sizes).map(([name, size]) => [name, size * scale])) as Record<K, number>;
}
