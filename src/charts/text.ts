/** Widths of the printable ASCII characters of Inter Regular from the space on, in hundredths of the font's size. */
const ASCII = [
  28, 29, 47, 63, 64, 98, 64, 30, 36, 36, 50, 66, 29, 46, 29, 36, 63, 41, 61, 62, 65, 59, 62, 57,
  62, 62, 29, 30, 66, 66, 66, 51, 97, 69, 65, 73, 72, 60, 59, 75, 74, 27, 57, 67, 57, 90, 75, 76,
  64, 76, 64, 64, 65, 74, 69, 99, 68, 68, 63, 36, 36, 36, 47, 46, 32, 56, 61, 57, 61, 58, 37, 61,
  59, 24, 24, 55, 24, 88, 59, 60, 61, 61, 38, 53, 33, 59, 56, 82, 55, 56, 55, 43, 33, 43, 66,
];

/** Scripts whose characters fill a square. */
const SQUARE =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー　-〿！-｠]/u;

/** What no picture can show: controls, turned directions, halves of characters, and emoji, for which fonts are rare. */
const UNSEEN =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Noncharacter_Code_Point}\u{FE0F}\u{1F1E6}-\u{1F1FF}[\p{Extended_Pictographic}--[©®™]]]/gv;

/** More than any picture has room for. */
const LONGEST = 200;

const segmenter = new Intl.Segmenter();

/** A text as it can stand in a picture, whoever wrote it: one line of characters that XML and fonts know. */
export function clean(text: string, most = LONGEST): string {
  return text.slice(0, most).replace(UNSEEN, ' ').replace(/\s+/g, ' ').trim();
}

/** About how wide a text is in pixels; the bold font is a twentieth wider. */
export function widthOf(text: string, size: number): number {
  let hundredths = 0;
  for (const { segment } of segmenter.segment(text)) {
    hundredths +=
      ASCII[segment.codePointAt(0)! - 0x20] ??
      (segment === '…' ? 87 : SQUARE.test(segment) ? 100 : 66);
  }
  return (hundredths * size) / 100;
}

/** The text, or as much of its beginning as fits, and "…". */
export function cut(text: string, size: number, room: number): string {
  if (widthOf(text, size) <= room) return text;
  let kept = '';
  for (const { segment } of segmenter.segment(text)) {
    if (widthOf(`${kept}${segment}…`, size) > room) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
