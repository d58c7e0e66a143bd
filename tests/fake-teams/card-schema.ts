/**
 * Adaptive Cards up to 1.5, as far as a support bot may use them: which properties an element has and of what kind.
 * Kinds: `text`, `number`, `flag`, `url`, `any`; `a|b` is one of these words (case does not matter); `!` must be there;
 * `elements`, `actions`, `action`, `card` and the like are looked into.
 */
export type Properties = Readonly<Record<string, string>>;

/** What any element of a body may have. */
const ELEMENT: Properties = {
  type: 'text!',
  id: 'text',
  isVisible: 'flag',
  separator: 'flag',
  spacing: 'default|none|small|medium|large|extraLarge|padding',
  height: 'auto|stretch',
  fallback: 'any',
  requires: 'any',
};

const INPUT: Properties = {
  ...ELEMENT,
  id: 'text!',
  label: 'text',
  isRequired: 'flag',
  errorMessage: 'text',
};

const ACTION: Properties = {
  type: 'text!',
  id: 'text',
  title: 'text',
  iconUrl: 'url',
  style: 'default|positive|destructive',
  tooltip: 'text',
  isEnabled: 'flag',
  mode: 'primary|secondary',
  fallback: 'any',
  requires: 'any',
};

const STYLE = 'default|emphasis|good|attention|warning|accent';
const SIDE = 'left|center|right';
const EDGE = 'top|center|bottom';
const COLOUR = 'default|dark|light|accent|good|warning|attention';
const TYPEFACE: Properties = {
  color: COLOUR,
  fontType: 'default|monospace',
  isSubtle: 'flag',
  size: 'default|small|medium|large|extraLarge',
  weight: 'default|lighter|bolder',
};

/** Teams draws them; they want something for clients that do not. */
const CHART: Properties = {
  ...ELEMENT,
  title: 'text!',
  xAxisTitle: 'text',
  yAxisTitle: 'text',
  colorSet: 'text',
  color: 'text',
  data: 'series!',
  fallback: 'element!',
};

/** Every element that may stand in a body, a container or a cell. */
export const ELEMENTS: Readonly<Record<string, Properties>> = {
  TextBlock: {
    ...ELEMENT,
    ...TYPEFACE,
    text: 'text!',
    wrap: 'flag',
    maxLines: 'number',
    horizontalAlignment: SIDE,
    style: 'default|heading',
  },
  RichTextBlock: { ...ELEMENT, inlines: 'inlines!', horizontalAlignment: SIDE },
  Image: {
    ...ELEMENT,
    url: 'url!',
    altText: 'text!',
    size: 'auto|stretch|small|medium|large',
    width: 'text',
    style: 'default|person',
    backgroundColor: 'text',
    horizontalAlignment: SIDE,
    selectAction: 'action',
    height: 'any',
  },
  ImageSet: { ...ELEMENT, images: 'elements!', imageSize: 'auto|stretch|small|medium|large' },
  Container: {
    ...ELEMENT,
    items: 'elements!',
    style: STYLE,
    bleed: 'flag',
    minHeight: 'text',
    verticalContentAlignment: EDGE,
    selectAction: 'action',
    backgroundImage: 'any',
    rtl: 'flag',
  },
  ColumnSet: {
    ...ELEMENT,
    columns: 'columns!',
    style: STYLE,
    bleed: 'flag',
    minHeight: 'text',
    horizontalAlignment: SIDE,
    selectAction: 'action',
  },
  FactSet: { ...ELEMENT, facts: 'facts!' },
  Table: {
    ...ELEMENT,
    columns: 'any!',
    rows: 'rows!',
    firstRowAsHeaders: 'flag',
    showGridLines: 'flag',
    gridStyle: STYLE,
    horizontalCellContentAlignment: SIDE,
    verticalCellContentAlignment: EDGE,
  },
  ActionSet: { ...ELEMENT, actions: 'actions!' },
  'Chart.Line': CHART,
  'Chart.VerticalBar.Grouped': { ...CHART, stacked: 'flag', showBarValues: 'flag' },
  'Input.Text': {
    ...INPUT,
    isMultiline: 'flag',
    maxLength: 'number',
    placeholder: 'text',
    regex: 'text',
    style: 'text|tel|url|email|password',
    value: 'text',
    inlineAction: 'action',
  },
  'Input.Number': { ...INPUT, min: 'number', max: 'number', placeholder: 'text', value: 'number' },
  'Input.Date': { ...INPUT, min: 'text', max: 'text', placeholder: 'text', value: 'text' },
  'Input.Time': { ...INPUT, min: 'text', max: 'text', placeholder: 'text', value: 'text' },
  'Input.Toggle': {
    ...INPUT,
    title: 'text!',
    value: 'text',
    valueOn: 'text',
    valueOff: 'text',
    wrap: 'flag',
  },
  'Input.ChoiceSet': {
    ...INPUT,
    choices: 'choices!',
    isMultiSelect: 'flag',
    style: 'compact|expanded|filtered',
    value: 'text',
    placeholder: 'text',
    wrap: 'flag',
  },
};

export const ACTIONS: Readonly<Record<string, Properties>> = {
  'Action.Execute': {
    ...ACTION,
    verb: 'text!',
    data: 'any',
    associatedInputs: 'auto|none',
    fallback: 'any!',
  },
  'Action.Submit': { ...ACTION, data: 'any', associatedInputs: 'auto|none' },
  'Action.OpenUrl': { ...ACTION, url: 'url!' },
  'Action.ShowCard': { ...ACTION, card: 'card!' },
  'Action.ToggleVisibility': { ...ACTION, targetElements: 'any!' },
};

/** Things inside an element, by the kind that leads to them. */
export const PARTS: Readonly<Record<string, Properties>> = {
  columns: {
    ...ELEMENT,
    type: 'Column',
    items: 'elements',
    width: 'any',
    style: STYLE,
    bleed: 'flag',
    minHeight: 'text',
    verticalContentAlignment: EDGE,
    selectAction: 'action',
    backgroundImage: 'any',
    rtl: 'flag',
  },
  rows: { type: 'TableRow!', cells: 'cells!', style: STYLE },
  cells: {
    ...ELEMENT,
    type: 'TableCell!',
    items: 'elements!',
    style: STYLE,
    bleed: 'flag',
    minHeight: 'text',
    verticalContentAlignment: EDGE,
    selectAction: 'action',
  },
  facts: { title: 'text!', value: 'text!' },
  series: { legend: 'text!', values: 'points!', color: 'text' },
  points: { x: 'text!', y: 'number' },
  choices: { title: 'text!', value: 'text!' },
  inlines: {
    ...TYPEFACE,
    type: 'TextRun!',
    text: 'text!',
    highlight: 'flag',
    italic: 'flag',
    strikethrough: 'flag',
    underline: 'flag',
    selectAction: 'action',
  },
};

export const CARD: Properties = {
  type: 'AdaptiveCard!',
  $schema: 'url',
  version: '1.0|1.1|1.2|1.3|1.4|1.5!',
  body: 'elements!',
  actions: 'actions',
  fallbackText: 'text',
  speak: 'text',
  lang: 'text',
  minHeight: 'text',
  rtl: 'flag',
  refresh: 'any',
  authentication: 'any',
  backgroundImage: 'any',
  selectAction: 'action',
  verticalContentAlignment: EDGE,
  msteams: 'any',
};
