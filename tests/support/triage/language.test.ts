import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadHandbook } from '../../../src/handbook/handbook.ts';
import { readLanguage } from '../../../src/support/triage/language.ts';
import { triage } from '../../../src/support/triage/triage.ts';
import { readWords } from '../../../src/support/triage/words.ts';

const handbook = await loadHandbook();
const read = (text: string, usual = 'en') => readLanguage(readWords(text), usual).language;

const SENTENCES: Readonly<Record<string, readonly string[]>> = {
  en: [
    "I can't log in since this morning",
    'Where is my order?',
    'Please cancel my subscription',
    'The app crashes when I export a report',
    'How do I add a user?',
    'I was charged twice for the same invoice',
    'thanks, that fixed it',
    'Can I talk to a human?',
    'still not working',
    'My parcel never arrived and nobody answers',
  ],
  es: [
    'No puedo entrar en mi cuenta desde esta mañana',
    '¿Dónde está mi pedido?',
    'Por favor, cancelen mi suscripción',
    'La aplicación se cierra al exportar un informe',
    '¿Cómo añado un usuario?',
    'Me han cobrado dos veces la misma factura',
    'gracias, ya funciona',
    'quiero hablar con una persona',
    'sigue sin funcionar',
    'necesito ayuda con mi factura',
  ],
  fr: [
    "Je n'arrive plus à me connecter depuis ce matin",
    'Où est ma commande ?',
    "Merci d'annuler mon abonnement",
    "L'application plante quand j'exporte un rapport",
    'Comment ajouter un utilisateur ?',
    "J'ai été débité deux fois pour la même facture",
    'merci, ça marche',
    "je veux parler à quelqu'un",
    'toujours en panne',
    "besoin d'aide pour ma facture",
  ],
  de: [
    'Ich kann mich seit heute Morgen nicht anmelden',
    'Wo ist meine Bestellung?',
    'Bitte kündigen Sie mein Abonnement',
    'Die App stürzt beim Export eines Berichts ab',
    'Wie füge ich einen Benutzer hinzu?',
    'Mir wurde die gleiche Rechnung zweimal berechnet',
    'danke, das hat geholfen',
    'ich möchte mit einem Menschen sprechen',
    'geht immer noch nicht',
    'brauche Hilfe mit meiner Rechnung',
  ],
  pt: [
    'Não consigo entrar na minha conta desde hoje de manhã',
    'Onde está o meu pedido?',
    'Por favor, cancelem a minha assinatura',
    'O aplicativo fecha quando exporto um relatório',
    'Como adiciono um usuário?',
    'Fui cobrado duas vezes pela mesma fatura',
    'obrigado, já funciona',
    'posso falar com um atendente',
    'ainda não funciona',
    'preciso de ajuda com a fatura',
  ],
  it: [
    'Non riesco ad accedere da stamattina',
    "Dov'è il mio ordine?",
    'Per favore annullate il mio abbonamento',
    "L'app si chiude quando esporto un report",
    'Come aggiungo un utente?',
    'Mi è stata addebitata due volte la stessa fattura',
    'grazie, ora funziona',
    'voglio parlare con un operatore',
    'ancora non funziona',
    'ho bisogno di aiuto con la fattura',
  ],
  nl: [
    'Ik kan sinds vanmorgen niet meer inloggen',
    'Waar is mijn bestelling?',
    'Graag mijn abonnement opzeggen',
    'De app crasht als ik een rapport exporteer',
    'Hoe voeg ik een gebruiker toe?',
    'Dezelfde factuur is twee keer afgeschreven',
    'bedankt, het werkt nu',
    'ik wil een medewerker spreken',
    'werkt nog steeds niet',
    'hulp nodig met mijn factuur',
  ],
  ja: [
    '今朝からログインできません',
    '注文した商品はどこですか？',
    '解約したいのですが',
    'レポートを出力するとアプリが落ちます',
    'ユーザーの追加方法を教えてください',
    '二重に請求されています',
    'ありがとうございます',
    '人と話したい',
    'まだ動かない',
    '返金してください',
  ],
  pl: [
    'Nie mogę się zalogować od rana',
    'Gdzie jest moje zamówienie?',
    'Proszę anulować moją subskrypcję',
    'Zostałem obciążony dwa razy za tę samą fakturę',
    'dziękuję, już działa',
    'nadal nie działa',
  ],
  sv: [
    'Jag kan inte logga in sedan i morse',
    'Var är min beställning?',
    'Hur lägger jag till en användare?',
    'Jag har debiterats två gånger för samma faktura',
    'tack, nu fungerar det',
    'fungerar fortfarande inte',
  ],
  da: [
    'Jeg kan ikke logge ind siden i morges',
    'Hvordan tilføjer jeg en bruger?',
    'Jeg er blevet opkrævet to gange for samme faktura',
    'tak, det virker nu',
    'virker stadig ikke',
  ],
  nb: [
    'Jeg får ikke logget inn siden i morges',
    'Hvordan legger jeg til en bruker?',
    'Jeg har blitt belastet to ganger for samme faktura',
    'takk, det fungerer nå',
    'fungerer fortsatt ikke',
  ],
  fi: [
    'En pääse kirjautumaan sisään aamusta lähtien',
    'Missä tilaukseni on?',
    'Miten lisään käyttäjän?',
    'Minulta veloitettiin sama lasku kahdesti',
    'kiitos, nyt toimii',
    'ei toimi vieläkään',
  ],
  cs: [
    'Od rána se nemohu přihlásit',
    'Kde je moje objednávka?',
    'Jak přidám uživatele?',
    'Stejná faktura mi byla účtována dvakrát',
    'děkuji, už to funguje',
    'pořád to nefunguje',
  ],
  hu: [
    'Reggel óta nem tudok bejelentkezni',
    'Hol van a rendelésem?',
    'Hogyan adok hozzá felhasználót?',
    'Kétszer vonták le ugyanazt a számlát',
    'köszönöm, már működik',
    'még mindig nem működik',
  ],
  ro: [
    'Nu mă pot conecta de azi dimineață',
    'Unde este comanda mea?',
    'Cum adaug un utilizator?',
    'Am fost taxat de două ori pentru aceeași factură',
    'mulțumesc, acum merge',
    'tot nu funcționează',
  ],
  tr: [
    'Bu sabahtan beri giriş yapamıyorum',
    'Siparişim nerede?',
    'Nasıl kullanıcı eklerim?',
    'Aynı fatura için iki kez ücret alındı',
    'teşekkürler, şimdi çalışıyor',
    'hâlâ çalışmıyor',
  ],
  id: [
    'Saya tidak bisa masuk sejak pagi ini',
    'Di mana pesanan saya?',
    'Bagaimana cara menambah pengguna?',
    'Saya ditagih dua kali untuk faktur yang sama',
    'terima kasih, sekarang sudah bisa',
    'masih belum berfungsi',
  ],
  vi: [
    'Tôi không thể đăng nhập từ sáng nay',
    'Đơn hàng của tôi ở đâu?',
    'Làm sao để thêm người dùng?',
    'Tôi bị tính phí hai lần cho cùng một hóa đơn',
    'cảm ơn, đã hoạt động rồi',
    'vẫn không hoạt động',
  ],
  ru: [
    'С утра не могу войти в аккаунт',
    'Где мой заказ?',
    'Как добавить пользователя?',
    'С меня дважды списали деньги за один счёт',
    'спасибо, теперь работает',
    'всё ещё не работает',
  ],
  uk: [
    'З ранку не можу увійти в обліковий запис',
    'Де моє замовлення?',
    'Як додати користувача?',
    'З мене двічі зняли гроші за той самий рахунок',
    'дякую, тепер працює',
    'досі не працює',
  ],
  ar: [
    'لا أستطيع تسجيل الدخول منذ الصباح',
    'أين طلبي؟',
    'كيف أضيف مستخدما؟',
    'تم خصم نفس الفاتورة مرتين',
    'شكرا، يعمل الآن',
    'ما زال لا يعمل',
  ],
  fa: [
    'از صبح نمی‌توانم وارد شوم',
    'سفارش من کجاست؟',
    'چگونه کاربر اضافه کنم؟',
    'دو بار برای یک فاکتور پول کم شده است',
    'ممنون، الان کار می‌کند',
    'هنوز کار نمی‌کند',
  ],
  he: ['אני לא מצליח להתחבר מהבוקר', 'איפה ההזמנה שלי?', 'איך מוסיפים משתמש?'],
  hi: ['मैं सुबह से लॉग इन नहीं कर पा रहा हूँ', 'मेरा ऑर्डर कहाँ है?', 'धन्यवाद, अब काम कर रहा है'],
  el: ['Δεν μπορώ να συνδεθώ από το πρωί', 'Πού είναι η παραγγελία μου;'],
  ko: ['오늘 아침부터 로그인이 안 됩니다', '주문한 상품이 어디 있나요?'],
  zh: ['从今天早上开始无法登录', '我的订单在哪里？', '請問如何退款？'],
  th: ['เข้าสู่ระบบไม่ได้ตั้งแต่เช้า', 'คำสั่งซื้อของฉันอยู่ที่ไหน'],
  bn: ['আমি সকাল থেকে লগ ইন করতে পারছি না'],
};

