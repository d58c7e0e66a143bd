import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlToText } from '../../src/teams/html.ts';
import { leastCpu } from '../cpu-time.ts';

const read = (html: string) => htmlToText(html, (name) => `@${name}`);

describe('what somebody wrote in Teams reads as plain words', () => {
  it.each([
    ['paragraphs as lines', '<p>one</p>\n<p>two</p>', 'one\ntwo'],
    ['an empty paragraph as an empty line', '<p>one</p><p>&nbsp;</p><p>two</p>', 'one\n\ntwo'],
    ['line breaks', '<div>one<br>two<br/>three</div>', 'one\ntwo\nthree'],
    ['lists', '<ul>\n<li>one</li>\n<li><p>two</p></li>\n</ul>', '- one\n- two'],
    ['tables', '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\nc'],
    ['spaces as one', '<p>one   \n  two</p>', 'one two'],
    ['code as it stands', '<pre>a  b\n  c</pre>', 'a  b\nc'],
    ['entities', '<p>&lt;b&gt; &amp;amp; &quot;&#39;&#x27;&euro;</p>', "<b> &amp; \"''&euro;"],
    [
      'a link with its address',
      '<p>see <a href="https://a.example/?x=1&amp;y=2">our page</a></p>',
      'see our page (https://a.example/?x=1&y=2)',
    ],
    ['a bare link once', '<a href="https://a.example">https://a.example</a>', 'https://a.example'],
    ['emoji', '<p>hi <emoji alt="🙂" title="Smile"></emoji></p>', 'hi 🙂'],
    [
      'a mention',
      '<p>hi <span itemtype="http://schema.skype.com/Mention" itemid="0">Ada</span>!</p>',
      'hi @Ada!',
    ],
    ['an old mention', 'hi <at id="0">Ada</at>!', 'hi @Ada!'],
    [
      'without what it quotes of others',
      '<blockquote itemtype="http://schema.skype.com/Reply"><p>old words</p></blockquote><p>mine</p>',
      'mine',
    ],
    ['without scripts', '<p>one</p><script>alert("x")</script><style>p{}</style>', 'one'],
    ['what is no markup', 'a < b and c > d', 'a < b and c > d'],
    ['nothing', '', ''],
  ])('%s', (_, html, text) => {
    expect(read(html)).toBe(text);
  });

  it('gives back whatever lines somebody typed', () => {
    const typed = fc
      .array(fc.string({ unit: 'grapheme' }), { maxLength: 5 })
      .map((lines) =>
        lines.map((one) => one.replace(/[\s\p{Cc}]+/gu, ' ').trim()).filter((one) => one !== ''),
      );
    fc.assert(
      fc.property(typed, (lines) => {
        const html = lines
          .map((one) =>
            one.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
          )
          .map((one) => `<p>${one}</p>`)
          .join('\n');
        expect(read(html)).toBe(lines.join('\n'));
      }),
    );
  });

  it('does not take long, whatever is sent', () => {
    const hostile = ['<', '<a ', '&#', '<!--', '<blockquote>', '<a href="', ' ', '\n<p>'];
    const all = () => {
      for (const part of hostile) read(part.repeat(60_000));
    };
    expect(leastCpu(all, 1)).toBeLessThan(3_000);
  });
});
