/** For which ground a picture is. */
export type Look = 'light' | 'dark';

/** The colour of what stands for something, and of its name, which is thinner and so needs more contrast. */
interface Colour {
  readonly mark: string;
  readonly name: string;
}

/** Those of the playground's page, as far as it has them. */
export interface Colours {
  readonly ground: string;
  readonly ink: string;
  readonly soft: string;
  readonly grid: string;
  readonly edge: string;
  /** For what is not shown by itself. */
  readonly rest: Colour;
  /** In the order in which series take them. Any two can be told apart with any colour vision. */
  readonly series: readonly Colour[];
}

export const COLOURS: Readonly<Record<Look, Colours>> = {
  light: {
    ground: '#ffffff',
    ink: '#1c222d',
    soft: '#565e6c',
    grid: '#e2ddd4',
    edge: '#8d8a83',
    rest: { mark: '#b4b0a6', name: '#565e6c' },
    series: [
      { mark: '#0b6e64', name: '#0b6e64' },
      { mark: '#e88b1c', name: '#8a4b00' },
      { mark: '#4585e0', name: '#1f5bb0' },
      { mark: '#45102f', name: '#45102f' },
      { mark: '#7440a8', name: '#7440a8' },
      { mark: '#8c4a12', name: '#8c4a12' },
    ],
  },
  dark: {
    ground: '#1b1f26',
    ink: '#e9ebef',
    soft: '#a6aebb',
    grid: '#2d343e',
    edge: '#727c8a',
    rest: { mark: '#727c8a', name: '#a6aebb' },
    series: [
      { mark: '#63cdbd', name: '#63cdbd' },
      { mark: '#f0a943', name: '#f0a943' },
      { mark: '#4f8fe6', name: '#7db0f5' },
      { mark: '#fbe0f0', name: '#fbe0f0' },
      { mark: '#8f4bbd', name: '#c596ea' },
      { mark: '#b08a50', name: '#c9a56d' },
    ],
  },
};

/** The colour of what has this name and stands at this place. */
export function colourOf(colours: Colours, name: string, place: number): Colour {
  if (/^(all )?others?$/i.test(name)) return colours.rest;
  return colours.series[place % colours.series.length]!;
}
