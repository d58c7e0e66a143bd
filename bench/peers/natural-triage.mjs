// What `natural` offers of a triage: a category by its naive Bayes classifier, sentiment by its analyser, stems by Porter.
import { measure } from './triage-measure.mjs';

await measure(async (examples) => {
  const { default: natural } = await import('natural');
  const classifier = new natural.BayesClassifier();
  for (const { text, category } of examples) classifier.addDocument(text, category);
  classifier.train();
  const analyzer = new natural.SentimentAnalyzer('English', natural.PorterStemmer, 'afinn');
  const tokenizer = new natural.WordTokenizer();
  return (text) => {
    const candidates = classifier.getClassifications(text);
    const sentiment = analyzer.getSentiment(tokenizer.tokenize(text));
    return [candidates, sentiment];
  };
});