describe('support messages are read in their language', () => {
  it.each(Object.entries(SENTENCES))('%s', (language, sentences) => {
    expect(sentences.filter((text) => read(text) !== language)).toEqual([]);
  });
});

describe('where the words are too few to tell, it is the usual language', () => {
  it.each(['en', 'de', 'ja', 'fr'])('%s', (usual) => {
    const short = [
      'login',
      'status?',
      'Adidas',
      'ok',
      'PDF export',
      'VPN down',
      'São Paulo',
      'Giovanni Rossi',
      'order 4411',
      'hmm',
    ];
    expect(short.filter((text) => read(text, usual) !== usual)).toEqual([]);
  });

  it('but a greeting or a cry that one language alone has tells', () => {
    expect(
      ['hola', 'merci', 'danke', 'obrigado', 'grazie', 'bedankt', 'ありがとう'].map((text) =>
        read(text),
      ),
    ).toEqual(['es', 'fr', 'de', 'pt', 'it', 'nl', 'ja']);
  });

  it('English stays English in a channel of another language', () => {
    expect(read('How can I add a user to my team?', 'de')).toBe('en');
    expect(read('The export has been failing since this morning', 'ja')).toBe('en');
  });

  it('a channel has its own by the handbook', () => {
    expect(triage('login', handbook, { language: 'de' }).language).toBe('de');
    expect(triage('login', handbook).language).toBe('en');
  });

  it('a conversation keeps its own', () => {
    const history = [
      { role: 'customer', text: 'Je ne peux pas me connecter à mon compte' },
    ] as const;
    expect(triage('ok', handbook, { history }).language).toBe('fr');
    expect(triage('still the same error since this morning', handbook, { history }).language).toBe(
      'en',
    );
  });
});

