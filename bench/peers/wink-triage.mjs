// What wink offers of a triage: a category by its naive Bayes classifier over its own tokens, sentiment by wink-sentiment.
import { measure } from './triage-measure.mjs';

await measure(async (examples) => {
  const { default: winkNLP } = await import('wink-nlp');
  const { default: model } = await import('wink-eng-lite-web-model');
  const { default: bayes } = await import('wink-naive-bayes-text-classifier');
  const { default: sentiment } = await import('wink-sentiment');
  const nlp = winkNLP(model, ['sbd', 'negation']);
  const { its } = nlp;
  const classifier = bayes();
  classifier.definePrepTasks([
    (text) =>
      nlp
        .readDoc(text)
        .tokens()
        .filter((token) => token.out(its.type) === 'word' && !token.out(its.stopWordFlag))
        .out(its.stem),
  ]);
  classifier.defineConfig({ considerOnlyPresence: true, smoothingFactor: 0.5 });
  for (const { text, category } of examples) classifier.learn(text, category);
  classifier.consolidate();
  return (text) => [classifier.computeOdds(text), sentiment(text)];
});
