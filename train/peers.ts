import { createRequire } from 'node:module';
import { installPeers as install } from '../bench/install-peers.ts';

const folder = new URL('peers/', import.meta.url);

/** Installs what the training reads and computes with, once. */
export function installPeers(): void {
  install(folder);
}

const require = createRequire(new URL('package.json', folder));

/** The part of `ml-matrix` that is used here. */
export interface MatrixLibrary {
  readonly Matrix: new (rows: number[][]) => unknown;
  readonly EigenvalueDecomposition: new (
    matrix: unknown,
    how: { assumeSymmetric: true },
  ) => {
    readonly realEigenvalues: number[];
    readonly eigenvectorMatrix: { to2DArray(): number[][] };
  };
}

/** The part of `@energetic-ai/embeddings` that is used here. */
export interface EmbeddingLibrary {
  initModel(source: unknown): Promise<{ embed(texts: string[]): Promise<number[][]> }>;
}

export function peer<T>(name: string): T {
  return require(name) as T;
}

/** Where a file of a peer is. */
export function peerFile(name: string): string {
  return require.resolve(name);
}
