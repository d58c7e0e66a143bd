/** What the model's room needs from the environment. */
export interface OpenAiConfig {
  /** Absent for a server without keys. */
  readonly apiKey?: string;
  /** A server that speaks the same protocol; OpenAI's own when absent. */
  readonly baseUrl?: string;
  readonly model: string;
}