describe('what is no language does not count', () => {
  it.each([
    [
      'Wo finde ich das? ```const total = items.filter((item) => item.price > 0).map(toPrice);```',
      'de',
    ],
    [
      'Hallo, die App stürzt ab:\n```\nTypeError: cannot read properties of undefined\n  at Object.render (app.js:12:3)\n```',
      'de',
    ],
    [
      'J\'ai cette erreur depuis hier\nTraceback (most recent call last):\n  File "main.py", line 3, in <module>\nValueError: invalid value for this field',
      'fr',
    ],
    [
      'No puedo abrir https://example.com/help/how-to-open-the-file-with-the-viewer desde ayer',
      'es',
    ],
    ['aGVsbG8gd29ybGQgdGhpcyBpcyBiYXNlNjQgdGV4dCBmb3IgeW91', 'en'],
    ['https://example.com', 'en'],
    ['\u{1F680}', 'en'],
    ['', 'en'],
    ['it broke again ¯\\_(ツ)_/¯', 'en'],
    ['Bonjour, the export is broken since this morning and nobody can work', 'en'],
    ['Slackのログインができません', 'ja'],
    ['My colleague Владимир cannot log in', 'en'],
    ['请问如何退款', 'zh'],
    ['どうやって返金しますか', 'ja'],
  ])('%s', (text, language) => expect(read(text)).toBe(language));

  it('quoted mail is not what they write', () => {
    const mail =
      'Danke, das hat leider nicht geholfen.\n\nOn Tue, 3 Mar 2026 at 10:00, Support wrote:\n> Please try to clear the cache of your browser and sign in again.';
    expect(triage(mail, handbook).language).toBe('de');
  });
});

it('any string has one, and the reason is told', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const { language, because } = readLanguage(readWords(text), 'en');
      expect(language).toMatch(/^[a-z]{2}$/);
      expect(because).not.toBe('');
    }),
  );
});
