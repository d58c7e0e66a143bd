// A worker: learns from the examples that it is given, tells the result and ends.
import { parentPort, workerData } from 'node:worker_threads';
import { teach } from '../support/sorting/fit.ts';
import { loadLearnt } from './learnt.ts';
import type { Lecture } from './teaching.ts';

const { categories, examples } = workerData as Lecture;
parentPort?.postMessage(teach(categories, examples, await loadLearnt()));
