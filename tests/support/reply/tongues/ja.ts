import type { Cases } from './cases.ts';

const parcel = '月曜日に届くはずの荷物がまだ届きません。もう我慢の限界です。';
const double = '5月に4,990円が二重に請求されています。確認していただけますか。';
const address = '注文番号4711の配送先の住所をまだ変更できますか。';
const crash = 'アップデートしてから、アプリを開くとすぐに落ちてしまいます。';

export const ja: Cases = {
  good: [
    {
      customer: parcel,
      upset: true,
      category: 'delivery_order',
      name: '田中',
      reply:
        '田中様、届くはずの荷物をお待ちいただく間、ご心配だったと思います。申し訳ございません。ただいま配送会社に確認しております。本日15時までにこちらへご連絡いたします。',
      promised: '本日15時まで',
    },
    {
      customer: double,
      upset: false,
      category: 'billing',
      reply:
        'お世話になっております。4990円の重複したご請求について、明日の正午までにお調べして結果をご連絡いたします。差し支えなければ、二件の日付を教えていただけますか。',
    },
    {
      customer: address,
      upset: false,
      category: 'delivery_order',
      reply:
        'ご注文4711はすでに発送済みのため、住所の変更はお受けできません。代わりに、お近くの営業所でのお受け取りに変えることは可能です。いかがでしょうか。',
    },
    {
      customer: crash,
      upset: false,
      category: 'bug_outage',
      reply:
        'お知らせいただきありがとうございます。アプリが落ちる不具合は修正いたしました。ストアを開いて新しい版に更新してみてください。これで正常に動きますでしょうか。',
    },
    {
      customer: '昨日からアカウントにログインできません。パスワードが拒否されます。',
      upset: false,
      category: 'account_access',
      reply:
        'おはようございます。こちらでもログインが拒否されていることを確認しました。パスワードを再設定し、1時間以内に結果をお知らせします。',
    },
    {
      customer: 'また違う商品が届きました。赤を注文したのに青です。',
      upset: true,
      category: 'delivery_order',
      reply:
        '二度目となり、お怒りはごもっともです。倉庫でこちらの手違いがあり、申し訳ございません。赤の商品を本日発送し、木曜日にお届けします。青はそのままお持ちください。',
    },
    {
      customer: 'データをエクスポートするにはどうすればいいですか。',
      upset: false,
      category: 'how_to',
      reply:
        '「設定」の「データ」を開くと「エクスポート」のボタンがあります。ファイルは届きましたでしょうか。',
    },
    {
      customer: 'NPO向けの割引はありますか。',
      upset: false,
      category: 'billing',
      reply:
        'NPO向けの料金はご用意がございませんが、小さいプランを三か月無料でお使いいただくことは可能です。ご希望でしょうか。',
    },
    {
      customer: '電話で一時間も待たされました。誰も気にしていないのですか。',
      upset: true,
      category: 'complaint',
      reply:
        '一時間もお電話でお待たせし、腹立たしいお気持ちは当然です。申し訳ございません。私が担当いたしますので、ご用件をお聞かせください。10分以内にこちらでお返事いたします。',
    },
    {
      customer: '定期購入を解約したいです。',
      upset: false,
      category: 'cancellation_churn',
      reply:
        '定期購入は今月末で終了し、それ以降のご請求はございません。こちらでよろしいでしょうか。',
    },
    {
      customer: 'APIに制限はありますか。',
      upset: false,
      category: 'how_to',
      reply:
        'はい、ご契約のプランでは毎分百回までです。それ以上必要でしたら回数をお知らせください。本日中に引き上げます。',
    },
    {
      customer: '荷物をなくされ、電話も誰も出ません。',
      upset: true,
      category: 'complaint',
      reply:
        '二日間もお荷物がなく、お電話もつながらず、さぞお困りだったことと存じます。申し訳ございません。お荷物はマドリードにあり、明朝ホテルへお届けします。',
    },
  ],
  bad: [
    {
      fails: 'personal',
      customer: address,
      upset: false,
      reply: 'お客様各位。住所を変更いたしました。',
    },
    {
      fails: 'personal',
      customer: address,
      upset: false,
      name: '田中',
      reply: 'お客様、住所の件は本日中に確認いたします。',
    },
    {
      fails: 'listens',
      customer: crash,
      upset: false,
      reply: 'お問い合わせありがとうございます。内容を確認し、明日ご連絡いたします。',
    },
    {
      fails: 'listens',
      customer: crash,
      upset: false,
      reply:
        '「アップデートしてから、アプリを開くとすぐに落ちてしまいます。」とのことですね。明日までに確認いたします。',
    },
    { fails: 'acknowledges', customer: parcel, upset: true, reply: 'ご迷惑をおかけしております。' },
    {
      fails: 'acknowledges',
      customer: parcel,
      upset: true,
      reply: '荷物は配達中です。15時までに確認いたします。',
    },
    {
      fails: 'owns',
      customer: parcel,
      upset: true,
      category: 'delivery_order',
      reply: 'ご不快に思われたのであれば、申し訳ございません。',
    },
    {
      fails: 'owns',
      customer: parcel,
      upset: false,
      reply: 'お客様のミスで荷物が戻ってまいりました。',
    },
    {
      fails: 'owns',
      customer: parcel,
      upset: true,
      category: 'delivery_order',
      reply: '荷物の遅れでご心配のことと思います。明日までに確認いたします。',
    },
    {
      fails: 'next-step',
      customer: double,
      upset: false,
      reply: 'ご請求に関するメッセージを受け取りました。',
    },
    {
      fails: 'by-when',
      customer: double,
      upset: false,
      reply: 'ご請求の内容を確認し、追ってご連絡いたします。',
    },
    { fails: 'options', customer: address, upset: false, reply: '住所の変更はいたしかねます。' },
    {
      fails: 'confirms',
      customer: double,
      upset: false,
      reply:
        '二重の請求分は返金いたしました。ほかにご不明な点がございましたら、お気軽にお知らせください。',
    },
    {
      fails: 'plain',
      customer: double,
      upset: false,
      reply: '標記の件、当該事案につき鋭意対応中でございます。',
    },
    {
      fails: 'plain',
      customer: double,
      upset: false,
      reply:
        'ご請求の件につきましては先月末に行われた決済会社側の切り替え作業の影響によって同じ取引が二回にわたり記録された可能性があるものと考えられるため関係する記録を一つずつ照らし合わせながら順番に確認を進めたうえで明日までにご連絡いたします。',
    },
    {
      fails: 'no-wall',
      customer: double,
      upset: false,
      reply: '請求については担当部署が異なります。',
    },
    {
      fails: 'no-wall',
      customer: address,
      upset: false,
      reply: '規約により、住所の変更はお受けできません。',
    },
    { fails: 'grounded', customer: double, upset: false, reply: '5,990円を返金いたします。' },
    { fails: 'grounded', customer: parcel, upset: false, reply: '荷物は3月4日に届きます。' },
    {
      fails: 'fits',
      customer: crash,
      upset: false,
      reply: '落ち着いてください。アプリの件は明日までに確認いたします。',
    },
    { fails: 'fits', customer: crash, upset: false, reply: '今すぐ再起動してください!!!' },
    {
      fails: 'next-step',
      customer: '返金がまだ届きません。',
      upset: false,
      category: 'refund',
      reply: '現在処理中でございます。今しばらくお待ちください。',
    },
    {
      fails: 'no-wall',
      customer: '画面が割れて届きました。',
      upset: false,
      category: 'refund',
      reply: '配送会社にお問い合わせください。',
    },
    {
      fails: 'no-wall',
      customer: 'サイズが違います。',
      upset: false,
      category: 'refund',
      reply: 'こちらは担当外ですので、返品窓口にご連絡ください。',
    },
    {
      fails: 'acknowledges',
      customer: '三通目です。二重に請求されています。',
      upset: true,
      category: 'billing',
      reply: 'ご不便をおかけしておりますこと、ご理解のほどお願いいたします。',
    },
    {
      fails: 'owns',
      customer: '毎晩同期に失敗します。',
      upset: false,
      category: 'bug_outage',
      reply: '設定を間違えておられるのではないでしょうか。先週もご説明した通りです。',
    },
    {
      fails: 'options',
      customer: '返金してください。',
      upset: false,
      category: 'refund',
      reply: '返金は承っておりません。',
    },
    {
      fails: 'by-when',
      customer: '荷物はいつ届きますか。',
      upset: false,
      category: 'delivery_order',
      reply: '調査しておりますので、追ってご案内いたします。',
    },
    {
      fails: 'no-wall',
      customer: 'なぜアカウントが停止されたのですか。',
      upset: false,
      category: 'account_access',
      reply: '規則ですので、変更はできません。',
    },
  ],
};
