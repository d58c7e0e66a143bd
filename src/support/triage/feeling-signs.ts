/** Emoji by what they say, -3 (bad) to 3. Those that stand on either side (😅 🤔 🙈) say nothing. */
const EMOJI: Readonly<Record<string, string>> = {
  '-3': '😡 🤬 🖕 😠 👿 😤 🤮 💩 👎',
  '-2': '😞 😢 😭 😩 😫 😒 🙄 💔 😣 😖 😔 😟 😕 🙁 ☹ 😓 😾 😿 🤦 😑 😰 😨 😱 😧 😦 🤢 😪 😥 🥺 😬 🤡 ⚠ ❌ 🚫 💀 🤕 🤒 😐 🆘',
  '1': '😃 😄 😁 😀 😆 😉 😋 😜 😝 😛 😏 🎁 🎊 🎈 ☀ 🌞 ⭐ 🌟 ✅ ✔ 🔥 💪 👊 ✌ 🤞 🙂 🎶 🍻 🥂 😺 😸 🤩 😌 🌹 🌸 👀',
  '2': '😊 👍 🎉 🙏 👏 🙌 ✨ 😂 🤣 🥳 🤗 👌 💯 😻 😎 ☺ 😇 🏆 🥇',
  '3': '😍 🥰 😘 ❤ 💙 💚 💜 💗 💖 💕 💛 🧡 🖤 💓 💞 💘 ♥ 💝 💋',
};

const valences = new Map(
  Object.entries(EMOJI).flatMap(([valence, signs]) =>
    signs.split(' ').map((sign) => [sign, Number(valence)] as const),
  ),
);

const PICTURE = /\p{Extended_Pictographic}/gu;
const SAD_FACE = /(?<![\w:])[:=;]['’]?-?[([/\\|cC{](?!\w|\/)|D:|>:\(|T_T|:'\(|-_-/g;
const GLAD_FACE = /(?<![\w:])[:=;]-?[)\]DpP3*](?!\w)|<3|\^_?\^|(?<!\w)[xX]D\b|\(:/g;
const FACE = 2;
const JAPANESE_SAD = /(?:泣|怒|汗|涙)[)）]|(?:orz|;_;|T_T|\(;)/g;
const JAPANESE_GLAD = /(?:笑|嬉|喜|祝)[)）]|♪|(?:\^\^|\(\^)/g;

/** More of the same says no more. */
const MOST = 6;

/** How much joy and grief the emoji and drawn faces of a text show. */
export function readSigns(text: string): { glad: number; sad: number } {
  let glad = 0;
  let sad = 0;
  const add = (valence: number) => {
    if (valence > 0) glad = Math.min(MOST, glad + valence);
    else sad = Math.min(MOST, sad - valence);
  };
  if (/[^\n -~]/.test(text)) {
    for (const [sign] of text.matchAll(PICTURE)) add(valences.get(sign) ?? 0);
    for (const _ of text.matchAll(JAPANESE_SAD)) add(-FACE);
    for (const _ of text.matchAll(JAPANESE_GLAD)) add(FACE);
  }
  if (/[:;=<^D_]/.test(text)) {
    for (const _ of text.matchAll(SAD_FACE)) add(-FACE);
    for (const _ of text.matchAll(GLAD_FACE)) add(FACE);
  }
  return { glad, sad };
}
