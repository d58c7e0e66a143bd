import { isToldAnew, news } from './news.js';
import { showNewest, showTold } from './scroll.js';
import { change, redraw, view } from './state.js';

const ANSWERED = 3_000;

/** Follows the server's pushes for as long as the page is open. The browser reconnects by itself. */
export function follow() {
  const source = new EventSource('/playground/live');
  source.onmessage = ({ data }) => {
    const room = JSON.parse(data);
    const announcement = news(view.room, room, view.ui);
    // Only what answers a press of ours may move the list under somebody's hand.
    const answered = Date.now() - view.pressedAt < ANSWERED && isToldAnew(view.room, room, view.ui);
    view.room = room;
    view.skew = room.now - Date.now();
    view.connected = true;
    if (announcement) change({ announcement });
    else redraw();
    if (announcement && view.ui.story && !view.ui.story.over) requestAnimationFrame(showNewest);
    if (answered) requestAnimationFrame(showTold);
  };
  source.onerror = () => {
    // A refusal ends the stream for good, so it is opened anew; a broken line the browser mends.
    if (source.readyState === EventSource.CLOSED) setTimeout(follow, 3_000);
    view.connected = false;
    redraw();
  };
}
