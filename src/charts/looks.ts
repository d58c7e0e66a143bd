/** For which ground a picture is. The colours are those of the playground's page. */
export type Look = 'light' | 'dark';

export interface Colours {
  readonly ground: string;
  readonly ink: string;
  readonly soft: string;
  readonly grid: string;
  readonly edge: string;
  /** For what stands for everything that is not shown by itself. */
  readonly rest: string;
  /** In the order in which series take them. Neighbours can be told apart with any colour vision. */
  readonly series: readonly string[];
}

export const COLOURS: Readonly<Record<Look, Colours>> = {
  light: {
    ground: '#ffffff',
    ink: '#1c222d',
    soft: '#565e6c',
    grid: '#e9e5dd',
    edge: '#8d8a83',
    rest: '#a9a59c',
    series: ['#0b6e64', '#e39b2d', '#2f62b0', '#c0497c', '#6fb3a8', '#6b3d12'],
  },
  dark: {
    ground: '#1b1f26',
    ink: '#e9ebef',
    soft: '#a6aebb',
    grid: '#2d343e',
    edge: '#727c8a',
    rest: '#727c8a',
    series: ['#63cdbd', '#f0a943', '#6f9fe8', '#e57fae', '#2c8578', '#d8c7a3'],
  },
};

/** The colour of the series of this name and place. */
export function colourOf(colours: Colours, name: string, place: number): string {
  if (/^(all )?others?$/i.test(name)) return colours.rest;
  return colours.series[place % colours.series.length]!;
}
