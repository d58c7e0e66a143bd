export function measure<Prepared>(
  load: (
    examples: readonly { readonly text: string; readonly category: string }[],
    prepared: Prepared,
  ) => Promise<(text: string) => unknown>,
  prepare?: () => Promise<Prepared>,
): Promise<void>;
