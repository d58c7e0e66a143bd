import type { WebClient } from '@slack/web-api';
import type { Charts, Log } from '../../desk/ports.ts';
import type { Chart } from '../../support/report/sheet.ts';
import { asking } from '../errors.ts';

/**
 * Uploads a file: for the people of a channel, or where none is named for nobody, until a message shows it.
 * @returns its id
 * @throws PlatformError
 */
export async function upload(
  client: WebClient,
  file: {
    readonly name: string;
    readonly title: string;
    readonly content: Uint8Array;
    readonly alt?: string;
  },
  channel?: string,
): Promise<string> {
  const answer = await asking(() =>
    client.filesUploadV2({
      file: Buffer.from(file.content),
      filename: file.name,
      title: file.title,
      ...(file.alt === undefined ? {} : { alt_text: file.alt }),
      ...(channel === undefined ? {} : { channel_id: channel }),
    }),
  );
  const { files } = answer as unknown as { files?: { files?: { id?: string }[] }[] };
  return files?.[0]?.files?.[0]?.id ?? '';
}

/** Draws these charts and uploads the pictures, whose ids these are. One that cannot be had is left out: words do as well. */
export async function uploadPictures(
  charts: readonly Chart[],
  { client, drawing, log }: { client: WebClient; drawing: Charts; log: Log },
): Promise<Map<Chart, string>> {
  const pictures = new Map<Chart, string>();
  for (const chart of charts) {
    try {
      const content = await drawing.drawPng(chart);
      const { title, alt } = chart;
      const file = { name: 'chart.png', title, content, alt: alt.slice(0, 1_000).toWellFormed() };
      const id = await upload(client, file);
      if (id !== '') pictures.set(chart, id);
    } catch (err) {
      log.warn({ err }, 'a chart has no picture and is told in words');
    }
  }
  return pictures;
}
