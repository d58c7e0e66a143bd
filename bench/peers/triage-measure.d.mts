export function measure<Code, Given>(
  load: (
    examples: readonly { readonly text: string; readonly category: string }[],
    code: Code,
    given: Given,
  ) => Promise<(text: string) => unknown>,
  before?: { readonly given?: () => Promise<Given>; readonly code?: () => Promise<Code> },
): Promise<void>;
