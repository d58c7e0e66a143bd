/**
 * What the page shows: `room` is the platform as the server pushes it, `ui` is this page's own (who sits where,
 * which dialog is open). One object, drawn anew after each change.
 */
export const view = {
  room: undefined,
  connected: false,
  /** The server's clock minus ours, in milliseconds. */
  skew: 0,
  /** When a button was last pressed here, by this page's clock. */
  pressedAt: 0,
  ui: {
    /** Which seat a narrow window shows. */
    seat: 'customer',
    customer: 'nora',
    /** Where the customer's seat is. */
    channel: 'help',
    agent: 'ada',
    lead: 'lea',
    /** Root of the thread that the customer's composer writes in. */
    thread: undefined,
    dialog: undefined,
    /** The report that the lead reads: its id, the sheet once it is there, or why it is not. */
    report: undefined,
    /** Acts that the desk could not keep, with why. */
    failures: [],
    story: undefined,
    storyFile: undefined,
    /** Cards whose thread was opened or closed by hand. */
    unfolded: {},
    announcement: '',
  },
};

let draw = () => {};

/** Says how the page is drawn. */
export function onChange(call) {
  draw = call;
}

/** Changes this page's own state and draws. */
export function change(changes) {
  Object.assign(view.ui, changes);
  draw();
}

/** Draws again as things stand. */
export function redraw() {
  draw();
}

/** Milliseconds since 1970 by the server's clock. */
export function now() {
  return Date.now() + view.skew;
}

/** A player by id; Warmline itself for `warmline`. */
export function personOf(id) {
  const known = view.room?.people.find((one) => one.id === id);
  return known ?? { id, name: id === 'warmline' ? 'Warmline' : id, role: 'bot' };
}
