export declare function measure(
  load: (examples: { text: string; category: string }[]) => Promise<(text: string) => unknown>,
): Promise<void>;
