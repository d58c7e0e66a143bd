/** One thing wrong in the handbook, with its place and what to do about it. */
export interface Fault {
  readonly file: string;
  /** From 1; absent when the whole file is meant. */
  readonly line?: number;
  readonly what: string;
  readonly remedy: string;
}

/** The handbook cannot be used as it is written. Lists every fault, so that one reading mends them all. */
export class HandbookError extends Error {
  override readonly name = 'HandbookError';
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    const count = faults.length === 1 ? 'one fault' : `${faults.length} faults`;
    super(
      `The handbook has ${count}:\n${faults.map((fault) => `  ${sayFault(fault)}`).join('\n')}`,
    );
    this.faults = faults;
  }
}

export function sayFault({ file, line, what, remedy }: Fault): string {
  return `${file}${line === undefined ? '' : `:${line}`}  ${what} ${remedy}`;
}
