/**
 * Runs in the page, as text: every visible piece of text whose contrast with what is behind it is under WCAG AA
 * (4.5, or 3 for large text), worded for a reader.
 */
(() => {
  const parse = (colour) => {
    const [r = 0, g = 0, b = 0, a = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
    return { r, g, b, a };
  };
  const luminance = ({ r, g, b }) => {
    const [x, y, z] = [r, g, b].map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const behind = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const colour = parse(getComputedStyle(one).backgroundColor);
      if (colour.a === 1) return colour;
    }
    return { r: 255, g: 255, b: 255 };
  };
  const faint = [];
  for (const element of document.querySelectorAll('body *')) {
    const own = [...element.childNodes].some(
      (node) => node.nodeType === 3 && node.textContent?.trim(),
    );
    if (!own || element.tagName === 'OPTION' || element.closest(':disabled')) continue;
    const style = getComputedStyle(element);
    if (!element.checkVisibility({ opacityProperty: true }) || style.clipPath !== 'none') continue;
    const fore = luminance(parse(style.color));
    const back = luminance(behind(element));
    const ratio = (Math.max(fore, back) + 0.05) / (Math.min(fore, back) + 0.05);
    const size = Number.parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    if (ratio < (large ? 3 : 4.5)) {
      faint.push(
        `${ratio.toFixed(2)} for "${element.textContent?.trim().slice(0, 40)}" (${element.className})`,
      );
    }
  }
  return faint;
})();
