import { messageEvent, newMessage } from '../events.ts';
import type { Json, SharedFile } from '../state.ts';
import { nextId } from '../state.ts';
import { ApiError, type Method, text, visibleChannel } from './method.ts';

/** An upload in three steps: an address, the bytes there, and whom it is for. */
export const files: Record<string, Method> = {
  'files.info': ({ world, args }) => {
    const file = world.files.get(text(args, 'file'));
    if (!file) throw new ApiError('file_not_found');
    return { file: bodyOf(file) };
  },

  'files.getUploadURLExternal': ({ world, args }) => {
    const name = text(args, 'filename');
    const length = Number(args['length']);
    if (name === '' || !(length > 0)) throw new ApiError('invalid_arguments');
    if (text(args, 'alt_text').length > 1_000) throw new ApiError('alt_txt_too_large');
    const id = nextId(world, 'F');
    world.uploads.set(id, { name, length });
    return { upload_url: `${world.url}/upload/${id}`, file_id: id };
  },

  'files.completeUploadExternal': (call) => {
    const { world, args, install } = call;
    const channel =
      args['channel_id'] === undefined ? undefined : visibleChannel(call, 'channel_id');
    if (channel && !channel.members.has(install.botUser)) throw new ApiError('not_in_channel');
    const listed = JSON.parse(text(args, 'files')) as { id: string; title?: string }[];
    const made = listed.map(({ id, title }): SharedFile => {
      const upload = world.uploads.get(id);
      if (!upload?.content) throw new ApiError('file_not_found');
      const { name, content } = upload;
      const url = `https://files.slack.com/files-pri/${id}/${encodeURIComponent(name)}`;
      const mimetype = name.endsWith('.png') ? 'image/png' : 'text/plain';
      const file = { id, name: title ?? name, url_private: url, permalink: url, mimetype, content };
      world.files.set(id, file);
      return file;
    });
    if (channel) {
      const { botUser: user, botId } = install;
      const what = { channel: channel.id, user, botId, text: text(args, 'initial_comment') };
      const message = newMessage(world, { ...what, subtype: 'file_share', files: made });
      channel.messages.push(message);
      call.emit(messageEvent(world, message), channel);
    }
    return { files: made.map(bodyOf) };
  },
};

function bodyOf({ content: _, unready: __, ...file }: SharedFile): Json {
  return file;
}
